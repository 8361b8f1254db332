import { randomUUID } from 'node:crypto';
import type { Request, Server } from 'restify';
import { z } from 'zod';
import type { Log } from '../log.ts';
import { traceOfRequest } from '../request-trace.ts';
import type { TraceContext } from '../trace-context.ts';
import { routeOf, type Answer } from './call.ts';
import { clientAddress } from './client-address.ts';
import { DirectLineError } from './direct-line-error.ts';
import { allow, RateLimit } from './rate-limit.ts';
import { originOf } from './stream-url.ts';

const minute = 60_000;
const tokensAMinute = 30;
/** How long Azure may take for a token, in milliseconds. */
const patience = 5_000;

/** The Direct Line of an Azure Bot: its secret, and its address without a path. */
export interface AzureDirectLine {
  readonly secret: string;
  readonly url: string;
}

export interface AzureParts {
  readonly azure: AzureDirectLine;
  readonly clock: () => Date;
  readonly log: Log;
  /** Sites whose pages may call, as `https://example.org`. */
  readonly origins: readonly string[];
}

const answerSchema = z.object({ conversationId: z.string(), token: z.string(), expires_in: z.number() });

/** The page's token route where visitors talk over Azure's Direct Line. It alone knows the secret. */
export const addAzureTokens = (server: Server, parts: AzureParts): void => {
  const { clock, log, origins } = parts;
  const limit = new RateLimit(tokensAMinute, minute, clock);
  const token = async (request: Request): Promise<Answer> => {
    allow(limit.take(clientAddress(request)));
    return { status: 200, body: await exchange(parts, originOf(request).origin, traceOfRequest(request)) };
  };
  server.post('/api/directline/token', routeOf(token, log, origins));
  const preflight = async () => ({ status: 204, body: {} });
  server.opts('/api/directline/*', routeOf(preflight, log, origins));
};

/** A token for one visitor; `domain` tells the page where it holds. */
const exchange = async (
  { azure, log, origins }: AzureParts,
  own: string,
  trace: TraceContext,
): Promise<object> => {
  const response = await ask(azure, {
    user: { id: `dl_${randomUUID()}` },
    trustedOrigins: [own, ...origins.filter(isOrigin)],
  });
  if (!response.ok) throw refused(response, log, trace);
  const parsed = answerSchema.safeParse(await response.json().catch(() => undefined));
  if (!parsed.success) throw unusable();
  return { ...parsed.data, domain: `${azure.url}/v3/directline` };
};

const isOrigin = (text: string): boolean => URL.canParse(text) && new URL(text).origin === text;

const ask = async ({ secret, url }: AzureDirectLine, body: object): Promise<Response> => {
  try {
    return await fetch(`${url}/v3/directline/tokens/generate`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${secret}`, 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
      // The secret goes nowhere else.
      redirect: 'error',
      signal: AbortSignal.timeout(patience),
    });
  } catch {
    throw new DirectLineError(503, 'ServiceUnavailable', 'The chat can not be reached right now.', 30);
  }
};

/** A busy Azure may be asked again soon; with a wrong secret an operator has to do something. */
const refused = ({ status, headers }: Response, log: Log, trace: TraceContext): DirectLineError => {
  log.write('azure-token', { status, trace });
  if (status !== 429) return unusable();
  const wait = Number(headers.get('retry-after')) || 30;
  return new DirectLineError(503, 'ServiceUnavailable', 'The chat is busy. Please try again soon.', wait);
};

const unusable = () => new DirectLineError(502, 'BadGateway', 'The chat could not be opened.');

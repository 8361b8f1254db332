import { Registry } from 'prom-client';
import restify, { type Next, type Request, type Response, type Server } from 'restify';
import { connectionLimits, limitConnections, type ConnectionLimits } from './connection-limits.ts';
import { BadRequest, Overloaded } from './errors.ts';
import type { Log } from './log.ts';
import type { Metrics } from './metrics.ts';
import { processRegistry } from './process-metrics.ts';
import { traceOfRequest } from './request-trace.ts';

/** Teams ids are about 130 characters; restify's own limit would cut them off. */
const longestParameter = 1024;

export type Handler = (request: Request, response: Response) => Promise<void>;

export interface ServerParts {
  readonly log: Log;
  readonly metrics: Metrics;
  /** Resolves while storage answers. */
  readonly ready: () => Promise<void>;
  readonly limits?: ConnectionLimits | undefined;
}

/** The HTTP server with limits, health and metrics; it knows nothing of dialogs. */
export const createServer = (parts: ServerParts): Server => {
  // From the start on, not from the first time that somebody asks.
  processRegistry();
  const server = restify.createServer({ name: 'care-level-assistant', maxParamLength: longestParameter });
  limitConnections(server.server, parts.limits ?? connectionLimits);
  server.pre(unlessToldOtherwise);
  server.use(restify.plugins.queryParser({ mapParams: false }));
  server.on('restifyError', plainly);
  // Whoever takes upgrades replaces this listener, and ends those that are not its own.
  server.server.on('upgrade', (_request, socket) => socket.destroy());
  server.get(
    '/healthz',
    answer(parts.log, async (_, response) => response.send(200, { status: 'ok' })),
  );
  server.get(
    '/readyz',
    answer(parts.log, (_, response) => readiness(parts, response)),
  );
  server.get(
    '/metrics',
    answer(parts.log, (_, response) => metricsPage(parts.metrics, response)),
  );
  return server;
};

/** Pages say more; what programs read is neither kept on the way nor taken for something else than it is. */
const unlessToldOtherwise = (_: Request, response: Response, next: Next): void => {
  response.header('X-Content-Type-Options', 'nosniff');
  response.header('Cache-Control', 'no-store');
  next();
};

/** Wraps a route: a BadRequest is answered as it says, anything else is a plain 500 and one line in the log. */
export const answer =
  (log: Log, handle: Handler) =>
  async (request: Request, response: Response): Promise<void> => {
    try {
      await handle(request, response);
    } catch (error) {
      const known = error instanceof BadRequest ? error : undefined;
      if (!known) log.write('request', { error, trace: traceOfRequest(request) });
      if (known instanceof Overloaded) response.header('Retry-After', String(known.retryAfter));
      const message = known?.message ?? 'Something went wrong here. Please try again.';
      response.send(known?.status ?? 500, { error: { code: String(known?.status ?? 500), message } });
    }
  };

const plainly = (
  _request: Request,
  response: Response,
  error: { statusCode?: number },
  done: () => void,
): void => {
  const status = error.statusCode ?? 500;
  const words: Readonly<Record<number, string>> = {
    400: 'The body is not valid JSON.',
    404: 'There is nothing at this address.',
    405: 'This address does not take this method.',
    413: 'The body is too large: at most 256 KB.',
  };
  response.send(status, {
    error: { code: String(status), message: words[status] ?? 'The request can not be taken.' },
  });
  done();
};

const readiness = async ({ ready, log }: ServerParts, response: Response): Promise<void> => {
  try {
    await ready();
    response.send(200, { status: 'ready' });
  } catch {
    log.write('not-ready');
    response.send(503, { status: 'storage does not answer' });
  }
};

const metricsPage = async ({ registry }: Metrics, response: Response): Promise<void> => {
  response.header('Content-Type', registry.contentType);
  response.sendRaw(200, await Registry.merge([registry, processRegistry()]).metrics());
};

import type { Request, RequestHandler, Response } from 'restify';
import { BadRequest } from '../errors.ts';
import type { Log } from '../log.ts';
import { traceOfRequest } from '../request-trace.ts';
import { DirectLineError } from './direct-line-error.ts';

/** What a call answers: the status and the JSON body. */
export interface Answer {
  readonly status: number;
  readonly body: object;
}
export type Call = (request: Request) => Promise<Answer>;

const allowedHeaders = 'Authorization, Content-Type, Accept, X-Requested-With, x-ms-bot-agent';

/** Lets pages of the configured sites call, and no other site's. */
export const allowOrigin = (request: Request, response: Response, origins: readonly string[]): void => {
  const { origin } = request.headers;
  response.header('Vary', 'Origin');
  if (origin === undefined || !origins.includes(origin)) return;
  response.header('Access-Control-Allow-Origin', origin);
  response.header('Access-Control-Allow-Headers', allowedHeaders);
  response.header('Access-Control-Allow-Methods', 'GET, POST, DELETE, OPTIONS');
  response.header('Access-Control-Expose-Headers', 'Retry-After');
  response.header('Access-Control-Max-Age', '7200');
};

/** Makes a route of a call; what it throws becomes `{ error: { code, message } }`. */
export const routeOf =
  (call: Call, log: Log, origins: readonly string[]): RequestHandler =>
  async (request: Request, response: Response): Promise<void> => {
    allowOrigin(request, response, origins);
    response.header('Cache-Control', 'no-store');
    try {
      const { status, body } = await call(request);
      response.send(status, body);
    } catch (error) {
      if (!(error instanceof BadRequest)) log.write('direct-line', { error, trace: traceOfRequest(request) });
      refuse(response, error);
    }
  };

const refuse = (response: Response, error: unknown): void => {
  const { status, message } =
    error instanceof BadRequest
      ? error
      : { status: 500, message: 'Something went wrong here. Please try again.' };
  const { code, retryAfter } =
    error instanceof DirectLineError ? error : { code: 'ServiceError', retryAfter: undefined };
  if (retryAfter !== undefined) response.header('Retry-After', String(retryAfter));
  response.send(status, { error: { code, message } });
};

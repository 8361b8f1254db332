import restify, { type Next, type Request, type RequestHandler, type Response } from 'restify';
import { nestsDeeper } from './json-depth.ts';

/** The longest message that a channel sends is some 28 KB; a card's values may be a little more. */
const largestBody = 262_144;
/** Teams' deepest activities nest some ten levels. */
const deepest = 64;

/**
 * Reads JSON bodies of a bounded size: 415 for another type, 413 when too large, 400 when not JSON or nested
 * without end. Packed bodies are refused: restify bounds only their packed size.
 */
export const jsonBody = (): RequestHandler[] => {
  const [read, ...parse] = [
    restify.plugins.bodyParser({ mapParams: false, maxBodySize: largestBody }),
  ].flat();
  return [onlyJson, ...(read ? [read] : []), onlyShallow, ...parse];
};

const onlyJson = (request: Request, response: Response, next: Next): void => {
  const length = Number(request.headers['content-length'] ?? 0);
  if (request.headers['content-encoding'] !== undefined)
    return refuse(response, next, 415, 'Content-Encoding: send the body as it is.');
  if (length > largestBody) return refuse(response, next, 413, 'The body is too large: at most 256 KB.');
  if (!request.is('application/json'))
    return refuse(response, next, 415, 'Content-Type: send application/json.');
  return next();
};

const onlyShallow = (request: Request, response: Response, next: Next): void => {
  const body: unknown = request.body;
  if (typeof body === 'string' && nestsDeeper(body, deepest))
    return refuse(response, next, 400, `The body is nested too deep: at most ${deepest} levels.`);
  return next();
};

const refuse = (response: Response, next: Next, status: number, message: string): void => {
  response.send(status, { error: { code: String(status), message } });
  next(false);
};

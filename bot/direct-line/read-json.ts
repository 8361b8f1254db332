import type { IncomingMessage } from 'node:http';
import { nestsDeeper } from '../json-depth.ts';
import { DirectLineError } from './direct-line-error.ts';

const largestBody = 65_536;
/** The deepest card of ours nests less. */
const deepest = 32;
const tooLarge = () => new DirectLineError(413, 'BodyTooLarge', 'The body is too large: at most 64 KB.');

/** Reads a JSON body of at most 64 KB; none at all is an empty object. What comes beyond is thrown away as it comes. */
export const readJson = async (request: IncomingMessage): Promise<unknown> => {
  if (request.headers['content-encoding'] !== undefined)
    throw new DirectLineError(415, 'BadArgument', 'Content-Encoding: send the body as it is.');
  if (Number(request.headers['content-length'] ?? 0) > largestBody) throw tooLarge();
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= largestBody) chunks.push(chunk);
  }
  if (size > largestBody) throw tooLarge();
  if (size === 0) return {};
  const text = Buffer.concat(chunks).toString();
  if (nestsDeeper(text, deepest))
    throw new DirectLineError(400, 'BadArgument', 'The body is nested too deep.');
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new DirectLineError(400, 'BadArgument', 'The body is not valid JSON.');
  }
};

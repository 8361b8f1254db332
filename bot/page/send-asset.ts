import type { Request, Response } from 'restify';
import { BadRequest } from '../errors.ts';
import type { Asset, Assets } from './assets.ts';

/** Answers with a file that a page of ours loads; its address changes with what is in it. */
export const sendAsset = ({ files }: Assets, request: Request, response: Response): void => {
  const asset = files.get(request.getPath());
  if (asset === undefined) throw new BadRequest(404, 'There is nothing at this address.');
  sendPacked(asset, request, response, {
    'Cache-Control': 'public, max-age=31536000, immutable',
    'Cross-Origin-Resource-Policy': 'same-origin',
  });
};

/** Answers with a file, packed as the browser likes best. */
export const sendPacked = (
  asset: Asset,
  request: Request,
  response: Response,
  headers: Readonly<Record<string, string>>,
): void => {
  const encoding = (['br', 'gzip'] as const).find((each) => accepts(request, each));
  response.sendRaw(200, encoding ? asset[encoding] : asset.plain, {
    'Content-Type': asset.type,
    'X-Content-Type-Options': 'nosniff',
    Vary: 'Accept-Encoding',
    ...headers,
    ...(encoding ? { 'Content-Encoding': encoding } : {}),
  });
};

const accepts = (request: Request, encoding: string): boolean =>
  (request.headers['accept-encoding'] ?? '')
    .split(',')
    .some((each) => each.trim().split(';')[0] === encoding && !/;\s*q=0(\.0*)?$/.test(each.trim()));

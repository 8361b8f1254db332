import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Request, Response, Server } from 'restify';
import { projectRoot } from '../../knowledge/project-root.ts';
import type { Log } from '../log.ts';
import { answer } from '../server.ts';
import { compressed, javascript, type Asset, type Assets } from './assets.ts';
import { embedPage } from './embed-page.ts';
import { launcherScript } from './launcher-script.ts';
import { framers, pageHeaders } from './page-headers.ts';
import { readChatTemplate, readerOf, readWidget, styles, type PageSenderParts } from './page-sender.ts';
import { sendPacked } from './send-asset.ts';

export interface EmbedParts extends PageSenderParts {
  readonly log: Log;
  readonly assets: Assets;
}

/** What other sites use: `/widget.js`, and `/embed`, the page that it shows in a frame. */
export const addEmbed = (server: Server, parts: EmbedParts): void => {
  const { log, knowledge, origins, assets } = parts;
  const css = styles('base', 'chat', 'embed');
  const page = {
    knowledge,
    assets,
    css,
    template: readWidget('embed.html'),
    chatTemplate: readChatTemplate(),
  };
  const sendPage = async (request: Request, response: Response): Promise<void> => {
    const reader = readerOf(request);
    const inPanel = new URLSearchParams(request.getQuery()).get('panel') === '1';
    const headers = pageHeaders(reader.nonce, parts, 'also our own');
    const body = embedPage(page, reader, inPanel);
    response.sendRaw(200, body, { ...headers, ...isolated, 'Content-Type': 'text/html; charset=utf-8' });
  };
  server.get('/embed', answer(log, sendPage));
  const built = join(projectRoot(), 'dist/assets/launcher.js');
  if (!existsSync(built)) return log.write('launcher');
  const script = launcherScript(readFileSync(built, 'utf8'), knowledge, framers(origins));
  server.get('/widget.js', answer(log, sendScript(compressed(javascript, Buffer.from(script)))));
};

/** Sites that isolate themselves (Cross-Origin-Embedder-Policy) can show the page too. */
const isolated = {
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'cross-origin',
} as const;

/** Its address never changes, so browsers ask again after some minutes and mostly hear that it is the same. */
const sendScript = (asset: Asset) => {
  const tag = `W/"${createHash('sha256').update(asset.plain).digest('base64url').slice(0, 22)}"`;
  const headers = {
    ETag: tag,
    'Cache-Control': 'public, max-age=300, stale-while-revalidate=86400',
    'Cross-Origin-Resource-Policy': 'cross-origin',
    // A site may load it with crossorigin, to have its faults reported.
    'Access-Control-Allow-Origin': '*',
  };
  return async (request: Request, response: Response): Promise<void> => {
    if (request.headers['if-none-match'] === tag)
      response.sendRaw(304, '', { ...headers, Vary: 'Accept-Encoding' });
    else sendPacked(asset, request, response, headers);
  };
};

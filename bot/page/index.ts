import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Server } from 'restify';
import { projectRoot } from '../../knowledge/project-root.ts';
import type { Log } from '../log.ts';
import { answer } from '../server.ts';
import { readAssets } from './assets.ts';
import { chatPage } from './chat-page.ts';
import { createPageSender, type PageSenderParts } from './page-sender.ts';
import { pagePaths } from './page-shell.ts';
import { sendAsset } from './send-asset.ts';

export interface PageRouteParts extends PageSenderParts {
  readonly log: Log;
}

/** The website's pages and what they load. */
export const addPages = (server: Server, parts: PageRouteParts): void => {
  const { knowledge, log } = parts;
  const root = projectRoot();
  const assets = readAssets(root);
  if (assets.webChat === undefined)
    log.warn('the page has no chat: build again to fetch Web Chat', { code: 'webchat' });
  const template = readFileSync(join(root, 'widget/page.html'), 'utf8');
  const chat = { knowledge, template, script: assets.script, webChat: assets.webChat };
  const send = createPageSender(parts);
  server.get(
    pagePaths.chat,
    answer(log, async (request, response) => send(request, response, (reader) => chatPage(chat, reader))),
  );
  server.get(
    '/assets/*',
    answer(log, async (request, response) => sendAsset(assets, request, response)),
  );
};

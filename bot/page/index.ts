import type { Server } from 'restify';
import type { Document } from '../../knowledge/document/document.ts';
import { crisisProtocol } from '../../knowledge/helplines/protocol-page.ts';
import { screeningMethod } from '../../knowledge/levels-of-care/method-page.ts';
import { projectRoot } from '../../knowledge/project-root.ts';
import type { Texts } from '../../knowledge/texts/texts.ts';
import type { Log } from '../log.ts';
import { answer } from '../server.ts';
import { readAssets } from './assets.ts';
import { chatPage } from './chat-page.ts';
import { documentHtml } from './document-html.ts';
import { addEmbed } from './embed.ts';
import {
  createPageSender,
  readChatTemplate,
  readWidget,
  type OwnContent,
  type PageSenderParts,
  type Reader,
} from './page-sender.ts';
import { pagePaths } from './page-shell.ts';
import { privacyPage, type Keeping } from './privacy-page.ts';
import { sendAsset } from './send-asset.ts';

export interface PageRouteParts extends PageSenderParts, Keeping {
  readonly log: Log;
}

/** The website's pages and what they load. */
export const addPages = (server: Server, parts: PageRouteParts): void => {
  const { log } = parts;
  const assets = readAssets(projectRoot());
  if (assets.script === undefined || assets.webChat === undefined) log.write('webchat');
  const { knowledge } = parts;
  const chat = {
    knowledge,
    assets,
    template: readWidget('page.html'),
    chatTemplate: readChatTemplate(),
  };
  const send = createPageSender(parts);
  const contents = { ...documents(parts), [pagePaths.chat]: (reader: Reader) => chatPage(chat, reader) };
  for (const [path, content] of Object.entries(contents))
    server.get(
      path,
      answer(log, async (request, response) => send(request, response, content)),
    );
  addEmbed(server, { ...parts, assets });
  server.get(
    '/assets/*',
    answer(log, async (request, response) => sendAsset(assets, request, response)),
  );
};

/** The pages to read, by address. */
const documents = ({ knowledge, memoryDays, storageUrl, keepUnanswered, chatAt }: PageRouteParts) => {
  const { texts, helplines, clinic } = knowledge;
  const { country } = clinic;
  return {
    [pagePaths.safety]: ({ language }: Reader) =>
      written(
        crisisProtocol({ helplines, texts: texts[language].crisis, country, language }),
        texts[language],
      ),
    [pagePaths.method]: ({ language }: Reader) => written(screeningMethod(texts[language]), texts[language]),
    [pagePaths.privacy]: ({ language }: Reader) =>
      privacyPage(texts[language], clinic, { memoryDays, storageUrl, keepUnanswered, chatAt }, language),
  };
};

const written = ({ title, blocks }: Document, { page }: Pick<Texts, 'page'>): OwnContent => ({
  title,
  body: documentHtml(blocks, page.contents),
});

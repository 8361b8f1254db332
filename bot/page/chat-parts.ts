import { helpId } from '../../dialogs/help-pressed.ts';
import { escapeHtml } from '../../knowledge/document/escape-html.ts';
import type { PageTexts } from '../../knowledge/texts/page-texts.ts';
import type { Assets } from './assets.ts';
import { fillTemplate } from './fill-template.ts';
import type { Reader } from './page-sender.ts';

/** `widget/chat.html`, and the script in it, `widget/early.js`. */
export interface ChatTemplate {
  readonly html: string;
  readonly early: string;
}

/** What a page with the chat needs: `contacts` are the numbers as list items. */
export interface ChatParts {
  readonly texts: PageTexts;
  readonly template: ChatTemplate;
  readonly nonce: string;
  readonly contacts: string;
}

/** The chat with its tools and the numbers that stand in for it. */
export const chatParts = ({ texts, template, nonce, contacts }: ChatParts): string =>
  fillTemplate(template.html, {
    early: `<script nonce="${escapeHtml(nonce)}">${template.early}</script>`,
    needHelp: escapeHtml(texts.help.button),
    leave: escapeHtml(texts.leave.button),
    leaveHint: escapeHtml(texts.leave.hint),
    helpTitle: escapeHtml(texts.help.title),
    helpLines: texts.help.lines.map((line) => `<p>${escapeHtml(line)}</p>`).join('\n'),
    contacts,
    back: escapeHtml(texts.help.back),
    chat: escapeHtml(texts.chat),
    loading: escapeHtml(texts.loading),
  });

/** Where trouble with the chat is told. */
export const chatNotice = `<div id="notice" role="alert" hidden>
        <p></p>
        <button type="button" hidden></button>
      </div>`;

/** The chat's script, and what it is to know, as HTML for the head. */
export const chatHead = (
  texts: PageTexts,
  { script, webChat }: Pick<Assets, 'script' | 'webChat'>,
  { language, nonce }: Reader,
): string => {
  const data = {
    texts: texts.trouble,
    news: texts.news,
    labels: { tryAgain: texts.tryAgain, useHere: texts.useHere },
    help: { choice: helpId, words: texts.help.button },
    leaveTo: texts.leave.to,
    language,
    webChat,
  };
  return `<script type="application/json" id="page-data">${asJson(data)}</script>
    ${loading({ script, webChat }, escapeHtml(nonce))}`;
};

/** Web Chat is large, so it comes from the first moment on, beside the script that will start it. */
const loading = ({ script, webChat }: Pick<Assets, 'script' | 'webChat'>, nonce: string): string => {
  const own =
    script === undefined
      ? ''
      : `<script type="module" nonce="${nonce}" src="${escapeHtml(script)}"></script>`;
  const early =
    webChat === undefined
      ? ''
      : `<link rel="preload" as="script" nonce="${nonce}" href="${escapeHtml(webChat)}" />`;
  return own + early;
};

/** JSON that can't end its element. */
const asJson = (data: unknown): string => JSON.stringify(data).replaceAll('<', String.raw`\u003c`);

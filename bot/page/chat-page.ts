import { escapeHtml } from '../../knowledge/document/escape-html.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Language } from '../../knowledge/language/language.ts';
import type { PageTexts } from '../../knowledge/texts/page-texts.ts';
import { fillTemplate } from './fill-template.ts';
import type { OwnContent, Reader } from './page-sender.ts';
import { pageAddress, pagePaths } from './page-shell.ts';

export interface ChatPageParts {
  readonly knowledge: Pick<Knowledge, 'texts' | 'clinic'>;
  /** `widget/page.html`. */
  readonly template: string;
  /** The address of the page's own script. */
  readonly script: string;
  readonly webChat: string | undefined;
}

/** The page at `/`: what the service is and is not, and the chat. */
export const chatPage = (parts: ChatPageParts, { language, nonce }: Reader): OwnContent => {
  const { knowledge, template, script, webChat } = parts;
  const texts = knowledge.texts[language].page;
  const inClinic = (text: string) => escapeHtml(text.replaceAll('{clinic}', () => knowledge.clinic.name));
  const data = { texts: texts.trouble, language, webChat };
  return {
    title: texts.title,
    head: `<script type="application/json" id="page-data">${asJson(data)}</script>
    <script type="module" nonce="${escapeHtml(nonce)}" src="${escapeHtml(script)}"></script>`,
    underNumbers: `<div id="notice" role="alert" hidden>
        <p></p>
        <button type="button" hidden>${escapeHtml(texts.tryAgain)}</button>
      </div>`,
    body: fillTemplate(template, {
      about: texts.about.map((text) => `<p>${inClinic(text)}</p>`).join('\n'),
      chat: escapeHtml(texts.chat),
      loading: escapeHtml(texts.loading),
      newChat: escapeHtml(texts.newChat),
      privacy: escapeHtml(texts.privacy),
      does: list(texts.does),
      isNot: list(texts.isNot),
      moreTitle: escapeHtml(texts.more.title),
      more: ways(texts, language).join('\n'),
    }),
  };
};

const list = ({ title, lines }: PageTexts['does']): string =>
  `<h2>${escapeHtml(title)}</h2><ul>${lines.map((line) => `<li>${escapeHtml(line)}</li>`).join('\n')}</ul>`;

/** The other pages, and what each tells. */
const ways = ({ pages, more }: PageTexts, language: Language): readonly string[] =>
  (['safety', 'method', 'privacy'] as const).map(
    (name) =>
      `<li><a href="${pageAddress(pagePaths[name], language)}">${escapeHtml(pages[name])}</a><p>${escapeHtml(more[name])}</p></li>`,
  );

/** JSON that can't end its element. */
const asJson = (data: unknown): string => JSON.stringify(data).replaceAll('<', String.raw`\u003c`);

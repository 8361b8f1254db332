import { escapeHtml } from '../../knowledge/document/escape-html.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Language } from '../../knowledge/language/language.ts';
import type { PageTexts } from '../../knowledge/texts/page-texts.ts';
import type { Assets } from './assets.ts';
import { chatHead, chatNotice, chatParts, type ChatTemplate } from './chat-parts.ts';
import { contactItems, emergencyContacts } from './emergency-contacts.ts';
import { fillTemplate } from './fill-template.ts';
import type { OwnContent, Reader } from './page-sender.ts';
import { pageAddress, pagePaths } from './page-shell.ts';

export interface ChatPageParts {
  readonly knowledge: Pick<Knowledge, 'texts' | 'helplines' | 'clinic'>;
  /** `widget/page.html`. */
  readonly template: string;
  readonly chatTemplate: ChatTemplate;
  readonly assets: Pick<Assets, 'script' | 'webChat'>;
}

/** The page at `/`: what the service is and is not, and the chat. */
export const chatPage = (parts: ChatPageParts, reader: Reader): OwnContent => {
  const { knowledge, template, chatTemplate, assets } = parts;
  const { language } = reader;
  const texts = knowledge.texts[language].page;
  const inClinic = (text: string) => escapeHtml(text.replaceAll('{clinic}', () => knowledge.clinic.name));
  const contacts = contactItems(emergencyContacts(knowledge, language));
  return {
    title: texts.title,
    head: chatHead(texts, assets, reader),
    underNumbers: chatNotice,
    body: fillTemplate(template, {
      about: texts.about.map((text) => `<p>${inClinic(text)}</p>`).join('\n'),
      chatParts: chatParts({ texts, template: chatTemplate, nonce: reader.nonce, contacts }),
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

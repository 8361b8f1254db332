import { escapeHtml } from '../../knowledge/document/escape-html.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Assets } from './assets.ts';
import { chatHead, chatNotice, chatParts, type ChatTemplate } from './chat-parts.ts';
import { contactItems, emergencyContacts } from './emergency-contacts.ts';
import { fillTemplate } from './fill-template.ts';
import type { Reader } from './page-sender.ts';
import { pageAddress, pagePaths } from './page-shell.ts';

export interface EmbedPageParts {
  readonly knowledge: Pick<Knowledge, 'texts' | 'helplines' | 'clinic'>;
  /** `widget/embed.html`, and the styles of it and of the chat. */
  readonly template: string;
  readonly chatTemplate: ChatTemplate;
  readonly css: string;
  readonly assets: Pick<Assets, 'script' | 'webChat'>;
}

/** The chat alone, for a frame in another site's page. In widget.js's panel the numbers stand around the frame. */
export const embedPage = (parts: EmbedPageParts, reader: Reader, inPanel: boolean): string => {
  const { knowledge, template, chatTemplate, css, assets } = parts;
  const { language, nonce } = reader;
  const texts = knowledge.texts[language].page;
  const contacts = contactItems(emergencyContacts(knowledge, language));
  const { name } = knowledge.clinic;
  return fillTemplate(template, {
    language,
    nonce: escapeHtml(nonce),
    css,
    clinic: escapeHtml(name),
    head: chatHead(texts, assets, reader),
    classes: inPanel ? 'embedded in-panel' : 'embedded',
    danger: escapeHtml(texts.danger),
    contacts,
    notice: chatNotice,
    chatParts: chatParts({ texts, template: chatTemplate, nonce: reader.nonce, contacts }),
    automated: escapeHtml(texts.embed.automated.replaceAll('{clinic}', () => name)),
    privacyPage: pageAddress(pagePaths.privacy, language),
    privacyName: escapeHtml(texts.pages.privacy),
    newChat: escapeHtml(texts.newChat),
    chat: escapeHtml(texts.chat),
  });
};

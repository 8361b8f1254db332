import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Language } from '../../knowledge/language/language.ts';
import { escapeHtml } from '../../knowledge/document/escape-html.ts';
import type { PageTexts } from '../../knowledge/texts/page-texts.ts';
import { contactItems, emergencyContacts } from './emergency-contacts.ts';
import { fillTemplate } from './fill-template.ts';
import { personLines } from './person-lines.ts';

export { escapeHtml };

/** What is the same for every page. */
export interface ShellParts {
  readonly knowledge: Pick<Knowledge, 'texts' | 'helplines' | 'clinic'>;
  /** `widget/shell.html` and the styles of all pages. */
  readonly template: string;
  readonly css: string;
}

export interface PageContent {
  readonly language: Language;
  /** Its address: marked in the menu where it is one of those there. */
  readonly path: string;
  /** Plain text: the page's one h1. */
  readonly title: string;
  /** HTML below the h1; who makes it has escaped what goes in (`escapeHtml`). */
  readonly body: string;
  /** The nonce of this answer's `pageHeaders`: styles and scripts carry it. */
  readonly nonce: string;
  /** HTML at the end of the head. */
  readonly head?: string;
  /** HTML right under the numbers to call. */
  readonly underNumbers?: string;
}

/** The pages of the menu. */
export const pagePaths = {
  chat: '/',
  safety: '/safety',
  method: '/screening-method',
  privacy: '/privacy',
} as const;

/** One whole page: the numbers to call, the menu, the content, whom to talk to. */
export const pageShell = ({ knowledge, template, css }: ShellParts, content: PageContent): string => {
  const { clinic } = knowledge;
  const { language, nonce, title } = content;
  const texts = knowledge.texts[language].page;
  return fillTemplate(template, {
    language,
    nonce: escapeHtml(nonce),
    css,
    title: escapeHtml(title),
    clinic: escapeHtml(clinic.name),
    head: content.head ?? '',
    skip: escapeHtml(texts.skip),
    danger: escapeHtml(texts.danger),
    contacts: contactItems(emergencyContacts(knowledge, language)),
    underNumbers: content.underNumbers ?? '',
    home: pageAddress(pagePaths.chat, language),
    menu: escapeHtml(texts.menu),
    links: menu(texts, content).join('\n'),
    other: language === 'en' ? 'es' : 'en',
    otherLanguage: escapeHtml(texts.otherLanguage),
    body: content.body,
    automated: escapeHtml(texts.automated.replaceAll('{clinic}', () => clinic.name)),
    person: personLines(texts, clinic).join('\n'),
  });
};

/** No cookie remembers the language, so each link carries it. */
export const pageAddress = (path: string, language: Language): string => `${path}?lang=${language}`;

const menu = (texts: PageTexts, { path, language }: PageContent): readonly string[] =>
  Object.entries(pagePaths).map(([name, each]) => {
    const current = each === path ? ' aria-current="page"' : '';
    const label = escapeHtml(texts.pages[name as keyof typeof pagePaths]);
    return `<li><a href="${pageAddress(each, language)}"${current}>${label}</a></li>`;
  });

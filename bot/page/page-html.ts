import type { Clinic } from '../../knowledge/clinic.ts';
import type { Contact } from '../../knowledge/helplines/contact.ts';
import type { Language } from '../../knowledge/language/language.ts';
import type { PageTexts } from '../../knowledge/texts/page-texts.ts';

export interface PageParts {
  readonly language: Language;
  readonly texts: PageTexts;
  readonly clinic: Clinic;
  readonly contacts: readonly Contact[];
  readonly nonce: string;
  readonly css: string;
  /** The address of the page's own script. */
  readonly script: string;
  readonly webChat: string | undefined;
}

/** Fills the page's template: everything that goes in is escaped here. */
export const pageHtml = (template: string, parts: PageParts): string => {
  const values = valuesOf(parts);
  return template.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`page.html: {{${name}}} is not known.`);
    return value;
  });
};

const valuesOf = (parts: PageParts): Readonly<Record<string, string>> => {
  const { texts, language, clinic } = parts;
  const inClinic = (text: string) => escape(text.replaceAll('{clinic}', clinic.name));
  return {
    language,
    other: language === 'en' ? 'es' : 'en',
    nonce: escape(parts.nonce),
    css: parts.css,
    script: escape(parts.script),
    data: dataOf(parts),
    title: escape(texts.title),
    otherLanguage: escape(texts.otherLanguage),
    about: texts.about.map((text) => `<p>${inClinic(text)}</p>`).join('\n'),
    privacy: escape(texts.privacy),
    danger: escape(texts.danger),
    contacts: parts.contacts.map(({ label, href }) => `<li>${link(href, label)}</li>`).join('\n'),
    chat: escape(texts.chat),
    loading: escape(texts.loading),
    tryAgain: escape(texts.tryAgain),
    newChat: escape(texts.newChat),
    person: personLines(texts, clinic).join('\n'),
  };
};

const personLines = ({ person }: PageTexts, { name, phone, hours, url }: Clinic): readonly string[] => {
  const inClinic = (text: string) =>
    escape(text.replaceAll('{clinic}', name).replaceAll('{hours}', hours ?? ''));
  const number = phone === undefined ? '' : link(`tel:${phone.replaceAll(/[^\d+]/g, '')}`, phone);
  return [
    `<p>${inClinic(phone === undefined ? person.withoutPhone : person.withPhone).replaceAll('{phone}', () => number)}</p>`,
    ...(hours === undefined ? [] : [`<p>${inClinic(person.hours)}</p>`]),
    ...(url === undefined ? [] : [`<p><a href="${escape(url)}">${inClinic(person.web)}</a></p>`]),
  ];
};

/** What the script needs to know, as JSON that can't end its element. */
const dataOf = ({ texts, language, webChat }: PageParts): string =>
  JSON.stringify({ texts: texts.trouble, language, webChat }).replaceAll('<', String.raw`\u003c`);

const link = (href: string, label: string): string => `<a href="${escape(href)}">${escape(label)}</a>`;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escape = (text: string): string => text.replaceAll(/[&<>"']/g, (found) => entities[found] ?? found);

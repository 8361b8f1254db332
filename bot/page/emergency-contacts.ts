import { escapeHtml } from '../../knowledge/document/escape-html.ts';
import type { Contact } from '../../knowledge/helplines/contact.ts';
import { contactsFor } from '../../knowledge/helplines/contacts.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Language } from '../../knowledge/language/language.ts';

/** The numbers above every page and chat: what works without a browser, few enough to stay in sight on a small screen. */
export const emergencyContacts = (
  { helplines, clinic }: Pick<Knowledge, 'helplines' | 'clinic'>,
  language: Language,
): readonly Contact[] =>
  contactsFor(helplines, clinic.country, 'medical', 'immediate', language).filter(
    ({ href }) => !href.startsWith('https:'),
  );

/** The numbers as list items of links. */
export const contactItems = (contacts: readonly Contact[]): string =>
  contacts
    .map(({ label, href }) => `<li><a href="${escapeHtml(href)}">${escapeHtml(label)}</a></li>`)
    .join('\n');

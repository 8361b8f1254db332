import type { Clinic } from '../../knowledge/clinic.ts';
import { escapeHtml } from '../../knowledge/document/escape-html.ts';
import type { PageTexts } from '../../knowledge/texts/page-texts.ts';

/** How to reach a person at the clinic, as far as its configuration says, as HTML. */
export const personLines = (
  { person }: PageTexts,
  { name, phone, hours, url }: Clinic,
): readonly string[] => {
  const inClinic = (text: string) =>
    escapeHtml(text.replaceAll('{clinic}', () => name).replaceAll('{hours}', () => hours ?? ''));
  const number =
    phone === undefined ? '' : `<a href="tel:${phone.replaceAll(/[^\d+]/g, '')}">${escapeHtml(phone)}</a>`;
  const reach = inClinic(phone === undefined ? person.withoutPhone : person.withPhone);
  return [
    `<p>${reach.replaceAll('{phone}', () => number)}</p>`,
    ...(hours === undefined ? [] : [`<p>${inClinic(person.hours)}</p>`]),
    ...(url === undefined ? [] : [`<p><a href="${escapeHtml(url)}">${inClinic(person.web)}</a></p>`]),
  ];
};

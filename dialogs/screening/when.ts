import type { Language } from '../../knowledge/language/language.ts';

/** "November 24, 2026". Times are in UTC and say so: whoever reads them may be anywhere. */
export const dayOf = (iso: string, language: Language): string =>
  format(iso, language, { dateStyle: 'long' });

/** "Nov 24, 2026, 10:05 AM UTC". */
export const timeOf = (iso: string, language: Language): string =>
  `${format(iso, language, { dateStyle: 'medium', timeStyle: 'short' })} UTC`;

/** Newer Node versions write a narrow no-break space before AM and PM, which text messages don't have. */
const format = (iso: string, language: Language, style: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(language === 'es' ? 'es-US' : 'en-US', { ...style, timeZone: 'UTC' })
    .format(new Date(iso))
    .replaceAll(/[\u00A0\u202F]/g, ' ');

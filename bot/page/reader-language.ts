import type { Request } from 'restify';
import { languages, type Language } from '../../knowledge/language/language.ts';

/** `?lang=es` first, then what the browser asks for. */
export const readerLanguage = (request: Request): Language => {
  const chosen = new URLSearchParams(request.getQuery()).get('lang');
  const wished = [chosen ?? '', ...(request.headers['accept-language'] ?? '').split(',')];
  const known = wished.flatMap((wish) =>
    languages.filter((language) => wish.trim().toLowerCase().startsWith(language)),
  );
  return known[0] ?? 'en';
};

import type { Language } from '../language/language.ts';
import type { Country } from './country.ts';
import type { Helplines } from './helplines.ts';

/** One short sentence with the emergency number and the crisis line: "In danger? Call 911, or call or text 988." */
export const dangerLine = (helplines: Helplines, country: Country, language: Language): string => {
  const { emergency, reach } = helplines.countries[country];
  return helplines.danger[language].replace('{emergency}', emergency).replace('{reach}', reach[language]);
};

import type { Heard } from './heard.ts';
import { hasPhrase, hitsOf, startsWith } from './phrases.ts';

/** Below this age only people help, no questions. */
export const youngest = 13;
const adult = 18;
const oldest = 120;

export type ReadAge = 'child' | 'under-18' | 'adult' | undefined;

/** An age in figures or words: "17", "he's 15", "in her 30s", "forty". Bare figures up to 7 may be a choice instead. */
export const readAge = (said: string, heard: Heard): ReadAge => {
  if (/^[1-7]$/.test(said)) return undefined;
  return groupOf(yearsIn(said, heard) ?? inWords(said, heard));
};

/** Whether a text speaks of a child by age: "my 9 year old". */
export const namesChild = (said: string, heard: Heard): boolean => {
  const years = yearsIn(said, heard);
  const withUnit = heard.lists.years.some((unit) => new RegExp(`(?:^| )\\d{1,2} ?${unit}(?: |$)`).test(said));
  return withUnit && groupOf(years) === 'child';
};

const groupOf = (years: number | undefined): ReadAge => {
  if (years === undefined || years > oldest) return undefined;
  if (years < youngest) return 'child';
  return years < adult ? 'under-18' : 'adult';
};

/** The one figure in it; two figures are no clear age. */
const yearsIn = (said: string, { lists }: Heard): number | undefined => {
  const [first, ...others] = said.matchAll(/(?:^| )(\d{1,3})(?:s|yo|yrs?|y)?(?= |$)/g);
  if (first === undefined || others.length > 0) return undefined;
  const years = Number(first[1]);
  const after = said.slice(first.index + first[0].length).trim();
  if (lists.months.some((unit) => startsWith(after, unit))) return 0;
  const before = said.slice(0, first.index).trim();
  return lists.younger.some((word) => ` ${before}`.endsWith(` ${word}`)) ? years - 1 : years;
};

const inWords = (said: string, { ages }: Heard): number | undefined => {
  const found = hitsOf(said, ages).map(({ means }) => means);
  return found.length === 0 || hasPhrase(said, 'not') ? undefined : Math.max(...found);
};

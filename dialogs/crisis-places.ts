import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Language } from '../knowledge/language/language.ts';
import { fill } from './turn.ts';

type Places = Readonly<Record<string, string>>;

/** What the places of a crisis text stand for in the clinic's country. */
export const crisisPlaces = ({ helplines, clinic, texts }: Knowledge, language: Language): Places => {
  const { emergency, reach, text, poison, abuse, child } = helplines.countries[clinic.country];
  const { instead } = texts[language].crisis;
  const always = { emergency, reach: reach[language], text: text[language] };
  return {
    ...always,
    poison: poison?.[language] ?? fill(instead.poison, always),
    abuse: abuse?.[language] ?? fill(instead.abuse, always),
    child: child?.[language] ?? fill(instead.child, always),
  };
};

import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Language } from '../knowledge/language/language.ts';
import { categoryOf, isOfBody } from './crisis-memory.ts';
import { fill, type Turn } from './turn.ts';

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

/**
 * The same for what is said later in a conversation: about abuse at home its own line takes the place of the other,
 * and the emergency number does where the body is in danger.
 */
export const sessionPlaces = ({ knowledge, memory, texts }: Turn): Places => {
  const places = crisisPlaces(knowledge, memory.language);
  if (isOfBody(memory)) return { ...places, reach: fill(texts.crisis.instead.body, places) };
  return categoryOf(memory) === 'abuse' ? { ...places, reach: places['abuse'] ?? '' } : places;
};

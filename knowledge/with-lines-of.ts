import type { Country } from './helplines/country.ts';
import type { Knowledge } from './knowledge.ts';

/** The same knowledge with the helplines of another country, where a person said they are there. */
export const withLinesOf = (knowledge: Knowledge, country: Country | undefined): Knowledge =>
  country === undefined || country === knowledge.clinic.country
    ? knowledge
    : { ...knowledge, clinic: { ...knowledge.clinic, country } };

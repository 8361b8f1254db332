import type { Language } from '../language/language.ts';
import type { RiskCategory, Tier } from '../risk/verdict.ts';
import type { Contact } from './contact.ts';
import type { Country } from './country.ts';
import type { ContactData, Helplines, LineKind } from './helplines.ts';

/** Whether the emergency number or the crisis line stands first. */
export const helpFirst: Readonly<Record<RiskCategory, 'line' | 'emergency'>> = {
  'self-harm': 'line',
  psychosis: 'line',
  'harm-to-others': 'emergency',
  overdose: 'emergency',
  withdrawal: 'emergency',
  medical: 'emergency',
  abuse: 'emergency',
  child: 'emergency',
};

/** The line for this kind of danger, besides the emergency number and the crisis line. */
const special: Readonly<Partial<Record<RiskCategory, LineKind>>> = {
  overdose: 'poison',
  abuse: 'abuse',
  child: 'child',
};

/** Lines for some people only: shown where there is time to read, so never in an immediate danger. */
const forSome: readonly LineKind[] = ['more', 'veterans', 'parents'];

/** Who to call, most fitting first; short enough to be read in a crisis. */
export const contactsFor = (
  helplines: Helplines,
  country: Country,
  category: RiskCategory,
  tier: Tier,
  language: Language,
): readonly Contact[] => {
  const { contacts } = helplines.countries[country];
  return kindsFor(category, tier)
    .flatMap((kind) => contacts[kind] ?? [])
    .flatMap((data) => contactOf(data, language));
};

const kindsFor = (category: RiskCategory, tier: Tier): readonly LineKind[] => {
  const own = special[category] ? [special[category]] : [];
  if (helpFirst[category] === 'emergency') return ['emergency', ...own, 'line'];
  return tier === 'concern' ? ['line', 'emergency', ...forSome] : ['line', 'emergency'];
};

const contactOf = (data: ContactData, language: Language): readonly Contact[] => {
  const label = data[language];
  return label === undefined ? [] : [{ label, href: hrefOf(data) }];
};

const hrefOf = (data: ContactData): string => {
  if ('chat' in data) return data.chat;
  return 'call' in data ? `tel:${digits(data.call)}` : `sms:${digits(data.text)}`;
};

const digits = (number: string): string => number.replaceAll(/\D/g, '');

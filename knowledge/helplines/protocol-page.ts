import type { Language } from '../language/language.ts';
import { tiers } from '../risk/verdict.ts';
import type { CrisisTexts } from '../texts/crisis-texts.ts';
import { contactsFor } from './contacts.ts';
import type { Contact } from './contact.ts';
import { countries, type Country } from './country.ts';
import type { Helplines } from './helplines.ts';

export interface ProtocolParts {
  readonly helplines: Helplines;
  readonly texts: CrisisTexts;
  /** The country whose numbers stand in the sample replies. */
  readonly country: Country;
  readonly language: Language;
}

/** The crisis protocol as Markdown: what the service does, its first words, and whom it tells people to call. */
export const crisisProtocol = (parts: ProtocolParts): string => {
  const { protocol } = parts.texts;
  const sections = protocol.sections.map(({ title, lines }) => `## ${title}\n\n${bullets(lines)}`);
  return [`# ${protocol.title}`, ...sections, ...samples(parts), ...whomToCall(parts)].join('\n\n') + '\n';
};

const samples = ({ helplines, texts, country, language }: ProtocolParts): readonly string[] => {
  const { protocol } = texts;
  const { name, emergency, reach } = helplines.countries[country];
  const said = tiers.toReversed().flatMap((tier) => {
    if (tier === 'none') return [];
    const { lead, act } = texts[tier].categories['self-harm'][0];
    const words = `${lead} ${act}`
      .replaceAll('{emergency}', emergency)
      .replaceAll('{reach}', reach[language]);
    return [
      `**${protocol.tiers[tier]}**`,
      `> ${words}`,
      bullets(contactsFor(helplines, country, 'self-harm', tier, language).map(link)),
    ];
  });
  return [protocol.firstReply.replace('{country}', name[language]), ...said];
};

const whomToCall = ({ helplines, texts, language }: ProtocolParts): readonly string[] => {
  const { title, row, checked } = texts.protocol.contacts;
  const rows = countries.map((country) => {
    const { name, emergency } = helplines.countries[country];
    const lines = allContacts(helplines, country, language).map(link).join(', ');
    return row
      .replace('{country}', name[language])
      .replace('{emergency}', emergency)
      .replace('{lines}', lines);
  });
  return [`## ${title}`, bullets(rows), checked.replace('{checked}', helplines.checked)];
};

/** Everyone who can be named in any case, once. */
const allContacts = (helplines: Helplines, country: Country, language: Language): readonly Contact[] => {
  const cases = (['self-harm', 'overdose', 'abuse', 'child'] as const).flatMap((category) =>
    contactsFor(helplines, country, category, 'concern', language),
  );
  const { emergency } = helplines.countries[country];
  const others = cases.filter(({ href }) => href !== `tel:${emergency}`);
  return [...new Map(others.map((contact) => [contact.label, contact])).values()];
};

const link = ({ label, href }: Contact): string => `[${label}](${href})`;
const bullets = (lines: readonly string[]): string => lines.map((line) => `- ${line}`).join('\n');

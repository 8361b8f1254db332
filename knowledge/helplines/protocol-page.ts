import type { Block, Document, Line } from '../document/document.ts';
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
  /** The country whose numbers stand in the sample replies, and first in the list. */
  readonly country: Country;
  readonly language: Language;
}

/** The crisis protocol: what the service does, its first words, and whom it tells people to call. */
export const crisisProtocol = (parts: ProtocolParts): Document => {
  const { title, sections } = parts.texts.protocol;
  const said = sections.flatMap(({ title: about, lines }): readonly Block[] => [
    { kind: 'heading', level: 2, text: about },
    { kind: 'bullets', items: lines.map((line) => [line]) },
  ]);
  return { title, blocks: [...said, ...samples(parts), ...whomToCall(parts)] };
};

const samples = ({ helplines, texts, country, language }: ProtocolParts): readonly Block[] => {
  const { protocol } = texts;
  const { name, emergency, reach } = helplines.countries[country];
  const said = tiers.toReversed().flatMap((tier): readonly Block[] => {
    if (tier === 'none') return [];
    const { lead, act } = texts[tier].categories['self-harm'][0];
    const text = `${lead} ${act}`.replaceAll('{emergency}', emergency).replaceAll('{reach}', reach[language]);
    return [
      { kind: 'heading', level: 3, text: protocol.tiers[tier] },
      { kind: 'quote', text },
      { kind: 'contacts', contacts: contactsFor(helplines, country, 'self-harm', tier, language) },
    ];
  });
  const title = protocol.firstReply.replace('{country}', name[language]);
  return [{ kind: 'heading', level: 2, text: title }, ...said];
};

const whomToCall = ({ helplines, texts, country, language }: ProtocolParts): readonly Block[] => {
  const { title, row, checked } = texts.protocol.contacts;
  const order = [country, ...countries.filter((each) => each !== country)];
  const items = order.map((each): Line => {
    const { name, emergency } = helplines.countries[each];
    const text = row.replace('{country}', name[language]).replace('{emergency}', emergency);
    const [before = '', after = ''] = text.split('{lines}');
    const lines = allContacts(helplines, each, language).flatMap((contact, at) =>
      at === 0 ? [contact] : [', ', contact],
    );
    return [before, ...lines, after];
  });
  return [
    { kind: 'heading', level: 2, text: title },
    { kind: 'bullets', items },
    { kind: 'text', text: checked.replace('{checked}', helplines.checked) },
  ];
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

import { textFields, type Spoken, type TextField } from './lint-fields.ts';
import type { Finding } from './lint.ts';

/** Words that blame, press or promise, in the language they hurt in. */
const unkind = {
  en: /\b(?:committed|addicts?|alcoholics?|junkies?|substance abuse|suffer(?:s|ing)? from|victims?|crazy|you need|you must|guarantees?d?|promises?d?|of course)\b(?! (?:take any|join in))/i,
  es: /(?<!\p{L})(?:adict[oa]s?|alcohólic[oa]s?|drogadict[oa]s?|cometió|sufren? de|víctimas?|usted (?:necesita|debe)|garantiza\p{L}*|promet\p{L}*|tú|tu|tus|tienes|puedes|quieres)(?!\p{L})/iu,
} as const;
/** Carriers act on these words, so no one may be told to send them. */
const carrierWords = /\b(?:STOP|STOPALL|UNSUBSCRIBE|CANCEL|END|QUIT|REVOKE|OPTOUT|HELP|INFO)\b/;
/** Places of other texts; nothing fills them in an entry. */
const place = /\{[a-z]+\}/i;
/** Entries that people in danger may land on. */
const dangerTopics: ReadonlySet<string> = new Set(['iop-safety-risk', 'iop-not-for']);
const dangerLine = /988[^\n]*911[^\n]*$/;

type Problem = Pick<Finding, 'rule' | 'message'>;

/** How an entry speaks to people, and whether it names help where it has to. */
export const lintWording = (entry: Spoken): readonly Finding[] =>
  textFields(entry).flatMap((field) =>
    [
      ...unkindWords(field),
      ...noCarrierWords(field),
      ...noPlaces(field),
      ...dangerLines(entry.id, field),
    ].map((problem) => ({ entry: entry.id, field: field.field, ...problem })),
  );

const unkindWords = ({ language, text }: TextField): readonly Problem[] => {
  const found = unkind[language].exec(text);
  if (found === null) return [];
  return [{ rule: 'unkind', message: `says "${found[0]}". Find a kinder or more careful word.` }];
};

const noCarrierWords = ({ text }: TextField): readonly Problem[] => {
  const found = carrierWords.exec(text);
  if (found === null) return [];
  return [
    { rule: 'carrier-word', message: `says ${found[0]}, which carriers take as an order. Leave it out.` },
  ];
};

const noPlaces = ({ text }: TextField): readonly Problem[] =>
  place.test(text)
    ? [{ rule: 'place', message: 'has a {place} that nothing fills. Write "the program" or "the clinic".' }]
    : [];

const dangerLines = (id: string, { name, text }: TextField): readonly Problem[] =>
  name === 'title' || !dangerTopics.has(id) || dangerLine.test(text)
    ? []
    : [{ rule: 'danger-line', message: 'has to end with one line that names 988 and 911.' }];

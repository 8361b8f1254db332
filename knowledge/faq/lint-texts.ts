import type { AnswerEntry } from './entry.ts';
import { textFields, type Spoken, type TextField } from './lint-fields.ts';
import type { Finding } from './lint.ts';
import { isGsm7, toGsm7 } from '../texts/gsm7.ts';
import { readingEaseEs } from './reading-ease-es.ts';
import { readingGrade } from './reading-grade.ts';

const highestGrade = 8;
const leastEaseEs = 55;
const shortLength = 275;
const fullWords = {
  article: { from: 60, to: 120 },
  'not-in-article': { from: 30, to: 110 },
  conversation: { from: 1, to: 110 },
  clinic: { from: 1, to: 150 },
};

/** How long, how hard to read and how well to send the texts are. */
export const lintTexts = (entry: Told): readonly Finding[] => [
  ...textFields(entry).flatMap((field) =>
    [...badSigns(field), ...tooLong(field), ...tooHard(field)].map(findingIn(entry)),
  ),
  ...badLength(entry),
  ...noSpanish(entry),
];

type Told = Spoken & Pick<AnswerEntry, 'group'>;
type Problem = Omit<Finding, 'entry'>;

const findingIn =
  ({ id }: Told) =>
  (problem: Problem): Finding => ({ entry: id, ...problem });

const badSigns = ({ field, text }: TextField): readonly Problem[] => {
  const bad = [...new Set(toGsm7(text))].filter((sign) => !isGsm7(sign)).join(' ');
  if (bad === '') return [];
  return [
    {
      field,
      rule: 'gsm-7',
      message: `has signs that cost a text message half its room: ${bad}. Replace them.`,
    },
  ];
};

const tooLong = ({ field, name, text }: TextField): readonly Problem[] =>
  name === 'short' && text.length > shortLength
    ? [{ field, rule: 'short-length', message: `has ${text.length} characters. Cut it to ${shortLength}.` }]
    : [];

/** Titles are too short to be measured. */
const tooHard = ({ field, name, language, text }: TextField): readonly Problem[] => {
  if (name === 'title') return [];
  const measured = language === 'en' ? gradeProblem(readingGrade(text)) : easeProblem(readingEaseEs(text));
  return measured === undefined ? [] : [{ field, rule: 'reading-grade', message: measured }];
};

const gradeProblem = (grade: number): string | undefined =>
  grade <= highestGrade
    ? undefined
    : `reads at grade ${grade.toFixed(1)}, and ${highestGrade} is the most. Use shorter words and sentences.`;

const easeProblem = (ease: number): string | undefined =>
  ease >= leastEaseEs
    ? undefined
    : `reads at ease ${ease.toFixed(0)}, and ${leastEaseEs} is the least. Use shorter words and sentences.`;

const noSpanish = ({ id, es }: Told): readonly Finding[] =>
  es === undefined
    ? [
        {
          entry: id,
          field: 'es',
          rule: 'no-spanish',
          message: 'is missing. Write title, short and full in Spanish.',
        },
      ]
    : [];

const badLength = ({ id, group, full }: Told): readonly Finding[] => {
  const { from, to } = fullWords[group];
  const count = full.match(/[\p{L}\p{N}][\p{L}\p{N}'.-]*/gu)?.length ?? 0;
  if (count >= from && count <= to) return [];
  return [
    {
      entry: id,
      field: 'full',
      rule: 'full-length',
      message: `has ${count} words. It should have ${from} to ${to}.`,
    },
  ];
};

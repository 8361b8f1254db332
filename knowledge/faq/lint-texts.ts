import type { Entry } from './entry.ts';
import { textFields, type TextField } from './lint-fields.ts';
import type { Finding } from './lint.ts';
import { readingGrade } from './reading-grade.ts';

const highestGrade = 8;
const shortLength = 275;
const fullWords = {
  article: { from: 60, to: 120 },
  'not-in-article': { from: 30, to: 110 },
  conversation: { from: 1, to: 110 },
};
/** The GSM-7 alphabet without its extension table, whose signs count twice. */
const gsm7 = /^[@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&'()*+,\-./0-9:;<=>?¡A-ZÄÖÑÜ§¿a-zäöñüà]*$/;
/** What the SMS renderer folds before sending. */
const folds = /[áíóúÁÍÓÚ]/g;

/** How long, how hard to read and how well to send the texts are. */
export const lintTexts = (entry: Entry): readonly Finding[] => [
  ...textFields(entry).flatMap((field) =>
    [...badSigns(field), ...tooLong(field), ...tooHard(field)].map(findingIn(entry)),
  ),
  ...badLength(entry),
];

type Problem = Omit<Finding, 'entry'>;

const findingIn =
  ({ id }: Entry) =>
  (problem: Problem): Finding => ({ entry: id, ...problem });

const badSigns = ({ field, text }: TextField): readonly Problem[] => {
  const bad = [...new Set(text.replaceAll(folds, 'a'))].filter((sign) => !gsm7.test(sign));
  if (bad.length === 0) return [];
  return [
    { rule: 'gsm-7', message: `${field} has signs that cost a text message half its room: ${bad.join(' ')}` },
  ];
};

const tooLong = ({ field, name, text }: TextField): readonly Problem[] =>
  name === 'short' && text.length > shortLength
    ? [{ rule: 'short-length', message: `${field} has ${text.length} characters. Cut it to ${shortLength}.` }]
    : [];

/** The measure is made for English; titles are too short for it. */
const tooHard = ({ field, name, language, text }: TextField): readonly Problem[] => {
  const grade = name === 'title' || language !== 'en' ? 0 : readingGrade(text);
  if (grade <= highestGrade) return [];
  return [
    {
      rule: 'reading-grade',
      message: `${field} reads at grade ${grade.toFixed(1)}. Use shorter words and sentences.`,
    },
  ];
};

const badLength = ({ id, group, full }: Entry): readonly Finding[] => {
  const { from, to } = fullWords[group];
  const count = full.match(/[\p{L}\p{N}][\p{L}\p{N}'.-]*/gu)?.length ?? 0;
  if (count >= from && count <= to) return [];
  return [
    { entry: id, rule: 'full-length', message: `full has ${count} words. It should have ${from} to ${to}.` },
  ];
};

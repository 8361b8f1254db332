import { joined, type Line } from '../document/document.ts';
import type { MethodTexts } from '../texts/method-texts.ts';
import type { ScreeningTexts, Voiced } from '../texts/screening-texts.ts';
import { questionIds } from './ids.ts';
import { rules, type Condition, type Rule } from './rules.ts';

export interface MethodWords {
  readonly method: MethodTexts;
  readonly screening: Pick<ScreeningTexts, 'questions' | 'rules'>;
}

/** When a rule fits, in the words of the questions; alternatives stand each on a line of its own. */
export const conditionLines = ({ id, when }: Rule, words: MethodWords): readonly Line[] => {
  const { either, also } = drawnTogether(when);
  if (either.every(isEmpty)) return [[words.method.otherwise]];
  const { any, all } = words.method;
  const lines = either.map((each, at) => `${at === 0 ? '' : `${any} `}${conditionWords(each, words)}`);
  const same = also.flatMap((each) => ruleFor(each, id) ?? []);
  if (also.length > 0 && same.length === also.length)
    return [...lines.map((line) => [line]), [`${words.method.alsoRules} `, ...joined(same, any)]];
  const more = also.map((each, at) => `${at === 0 ? all : any} ${conditionWords(each, words)}`);
  return [...lines, ...more].map((line) => [line]);
};

/**
 * Conditions that begin differently and go on alike are one "either" and one "also", both of alternatives:
 * (a or b) and (c or d) instead of a and c, a and d, b and c, b and d.
 */
const drawnTogether = (when: readonly Condition[]) => {
  const rests = new Map<string, Condition[]>();
  for (const condition of when) {
    const [first, rest] = parted(condition);
    const key = JSON.stringify(first);
    rests.set(key, [...(rests.get(key) ?? []), rest]);
  }
  const [also = [], ...others] = rests.values();
  const alike = others.every((each) => JSON.stringify(each) === JSON.stringify(also));
  if (!alike || when.length === 1) return { either: when, also: [] };
  const either = Array.from(rests.keys(), (key): Condition => JSON.parse(key));
  return { either, also: also.filter((each) => !isEmpty(each)) };
};

/** Rules name first what sets them apart. */
const parted = (condition: Condition): readonly [Condition, Condition] => {
  const [first, ...rest] = Object.entries(condition);
  return [Object.fromEntries(first ? [first] : []), Object.fromEntries(rest)];
};

/** The rule, another than this one, that asks for exactly this. */
const ruleFor = (condition: Condition, self: string): { readonly ref: string } | undefined => {
  const wanted = JSON.stringify([condition]);
  const found = rules.find(({ id, when }) => id !== self && JSON.stringify(when) === wanted);
  return found && { ref: found.id };
};

const conditionWords = (condition: Condition, { method, screening }: MethodWords): string =>
  questionIds
    .flatMap((id) => {
      const { name, options } = screening.questions[id];
      const labels = condition[id]?.map((value) => `"${asSelf(options[value] ?? method.skip)}"`);
      return labels ? [`${name}: ${labels.join(` ${method.any} `)}`] : [];
    })
    .join(` ${method.all} `);

const isEmpty = (condition: Condition): boolean => Object.keys(condition).length === 0;

/** As the person themself reads it. */
export const asSelf = (text: Voiced): string => (typeof text === 'string' ? text : text.self);

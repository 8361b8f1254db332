import { outcomeIds, questionIds, type QuestionId } from '../../../knowledge/levels-of-care/ids.ts';
import { valuesOf } from '../../../knowledge/levels-of-care/diagram.ts';
import { rules, type Condition, type Rule } from '../../../knowledge/levels-of-care/rules.ts';

/** The rules with one fault in them, and what the fault is. */
export interface Mutant {
  readonly fault: string;
  readonly rules: readonly Rule[];
}

/** The rule that matches always: without it, or before the others, there is no table at all. */
const isLast = (at: number): boolean => at === rules.length - 1;

const replaced = (at: number, ...others: readonly Rule[]): readonly Rule[] => [
  ...rules.slice(0, at),
  ...others,
  ...rules.slice(at + 1),
];

const namedIn = (condition: Condition): readonly (readonly [QuestionId, readonly string[]])[] =>
  questionIds.flatMap((id) => {
    const wanted = condition[id];
    return wanted ? [[id, wanted] as const] : [];
  });

const without = ({ ...condition }: Condition, gone: QuestionId): Condition =>
  Object.fromEntries(Object.entries(condition).filter(([id]) => id !== gone));

const deleted: readonly Mutant[] = rules.flatMap(({ id }, at) =>
  isLast(at) ? [] : [{ fault: `${id} deleted`, rules: replaced(at) }],
);

const swapped: readonly Mutant[] = rules.flatMap((rule, at) => {
  const other = rules[at + 1];
  if (other === undefined) return [];
  return [
    {
      fault: `${rule.id} and ${other.id} swapped`,
      rules: [...rules.slice(0, at), other, rule, ...rules.slice(at + 2)],
    },
  ];
});

const relabelled: readonly Mutant[] = rules.flatMap((rule, at) =>
  outcomeIds
    .filter((outcome) => outcome !== rule.outcome)
    .map((outcome) => ({
      fault: `${rule.id} leads to ${outcome}`,
      rules: replaced(at, { ...rule, outcome }),
    })),
);

/** Every way to change one condition: an answer less, an answer more, a question less, and the whole of it. */
const reconditioned: readonly Mutant[] = rules.flatMap((rule, at) =>
  rule.when.flatMap((condition, place) => {
    const withCondition = (...others: readonly Condition[]) =>
      replaced(at, { ...rule, when: rule.when.toSpliced(place, 1, ...others) });
    const name = `${rule.id}.${place + 1}`;
    const lost = rule.when.length > 1 ? [{ fault: `${name} deleted`, rules: withCondition() }] : [];
    const changed = namedIn(condition).flatMap(([id, wanted]) => [
      ...wanted.map((value) => ({
        fault: `${name} without ${id}=${value}`,
        rules: withCondition({ ...condition, [id]: wanted.filter((each) => each !== value) }),
      })),
      ...valuesOf(id)
        .filter((value) => !wanted.includes(value))
        .map((value) => ({
          fault: `${name} with ${id}=${value} too`,
          rules: withCondition({ ...condition, [id]: [...wanted, value] }),
        })),
      ...(namedIn(condition).length > 1
        ? [{ fault: `${name} whatever ${id} is`, rules: withCondition(without(condition, id)) }]
        : []),
    ]);
    return [...lost, ...changed];
  }),
);

/** Made from the rules as they are, so that a new rule brings its own. */
export const mutants: readonly Mutant[] = [...deleted, ...swapped, ...relabelled, ...reconditioned];

import type { Answers } from '../../../knowledge/levels-of-care/answers.ts';
import { valuesOf } from '../../../knowledge/levels-of-care/diagram.ts';
import { questionIds } from '../../../knowledge/levels-of-care/ids.ts';

/** The questions that can change an outcome (`age` and `duty` change the wording only), with their values. */
export const deciding = questionIds
  .filter((id) => id !== 'age' && id !== 'duty')
  .map((id) => ({ id, values: valuesOf(id) }));

export const stateCount = deciding.reduce((count, { values }) => count * values.length, 1);

/*
 * A state is a number whose digits, one per question, say which value was given: the last question
 * is the lowest digit. Values stand from least to most severe, "not sure" (`u`) after them.
 */
const digits = deciding.map(({ id, values }, at) => ({
  id,
  values,
  size: values.length,
  stride: deciding.slice(at + 1).reduce((size, lower) => size * lower.values.length, 1),
  hasUnsure: values.at(-1) === 'u',
}));
type Digit = (typeof digits)[number];

const digitOf = (state: number, { size, stride }: Digit): number => Math.floor(state / stride) % size;
const isUnsure = (state: number, digit: Digit): boolean =>
  digit.hasUnsure && digitOf(state, digit) === digit.size - 1;

export const allStates = (): number[] => Array.from({ length: stateCount }, (_, state) => state);

export const answersOf = (state: number): Answers =>
  Object.fromEntries(digits.map((digit) => [digit.id, digit.values[digitOf(state, digit)] ?? '']));

export const isFull = (state: number): boolean => digits.every((digit) => !isUnsure(state, digit));

/** The state with every "not sure" read as the mildest or as the harshest answer. */
export const filled = (state: number, as: 'mildest' | 'harshest'): number =>
  digits.reduce((rest, digit) => {
    if (!isUnsure(state, digit)) return rest;
    return rest - (as === 'mildest' ? digit.size - 1 : 1) * digit.stride;
  }, state);

/** Every state that differs by one answer, which is the next more severe one. */
export const raises = (state: number): number[] =>
  digits.flatMap((digit) => {
    const harshest = digit.size - (digit.hasUnsure ? 2 : 1);
    return digitOf(state, digit) < harshest ? [state + digit.stride] : [];
  });

/** Every state that differs by one "not sure", which is the mildest answer there. */
export const answeredMildly = (state: number): number[] =>
  digits.flatMap((digit) => (isUnsure(state, digit) ? [state - (digit.size - 1) * digit.stride] : []));

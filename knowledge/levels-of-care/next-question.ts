import { valueOf, type Answers } from './answers.ts';
import { diagramOf, type Node } from './diagram.ts';
import { questionIds, type OutcomeId, type QuestionId } from './ids.ts';
import type { Floor } from './severity.ts';

/**
 * The first question, in order, whose answer can still change the outcome; undefined where none can.
 * `age` and `duty` change the wording only: `age` is asked in its place unless the outcome is a crisis,
 * `duty` before an IOP or PHP result.
 */
export const nextQuestion = (answers: Answers, floor?: Floor): QuestionId | undefined => {
  const node = walk(diagram(floor), answers);
  if (node.kind === 'outcome') return wordingOnly(answers, node.outcome);
  return answers.age === undefined && isAfter(node.question, 'age') ? 'age' : node.question;
};

/** The most questions that can still come. */
export const questionsLeft = (answers: Answers, floor?: Floor): number => {
  const known = new Map<number, number>();
  const longest = (node: Node): number => {
    const counted = known.get(node.id);
    if (counted !== undefined) return counted;
    const count = node.kind === 'outcome' ? (asksDuty(answers, node.outcome) ? 1 : 0) : longestAfter(node);
    known.set(node.id, count);
    return count;
  };
  const longestAfter = (node: Extract<Node, { kind: 'question' }>): number => {
    const value = valueOf(answers, node.question);
    const taken = value === undefined ? undefined : node.byValue.get(value);
    return taken ? longest(taken) : 1 + Math.max(...Array.from(node.byValue.values(), longest));
  };
  const age = nextQuestion(answers, floor) !== undefined && answers.age === undefined ? 1 : 0;
  return longest(diagram(floor)) + age;
};

const walk = (node: Node, answers: Answers): Node => {
  if (node.kind === 'outcome') return node;
  const value = valueOf(answers, node.question);
  const taken = value === undefined ? undefined : node.byValue.get(value);
  return taken ? walk(taken, answers) : node;
};

const wordingOnly = (answers: Answers, outcome: OutcomeId): QuestionId | undefined => {
  if (outcome !== 'crisis' && answers.age === undefined) return 'age';
  return asksDuty(answers, outcome) ? 'duty' : undefined;
};

const asksDuty = (answers: Answers, outcome: OutcomeId): boolean =>
  answers.duty === undefined && (outcome === 'iop' || outcome === 'php');

const isAfter = (id: QuestionId, other: QuestionId): boolean =>
  questionIds.indexOf(id) > questionIds.indexOf(other);

const diagrams = new Map<Floor, Node>();

/** Made at first use (some milliseconds), then kept: it depends on nothing but the rules. */
const diagram = (floor: Floor): Node => {
  const made = diagrams.get(floor) ?? diagramOf(floor);
  diagrams.set(floor, made);
  return made;
};

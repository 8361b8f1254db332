import { questionIds, type OutcomeId, type QuestionId } from './ids.ts';
import { questionOf } from './questions.ts';
import { afterAnswer, matchesAnyway } from './residual.ts';
import { rules, type Rule } from './rules.ts';
import { raised, type Floor } from './severity.ts';

/** Either an outcome that nothing can change any more, or a question whose answer still can. */
export type Node =
  | { readonly kind: 'outcome'; readonly id: number; readonly outcome: OutcomeId }
  | {
      readonly kind: 'question';
      readonly id: number;
      readonly question: QuestionId;
      readonly byValue: Branches;
    };
type Branches = ReadonlyMap<string, Node>;

/**
 * The rules as a reduced ordered decision diagram: questions in their order, equal parts shared,
 * and no question whose answers all lead to the same place. So a node is met exactly where its
 * answer can still change the outcome, and a walk from the root takes one step per question.
 */
export const diagramOf = (floor: Floor): Node => {
  const factory = new NodeFactory();
  const known = new Map<string, Node>();
  const build = (left: readonly Rule[], at: number): Node => {
    const open = upToCertain(left);
    const key = `${at}${JSON.stringify(open)}`;
    const before = known.get(key);
    if (before) return before;
    const node = nodeOf(open, at);
    known.set(key, node);
    return node;
  };
  const nodeOf = (open: readonly Rule[], at: number): Node => {
    const [first] = open;
    const question = questionIds[at];
    if (first && matchesAnyway(first)) return factory.outcome(raised(first.outcome, floor));
    if (question === undefined) throw new Error('the rules of the screening leave a case open');
    const branches = valuesOf(question).map((value): [string, Node] => [
      value,
      build(
        open.flatMap((rule) => afterAnswer(rule, question, value) ?? []),
        at + 1,
      ),
    ]);
    return factory.question(question, new Map(branches));
  };
  return build(rules, 0);
};

/** Everything that rules can tell apart: the options, and `u` where the question can be passed over. */
export const valuesOf = (id: QuestionId): readonly string[] => {
  const { options, skippable } = questionOf(id);
  return skippable && !options.includes('u') ? [...options, 'u'] : options;
};

/** Rules after one that matches in any case never decide. */
const upToCertain = (left: readonly Rule[]): readonly Rule[] => {
  const certain = left.findIndex(matchesAnyway);
  return certain < 0 ? left : left.slice(0, certain + 1);
};

/** Makes each node once, and none for a question that changes nothing. */
class NodeFactory {
  readonly #nodes = new Map<string, Node>();

  outcome(outcome: OutcomeId): Node {
    return this.#once(outcome, (id) => ({ kind: 'outcome', id, outcome }));
  }

  question(question: QuestionId, byValue: Branches): Node {
    const targets = [...byValue.values()];
    const [first] = targets;
    if (first && targets.every(({ id }) => id === first.id)) return first;
    const key = `${question}:${targets.map(({ id }) => id).join()}`;
    return this.#once(key, (id) => ({ kind: 'question', id, question, byValue }));
  }

  #once(key: string, make: (id: number) => Node): Node {
    const node = this.#nodes.get(key) ?? make(this.#nodes.size);
    this.#nodes.set(key, node);
    return node;
  }
}

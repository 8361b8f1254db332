import { asksSomething } from '../knowledge/language/asks-something.ts';
import { withRisk } from './crisis-memory.ts';
import { sessionPlaces } from './crisis-places.ts';
import { waysOn } from './crisis-follow-up.ts';
import { fill, type Outcome, type Turn } from './turn.ts';

/**
 * Whether the matcher's view of a message may be trusted after a danger: what a person tells of themselves then is
 * no question about care, however near its words are to one.
 */
export const isRequest = ({ words, match, knowledge, memory }: Turn): boolean => {
  const { topics, offered } = match();
  if (topics.some((topic) => knowledge.entries.get(topic)?.group === 'conversation')) return true;
  // "What do I do" after an immediate danger asks for help: a guess at what else it may mean is none.
  const near = memory.risk?.tier === 'immediate' ? topics : [...topics, ...offered];
  return near.length > 0 && asksSomething(words);
};

/** Not understood, after a danger: no "did you mean", but an honest word, and the help in sight. */
export const stay = (turn: Turn): Outcome => {
  const { memory, texts } = turn;
  const said = memory.risk?.said ?? 0;
  const lines = texts.crisis.stay;
  const text = fill(lines[said % lines.length] ?? '', sessionPlaces(turn));
  return {
    memory: withRisk(memory, () => ({ said: said + 1, quiet: 0 })),
    replies: [{ kind: 'say', text, choices: waysOn(turn) }],
  };
};

import type { AnswerEntry } from '../knowledge/faq/entry.ts';
import { talkOf } from './talk.ts';
import type { Turn } from './turn.ts';

const mostSuggested = 3;

/**
 * What to ask next: what the answers' own entries name, then what those name, new topics first.
 * Never one that was just answered.
 */
export const nextTopics = (
  { knowledge, memory }: Turn,
  answered: readonly AnswerEntry[],
): readonly string[] => {
  const { seen, last } = talkOf(memory);
  const just = new Set(answered.map(({ id }) => id));
  const named = inTurns(answered.map(({ followUps }) => followUps)).filter((topic) => !just.has(topic));
  const further = named
    .flatMap((topic) => knowledge.entries.get(topic)?.followUps ?? [])
    .filter((topic) => !just.has(topic) && knowledge.entries.get(topic)?.group !== 'conversation');
  const isNew = (topic: string): boolean => !seen.includes(topic);
  const known = named.filter((topic) => !isNew(topic) && !last.includes(topic));
  const all = [...named.filter(isNew), ...further.filter(isNew), ...known];
  return [...new Set(all)].filter((topic) => knowledge.entries.has(topic)).slice(0, mostSuggested);
};

/** The first of each list, then the second of each, and so on. */
const inTurns = (lists: readonly (readonly string[])[]): readonly string[] => {
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  return Array.from({ length: longest }, (_, at) => lists.flatMap((list) => list[at] ?? [])).flat();
};

import { z } from 'zod';
import type { Memory } from './memory.ts';

/** How the talk has gone, so that replies fit what came before and none comes twice running. Ids and counts only. */
export const talkSchema = z.object({
  /** Topics of the latest answer, in the order asked: what "source" and "that helped" refer to. */
  last: z.array(z.string()),
  /** Topics that came near to that question as well. */
  near: z.array(z.string()),
  /** Ids of the choices under the last reply, in order: what "2" picks. */
  list: z.array(z.string()),
  /** Topics answered before, newest first: not suggested again as long as there are others. */
  seen: z.array(z.string()),
  /** How many messages were answered from the knowledge base. */
  answers: z.number(),
  /** Whether the person has said if the latest answer helped. */
  rated: z.boolean(),
  /** How many messages in a row had no answer. */
  misses: z.number(),
  /** How often each of the small replies was said. */
  said: z.record(z.string(), z.number()),
});
export type Talk = z.infer<typeof talkSchema>;

const newTalk: Talk = {
  last: [],
  near: [],
  list: [],
  seen: [],
  answers: 0,
  rated: false,
  misses: 0,
  said: {},
};

export const talkOf = ({ talk }: Memory): Talk => talk ?? newTalk;

export const withTalk = (memory: Memory, change: Partial<Talk>): Memory => ({
  ...memory,
  talk: { ...talkOf(memory), ...change },
});

/** How often the replies of this name were said. */
export const timesSaid = (memory: Memory, name: string): number => talkOf(memory).said[name] ?? 0;

export const withSaid = (memory: Memory, name: string): Memory =>
  withTalk(memory, { said: { ...talkOf(memory).said, [name]: timesSaid(memory, name) + 1 } });

/** The wording whose turn it is. `before` are times that do not count, as something else was said then. */
export const byTurns = (memory: Memory, name: string, wordings: readonly string[], before = 0): string =>
  wordings[(timesSaid(memory, name) - before) % wordings.length] ?? '';

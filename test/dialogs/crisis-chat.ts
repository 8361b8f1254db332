import { converse } from '../../dialogs/converse.ts';
import { newMemory, readMemory, type Memory } from '../../dialogs/memory.ts';
import type { Reply } from '../../dialogs/reply.ts';
import { knowledge } from '../support/knowledge.ts';
import { wordsOf } from './crisis-support.ts';

/** A conversation with the real detector and matcher; what is remembered goes through its stored form. */
export class Chat {
  memory: Memory = { ...newMemory(new Date(0)), greeted: true };
  replies: readonly Reply[] = [];
  #hours = 0;

  say(text: string, afterHours = 0): string {
    this.#hours += afterHours;
    const channel = { shared: false, pageLength: undefined };
    const now = new Date(this.#hours * 3_600_000);
    const outcome = converse(this.memory, { kind: 'text', text, channel }, knowledge(), now);
    this.memory = readMemory(JSON.parse(JSON.stringify(outcome.memory))) ?? newMemory(now);
    this.replies = outcome.replies;
    return outcome.replies.map(wordsOf).join('\n');
  }
}

export const after = (...said: readonly string[]): Chat => {
  const chat = new Chat();
  for (const words of said) chat.say(words);
  return chat;
};

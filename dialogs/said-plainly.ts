import { plain } from './screening/phrases.ts';
import type { Message } from './message.ts';
import type { Turn } from './turn.ts';

const known = new WeakMap<Message, string>();

/** The message as plain words with single spaces: made once, as many steps look at it, and gone with the message. */
export const saidPlainly = ({ message, words }: Pick<Turn, 'message' | 'words'>): string => {
  const said = known.get(message) ?? plain(words);
  known.set(message, said);
  return said;
};

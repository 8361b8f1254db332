import { questionOf } from '../../knowledge/levels-of-care/questions.ts';
import type { Turn } from '../turn.ts';
import { ask } from './ask.ts';
import { heardOf } from './heard.ts';
import { plain } from './phrases.ts';
import { fitted } from './state.ts';
import { picked, pressed, wholeCommand } from './understand.ts';

/**
 * The option of the open question that was pressed, or named by its number or its very label, as `safe=thoughts`.
 * Its words are ours, so they say no more than the option does.
 */
export const openOption = (turn: Turn): string | undefined => {
  const { message, memory } = turn;
  const { open, screening } = memory;
  if (message.channel.shared || open?.kind !== 'screening' || screening?.status !== 'open') return undefined;
  const { question } = open;
  const reading =
    message.kind === 'choice'
      ? pressed(message.choice, question)
      : picked(turn, ask(turn, fitted(screening), question), question);
  const isOption = reading?.kind === 'option' && questionOf(question).options.includes(reading.option);
  return isOption ? `${question}=${reading.option}` : undefined;
};

/**
 * Whether the message is the wish to know why it is asked, or one of our own buttons. Other words that pass a
 * question over ("I would rather not say") may be an answer to it.
 */
export const isOpenCommand = (turn: Turn): boolean => {
  const { message, memory, knowledge, words } = turn;
  if (message.channel.shared || memory.open?.kind !== 'screening') return false;
  if (message.kind === 'choice' && pressed(message.choice, undefined)?.kind === 'command') return true;
  const said = plain(words);
  const labels = Object.values(knowledge.texts).flatMap(({ screening }) => Object.values(screening.actions));
  return (
    labels.some((label) => plain(label) === said) || wholeCommand(said, heardOf(knowledge.texts)) === 'why'
  );
};

import { questionOf } from '../../knowledge/levels-of-care/questions.ts';
import type { Turn } from '../turn.ts';
import { ask } from './ask.ts';
import { fitted } from './state.ts';
import { picked, pressed } from './understand.ts';

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

import { detectLanguage } from '../knowledge/language/detect-language.ts';
import { newMemory, type Memory } from './memory.ts';
import type { Step, Turn } from './turn.ts';

/** One phone number is one conversation for years: after so long a silence a text begins a new one. */
const smsSilence = 12 * 3_600_000;

/** Starts a new session by time where the channel has no other, and follows the language of the person. */
export const session: Step = (turn, next) => {
  const memory = inItsLanguage(current(turn), turn);
  return next({ ...turn, memory, texts: turn.knowledge.texts[memory.language] });
};

/** Answers of a screening are kept for taking it up again; what was open or said in between is not. */
const current = ({ memory, message, now }: Turn): Memory => {
  const silent = now.getTime() - Date.parse(memory.lastAt);
  if (message.channel.pageLength === undefined || silent < smsSilence) return memory;
  const { screening, language } = memory;
  return { ...newMemory(now), language, ...(screening ? { screening } : {}) };
};

/** A name or a number says nothing about the language, so the last one stays; at first it is the page's. */
const inItsLanguage = (memory: Memory, { words, message }: Turn): Memory => ({
  ...memory,
  language:
    detectLanguage(words) ??
    (memory.greeted ? memory.language : (message.channel.language ?? memory.language)),
});

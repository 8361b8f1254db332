import { detectLanguage } from '../knowledge/language/detect-language.ts';
import { statedCountry } from '../knowledge/helplines/stated-country.ts';
import { withLinesOf } from '../knowledge/with-lines-of.ts';
import { languageAskedFor } from './heard.ts';
import { newMemory, type Memory } from './memory.ts';
import type { Step, Turn } from './turn.ts';

/** After so long a silence the service says anew what it is, and on a phone number a new conversation begins. */
const longSilence = 12 * 3_600_000;

/** Starts a new session by time where the channel has no other, and follows the language of the person. */
export const session: Step = (turn, next) => {
  const memory = whereItIs(inItsLanguage(current(turn), turn), turn);
  const knowledge = withLinesOf(turn.knowledge, memory.country);
  return next({ ...turn, memory, knowledge, texts: knowledge.texts[memory.language] });
};

const current = ({ memory, message, now }: Turn): Memory => {
  const silent = now.getTime() - Date.parse(memory.lastAt);
  if (silent < longSilence) return memory;
  return message.channel.pageLength === undefined ? cameBack(memory) : newSession(memory, now);
};

/** What was last said is far up in the window by now. */
const cameBack = ({ talk: _, ...memory }: Memory): Memory => ({ ...memory, greeted: false });

/** Answers of a screening are kept for taking it up again; what was open or said in between is not. */
const newSession = ({ screening, language, country, summary }: Memory, now: Date): Memory => ({
  ...newMemory(now),
  language,
  ...(country ? { country } : {}),
  ...(screening ? { screening } : {}),
  ...(summary ? { summary } : {}),
});

/** A name or a number says nothing about the language, so the last one stays; at first it is the page's. */
const inItsLanguage = (memory: Memory, turn: Turn): Memory => ({
  ...memory,
  language:
    languageAskedFor(turn) ??
    detectLanguage(turn.words) ??
    (memory.greeted ? memory.language : (turn.message.channel.language ?? memory.language)),
});

/** Whom to call follows the person; nobody is asked where they are. */
const whereItIs = (memory: Memory, { words, knowledge }: Turn): Memory => {
  const country = statedCountry(words, knowledge.helplines);
  return country ? { ...memory, country } : memory;
};

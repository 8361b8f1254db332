import { dangerLine } from '../knowledge/helplines/danger-line.ts';
import type { Memory } from './memory.ts';
import type { Reply } from './reply.ts';
import { timesSaid, withSaid } from './talk.ts';
import { waysIn } from './topic-choices.ts';
import { fill, type Step, type Turn } from './turn.ts';

/** Says once what this service is and is not: on arrival, or before the first answer where nobody arrives. */
export const welcome: Step = (turn, next) => {
  if (turn.message.kind === 'joined') return { memory: greeted(turn), replies: [greeting(turn)] };
  if (turn.memory.greeted) return next(turn);
  const { memory, replies } = next({ ...turn, memory: greeted(turn) });
  return { memory, replies: [notice(turn), ...replies] };
};

/** "Hi" is answered in few words from here on: what this is has been said. */
const greeted = ({ memory }: Turn): Memory => ({
  ...(timesSaid(memory, 'greeting') === 0 ? withSaid(memory, 'greeting') : memory),
  greeted: true,
});

const greeting = (turn: Turn): Reply => {
  const { hello, shared } = turn.texts.conversation.welcome;
  if (turn.message.channel.shared) return { kind: 'say', text: filled(turn, shared), choices: [] };
  return {
    kind: 'say',
    text: filled(turn, hello),
    choices: waysIn(turn),
  };
};

const notice = (turn: Turn): Reply => ({
  kind: 'say',
  text: filled(turn, turn.texts.conversation.welcome.notice),
  choices: [],
});

const filled = ({ knowledge, memory }: Turn, text: string): string =>
  fill(text, {
    clinic: knowledge.clinic.name,
    danger: dangerLine(knowledge.helplines, knowledge.clinic.country, memory.language),
  });

import { dangerLine } from '../knowledge/helplines/danger-line.ts';
import type { Reply } from './reply.ts';
import { fill, type Step, type Turn } from './turn.ts';

/** Says once what this service is and is not: on arrival, or before the first answer where nobody arrives. */
export const welcome: Step = (turn, next) => {
  if (turn.message.kind === 'joined') return { memory: greeted(turn), replies: [greeting(turn)] };
  if (turn.memory.greeted) return next(turn);
  const { memory, replies } = next({ ...turn, memory: greeted(turn) });
  return { memory, replies: [notice(turn), ...replies] };
};

const greeted = ({ memory }: Turn) => ({ ...memory, greeted: true });

const greeting = (turn: Turn): Reply => {
  const { hello, shared, choices } = turn.texts.conversation.welcome;
  if (turn.message.channel.shared) return { kind: 'say', text: filled(turn, shared), choices: [] };
  return {
    kind: 'say',
    text: filled(turn, hello),
    choices: [
      { id: 'topic:start-screening', label: choices.screening },
      { id: 'topic:iop-definition', label: choices.question },
      { id: 'topic:human', label: choices.human },
    ],
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

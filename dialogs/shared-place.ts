import type { Reply } from './reply.ts';
import type { Outcome, Step, Turn } from './turn.ts';

/** What is about one person, and is not talked about where others read along. */
const personal: ReadonlySet<string> = new Set(['start-screening', 'diagnosis', 'delete-data', 'human']);

/** In a group or channel only general questions are answered; anything personal moves to a private chat. */
export const sharedPlace: Step = (turn, next) => {
  if (!turn.message.channel.shared) return next(turn);
  if (turn.match().topics.some((topic) => personal.has(topic))) return moveToPrivate(turn);
  return next(turn);
};

const moveToPrivate = (turn: Turn): Outcome => {
  const { topics, candidates } = turn.match();
  const said: Reply = { kind: 'say', text: turn.texts.conversation.commands.privateOnly, choices: [] };
  const trace: Reply = {
    kind: 'trace',
    trace: { name: 'Match', value: { topics, offered: [], candidates } },
  };
  return { memory: turn.memory, replies: [said, trace] };
};

import { newMemory } from './memory.ts';
import { matchTrace, say, sayByTurns } from './say.ts';
import { startScreening } from './screening.ts';
import { byTurns, timesSaid, withSaid } from './talk.ts';
import type { Outcome, Step, Turn } from './turn.ts';
import { clinicPage, inDanger, whoToAsk } from './who-to-ask.ts';

type Command = (turn: Turn) => Outcome;

/** Topics that are something to do rather than something to tell. */
const doers: Readonly<Record<string, Command>> = {
  'start-screening': (turn) => start(turn),
  'delete-data': (turn) => ({ memory: undefined, replies: [say(deletedOrNot(turn))] }),
  restart: (turn) => ({
    memory: { ...newMemory(turn.now), language: turn.memory.language, greeted: true, ...keptOf(turn) },
    replies: [say(turn.texts.conversation.commands.restarted)],
  }),
  stop: (turn) => sayByTurns(turn, 'stop'),
  human: (turn) => ({ memory: withSaid(turn.memory, 'human'), replies: [say(whereToCall(turn))] }),
};

/** Carries out what was asked for; everything else goes on. */
export const commands: Step = (turn, next) => {
  const { topics, candidates } = turn.match();
  const [topic] = topics;
  const command = topic !== undefined && Object.hasOwn(doers, topic) ? doers[topic] : undefined;
  if (command === undefined || topic === undefined) return next(turn);
  const { memory, replies } = command(turn);
  return { memory, replies: [...replies, matchTrace({ topics: [topic], offered: [], candidates })] };
};

const start = (turn: Turn): Outcome =>
  turn.memory.lost
    ? { memory: turn.memory, replies: [say(turn.texts.conversation.trouble.memoryLost)] }
    : startScreening(turn);

const deletedOrNot = ({ memory, texts: { conversation } }: Turn): string =>
  memory.lost ? conversation.trouble.notDeleted : conversation.commands.deleted;

/** Starting over forgets the answers; the session's risk does not fall by it, and nobody moves by it. */
const keptOf = ({ memory: { risk, country } }: Turn) => ({
  ...(risk ? { risk } : {}),
  ...(country ? { country } : {}),
});

const whereToCall = (turn: Turn): string => {
  const asked = timesSaid(turn.memory, 'human') > 0;
  const lead = asked ? byTurns(turn.memory, 'human', turn.texts.talk.said.human, 1) : '';
  return [lead, ...whoToAsk(turn), clinicPage(turn), inDanger(turn)].filter((part) => part !== '').join(' ');
};

import { dangerLine } from '../knowledge/helplines/danger-line.ts';
import { newMemory } from './memory.ts';
import type { Reply } from './reply.ts';
import { startScreening } from './screening.ts';
import { fill, type Outcome, type Step, type Turn } from './turn.ts';

type Command = (turn: Turn) => Outcome;

/** Topics that are something to do rather than something to tell. */
const doers: Readonly<Record<string, Command>> = {
  'start-screening': (turn) => start(turn),
  'delete-data': (turn) => ({ memory: undefined, replies: [say(turn.texts.conversation.commands.deleted)] }),
  restart: (turn) => ({
    memory: { ...newMemory(turn.now), language: turn.memory.language, greeted: true, ...riskOf(turn) },
    replies: [say(turn.texts.conversation.commands.restarted)],
  }),
  stop: (turn) => ({ memory: turn.memory, replies: [say(turn.texts.conversation.commands.nothingToStop)] }),
  human: (turn) => ({ memory: turn.memory, replies: [say(whereToCall(turn))] }),
};

/** Carries out what was asked for; everything else goes on. */
export const commands: Step = (turn, next) => {
  const { topics, candidates } = turn.match();
  const [topic] = topics;
  const command = topic !== undefined && Object.hasOwn(doers, topic) ? doers[topic] : undefined;
  if (command === undefined || topic === undefined) return next(turn);
  const { memory, replies } = command(turn);
  const trace: Reply = {
    kind: 'trace',
    trace: { name: 'Match', value: { topics: [topic], offered: [], candidates } },
  };
  return { memory, replies: [...replies, trace] };
};

const start = (turn: Turn): Outcome =>
  turn.memory.lost
    ? { memory: turn.memory, replies: [say(turn.texts.conversation.trouble.memoryLost)] }
    : startScreening(turn);

/** Starting over forgets the answers; the session's risk does not fall by it. */
const riskOf = ({ memory }: Turn) => (memory.risk ? { risk: memory.risk } : {});

const say = (text: string): Reply => ({ kind: 'say', text, choices: [] });

const whereToCall = ({ texts, knowledge, memory }: Turn): string => {
  const { clinic, helplines } = knowledge;
  const { human } = texts.conversation;
  const lines = [
    clinic.phone ? human.withPhone : human.withoutPhone,
    ...(clinic.hours ? [human.hours] : []),
    ...(clinic.url ? [human.web] : []),
    human.locator,
  ];
  return fill(lines.join(' '), {
    clinic: clinic.name,
    phone: clinic.phone ?? '',
    hours: clinic.hours ?? '',
    url: clinic.url ?? '',
    danger: dangerLine(helplines, clinic.country, memory.language),
  });
};

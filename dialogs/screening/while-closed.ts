import type { CommandId } from '../../knowledge/texts/screening-texts.ts';
import type { Outcome, Turn } from '../turn.ts';
import { command as choice, say, trace } from './ask.ts';
import { heardOf } from './heard.ts';
import { hasPhrase } from './phrases.ts';
import { proceed } from './proceed.ts';
import { tellRecord } from './read-on.ts';
import { begin, resume } from './start.ts';
import { stale } from './stale.ts';
import { fitted, takenBack } from './state.ts';
import { tellResult } from './tell-result.ts';
import { pressed, wholeCommand } from './understand.ts';
import { saidPlainly } from '../said-plainly.ts';

/** A message while no question is open: buttons of the screening, and asking for it to go on. */
export const whileClosed = (turn: Turn): Outcome | undefined => {
  const { message } = turn;
  if (message.kind === 'choice') {
    const reading = pressed(message.choice, undefined);
    if (reading?.kind === 'stale') return stale(turn, reading) ?? notCounted(turn);
    if (reading?.kind === 'command') return carryOut(turn, reading.command);
    if (message.choice.includes(':')) return undefined;
  }
  const reading = wholeCommand(saidPlainly(turn), heardOf(turn.knowledge.texts));
  return reading && carryOut(turn, reading);
};

/** Asks in so many words for something that can be done while no question is open: the result, what is kept, going on. */
export const asksOfScreening = (turn: Turn): boolean => {
  const { memory, knowledge } = turn;
  const command = wholeCommand(saidPlainly(turn), heardOf(knowledge.texts));
  if (command === 'record') return true;
  const some: readonly (CommandId | undefined)[] = ['go-on', 'again', 'back', 'result'];
  return memory.screening !== undefined && some.includes(command);
};

/** Asks in so many words for questions that were left, by itself or by a danger. */
export const asksToGoOn = (turn: Turn): boolean => {
  const status = turn.memory.screening?.status;
  if (status !== 'suspended' && status !== 'stopped') return false;
  return wholeCommand(saidPlainly(turn), heardOf(turn.knowledge.texts)) === 'go-on';
};

/** Asks for the questions in words that the matcher does not know, above all in Spanish. */
export const asksToStart = (turn: Turn): boolean => {
  const { lists } = heardOf(turn.knowledge.texts);
  const said = saidPlainly(turn);
  return turn.message.kind === 'text' && lists.starts.some((phrase) => hasPhrase(said, phrase));
};

/** Only what makes sense with no question open; everything else is for the rest of the conversation. */
const carryOut = (turn: Turn, command: CommandId): Outcome | undefined => {
  const { screening } = turn.memory;
  if (command === 'record') return tellRecord(turn);
  if (screening === undefined) return undefined;
  switch (command) {
    case 'go-on':
      return screening.status === 'finished' ? undefined : resume(turn, screening);
    case 'again':
      return begin(turn, screening.about);
    case 'back':
      return screening.status === 'finished' ? proceed(turn, takenBack(fitted(screening), 1)) : undefined;
    case 'result':
      return screening.status === 'finished' ? tellResult(turn, screening) : undefined;
    default:
      return undefined;
  }
};

const notCounted = (turn: Turn): Outcome => {
  const { screening } = turn.memory;
  const left = screening !== undefined && screening.status !== 'finished';
  const ways = [
    left ? choice(turn, 'go-on') : { ...choice(turn, 'again'), id: 'topic:start-screening' },
    choice(turn, 'human'),
  ];
  return { memory: turn.memory, replies: [say(turn.texts.screening.said.staleClosed, ways), trace({})] };
};

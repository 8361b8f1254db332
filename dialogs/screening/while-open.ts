import type { QuestionId } from '../../knowledge/levels-of-care/ids.ts';
import { certain } from '../../knowledge/faq/matcher.ts';
import type { Memory, ScreeningState } from '../memory.ts';
import { fill, type Outcome, type Turn } from '../turn.ts';
import { ask, labelOf, say } from './ask.ts';
import { askAgain, carryOut, type Place } from './carry-out.ts';
import { missed } from './missed.ts';
import { answered, proceed } from './proceed.ts';
import { onlyPeople } from './start.ts';
import { stale } from './stale.ts';
import { isContent } from './is-content.ts';
import { understand } from './understand.ts';

type Next = (turn: Turn) => Outcome;

/** A message while a question is open: an answer, a command, or something to answer before asking again. */
export const whileOpen = (turn: Turn, next: Next, state: ScreeningState, question: QuestionId): Outcome => {
  const place: Place = { turn, state, question };
  const reading = understand(turn, ask(turn, state, question), question);
  switch (reading?.kind) {
    case 'option':
      return answered(
        turn,
        state,
        question,
        reading.option,
        reading.sure ? [] : [understood(place, reading.option)],
      );
    case 'command':
      if (reading.command !== 'human') return carryOut(place, reading.command, reading.steps);
      return passOn({ ...place, turn: { ...turn, match: () => certain('human') } }, next);
    case 'child':
      return onlyPeople(turn);
    case 'stale':
      return stale(turn, reading) ?? askAgain(place, turn.texts.screening.said.stale);
    default:
      return loosely(place, next);
  }
};

/** A topic may be a command in other words; else it is answered, and the question stays. */
const loosely = (place: Place, next: Next): Outcome => {
  const [topic] = place.turn.match().topics;
  if (topic === 'stop') return carryOut(place, 'exit', 1);
  if (topic === 'restart') return carryOut(place, 'again', 1);
  if (topic === 'start-screening') return carryOut(place, 'go-on', 1);
  return passOn(place, next);
};

/** What the rest of the conversation makes of it, and then the open question again. */
const passOn = (place: Place, next: Next): Outcome => {
  const outcome = next({ ...place.turn, memory: { ...place.turn.memory, screening: place.state } });
  if (!isStillOpen(outcome.memory)) return outcome;
  if (!outcome.replies.some(isContent)) return missed(place);
  const { memory, replies } = proceed({ ...place.turn, memory: outcome.memory }, outcome.memory.screening);
  return { memory, replies: [...outcome.replies, ...replies] };
};

const isStillOpen = (memory: Memory | undefined): memory is Memory & { readonly screening: ScreeningState } =>
  memory?.open?.kind === 'screening' && memory.screening?.status === 'open';

const understood = ({ turn, state, question }: Place, option: string) =>
  say(fill(turn.texts.screening.said.understood, { label: labelOf(turn, state, question, option) }));

import type { QuestionId } from '../../knowledge/levels-of-care/ids.ts';
import { decide } from '../../knowledge/levels-of-care/decide.ts';
import { nextQuestion } from '../../knowledge/levels-of-care/next-question.ts';
import { withoutOpen } from '../crisis-memory.ts';
import type { ScreeningState } from '../memory.ts';
import type { Reply } from '../reply.ts';
import type { Outcome, Turn } from '../turn.ts';
import { ask, filledIn, inVoice, say, trace } from './ask.ts';
import { crisisExit } from './crisis-exit.ts';
import { tellResult } from './tell-result.ts';
import { askingNowAgain, floorOf, isPast, withAnswer } from './state.ts';

/** Asks what is to be asked next, or says where the answers point to. `before` is said first. */
export const proceed = (turn: Turn, state: ScreeningState, before: readonly Reply[] = []): Outcome => {
  const question = nextQuestion(state.answers, floorOf(turn.memory, state));
  return question === undefined ? finish(turn, state, before) : askNext(turn, state, question, before);
};

/** Takes an answer in, and goes on. */
export const answered = (
  turn: Turn,
  state: ScreeningState,
  question: QuestionId,
  answer: string,
  before: readonly Reply[] = [],
): Outcome => {
  const { texts, now } = turn;
  const { said, askedAgain } = texts.screening;
  // A danger that is told now needs no other answer.
  const inDanger = decide({ [question]: answer }).outcome === 'crisis';
  const current = isPast(state, now) && !inDanger ? askingNowAgain(state) : state;
  const again = current === state ? [] : [say(askedAgain)];
  const noted = [
    ...(question === 'safe' && answer === 'thoughts' ? [say(filledIn(turn, said.thoughts))] : []),
    ...(question === 'age' && answer === 'under-18' ? [say(inVoice(said.teen, state.about))] : []),
  ];
  return proceed(turn, withAnswer(current, question, answer, now), [...before, ...noted, ...again]);
};

const askNext = (
  turn: Turn,
  state: ScreeningState,
  question: QuestionId,
  before: readonly Reply[],
): Outcome => ({
  memory: { ...turn.memory, open: { kind: 'screening', question }, screening: { ...state, status: 'open' } },
  replies: [...before, ask(turn, state, question), trace({ question })],
});

const finish = (turn: Turn, state: ScreeningState, before: readonly Reply[]): Outcome => {
  const decision = decide(state.answers, floorOf(turn.memory, state));
  const { outcome, rule, matched, ruledOut } = decision;
  if (outcome === 'crisis') return crisisExit(turn, state, rule === 'R2' ? 'R2' : 'R1');
  const result = { outcome, rule, matched: [...matched], ruledOut: [...ruledOut] };
  const finished: ScreeningState = { ...state, ...result, status: 'finished' };
  return tellResult(
    { ...turn, memory: { ...withoutOpen(turn.memory), screening: finished } },
    finished,
    before,
  );
};

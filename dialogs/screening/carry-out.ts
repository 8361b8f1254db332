import { questionOf } from '../../knowledge/levels-of-care/questions.ts';
import type { QuestionId } from '../../knowledge/levels-of-care/ids.ts';
import type { CommandId } from '../../knowledge/texts/screening-texts.ts';
import { withoutOpen } from '../crisis-memory.ts';
import type { ScreeningState } from '../memory.ts';
import type { Outcome, Turn } from '../turn.ts';
import { command as choice, filledIn, inVoice, say, trace } from './ask.ts';
import { answered, proceed } from './proceed.ts';
import { tellRecord } from './read-on.ts';
import { begin } from './start.ts';
import { takenBack } from './state.ts';

/** Where a question is open. */
export interface Place {
  readonly turn: Turn;
  readonly state: ScreeningState;
  readonly question: QuestionId;
}

/** What was asked for instead of an answer; `human` is carried out by the commands of the conversation. */
export const carryOut = (place: Place, command: Exclude<CommandId, 'human'>, steps: number): Outcome => {
  const { turn, state, question } = place;
  switch (command) {
    case 'why':
      return askAgain(
        place,
        filledIn(turn, inVoice(turn.texts.screening.questions[question].why, state.about)),
      );
    case 'skip':
      return skip(place);
    case 'back':
      return back(place, steps);
    case 'exit':
      return exit(place);
    case 'again':
      return begin(turn, state.about);
    case 'other':
      return begin(turn, 'other', [say(turn.texts.screening.said.forOther)]);
    case 'record':
      return record(place);
    default:
      return proceed(turn, state);
  }
};

/** Says something, and leaves the question open. */
export const askAgain = ({ turn, state }: Place, text: string): Outcome => proceed(turn, state, [say(text)]);

const record = ({ turn, state }: Place): Outcome => {
  const { memory = turn.memory, replies } = tellRecord({
    ...turn,
    memory: { ...turn.memory, screening: state },
  });
  const told = replies.flatMap((reply) => (reply.kind === 'say' ? [say(reply.text)] : []));
  return proceed({ ...turn, memory }, state, told);
};

const skip = (place: Place): Outcome => {
  const { turn, state, question } = place;
  if (questionOf(question).skippable) return answered(turn, state, question, 'skip');
  return askAgain(place, turn.texts.screening.said.cannotSkip);
};

const back = (place: Place, steps: number): Outcome => {
  const { turn, state } = place;
  if (state.trail.length === 0) return askAgain(place, turn.texts.screening.said.firstQuestion);
  return proceed(turn, takenBack(state, steps));
};

const exit = ({ turn, state }: Place): Outcome => ({
  memory: { ...withoutOpen(turn.memory), screening: { ...state, status: 'stopped' } },
  replies: [
    say(turn.texts.conversation.commands.stopped, [choice(turn, 'go-on'), choice(turn, 'human')]),
    trace({}),
  ],
});

import { isOfBody, withoutOpen, withRisk } from './crisis-memory.ts';
import { isRequest, stay } from './crisis-stay.ts';
import { sessionPlaces } from './crisis-places.ts';
import { answerChoices, askedWords } from './crisis-reply.ts';
import type { OpenQuestion } from './memory.ts';
import type { Reply } from './reply.ts';
import { fill, type Outcome, type Turn } from './turn.ts';

type CrisisOpen = Extract<OpenQuestion, { kind: 'crisis' }>;

/** A direct question was met with something else: that is answered, and the question is asked once more, not twice. */
export const passedOver = (turn: Turn, next: (turn: Turn) => Outcome, open: CrisisOpen): Outcome => {
  const memory = withoutOpen(turn.memory);
  const asked = isRequest(turn);
  if (open.again) {
    const unanswered = withRisk(memory, () => ({ unanswered: open.asks }));
    return asked ? next({ ...turn, memory: unanswered }) : stay({ ...turn, memory: unanswered });
  }
  const { memory: after, replies } = asked ? next({ ...turn, memory }) : { memory, replies: [] };
  // Something else was begun, or all is to be forgotten: that comes first now.
  if (after === undefined || after.open) return { memory: after, replies };
  return {
    memory: withRisk({ ...after, open: { ...open, again: true } }, () => ({ quiet: 0 })),
    replies: [...replies, onceMore(turn, open)],
  };
};

const onceMore = (turn: Turn, { asks }: CrisisOpen): Reply => {
  const { memory, texts } = turn;
  // Where minutes count, the number to call comes before the question.
  const again = isOfBody(memory) ? `${texts.crisis.bodyFirst} {question}` : texts.crisis.again;
  const asked = askedWords(texts.crisis, asks, memory.risk?.about);
  // The reply before asked in the words of its own turn; these are never the ones that come next.
  const question = asked[(memory.risk?.told ?? 0) % 2 === 1 ? 1 : 2];
  const text = fill(again, { ...sessionPlaces(turn), question });
  return { kind: 'say', text, choices: answerChoices(texts.crisis, asks) };
};

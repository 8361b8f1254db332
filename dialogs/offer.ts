import { certain } from '../knowledge/faq/matcher.ts';
import { pickChoice } from './pick-choice.ts';
import type { Memory } from './memory.ts';
import type { Choice } from './reply.ts';
import { titles } from './topic-choices.ts';
import type { Outcome, Step, Turn } from './turn.ts';

const none = 'offer:none';

/** What stands under "did you mean". */
export const offerChoices = (turn: Turn, topics: readonly string[]): readonly Choice[] => [
  ...titles(turn, topics),
  { id: none, label: turn.texts.conversation.answers.noneOfThese },
];

/** An open offer is picked from by button, number or words; anything else closes it and is a new message. */
export const offer: Step = (turn, next) => {
  const { open } = turn.memory;
  if (open?.kind !== 'offer') return next(turn);
  const closed = { ...turn, memory: withoutOpen(turn.memory) };
  const picked = pick(turn, open.topics);
  if (picked === undefined) return next(closed);
  if (picked === none) return noneOfThem(closed);
  const match = certain(picked.slice('topic:'.length));
  return next({ ...closed, match: () => match });
};

const pick = ({ message, words, ...turn }: Turn, topics: readonly string[]): string | undefined => {
  const choices = offerChoices({ message, words, ...turn }, topics);
  if (message.kind === 'choice') return choices.find(({ id }) => id === message.choice)?.id;
  return pickChoice(words, choices)?.id;
};

const noneOfThem = (turn: Turn): Outcome => ({
  memory: turn.memory,
  replies: [{ kind: 'say', text: turn.texts.conversation.answers.askAnother, choices: [] }],
});

const withoutOpen = ({ open: _, ...rest }: Memory): Memory => rest;

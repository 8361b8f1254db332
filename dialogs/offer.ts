import { certain } from '../knowledge/faq/matcher.ts';
import { helpedId, notHelpedId, rate } from './feedback.ts';
import { said as hasSaid } from './heard.ts';
import { noneFits } from './honest-no.ts';
import { pickChoice, plainWords } from './pick-choice.ts';
import type { Choice } from './reply.ts';
import { talkOf } from './talk.ts';
import { titles } from './topic-choices.ts';
import type { Step, Turn } from './turn.ts';

const noneId = 'offer:none';

/** What stands under "did you mean". */
export const offerChoices = (turn: Turn, topics: readonly string[]): readonly Choice[] => [
  ...titles(turn, topics),
  { id: noneId, label: turn.texts.conversation.answers.noneOfThese },
];

export const wasOffered = ({ memory }: Turn): boolean => talkOf(memory).list.includes(noneId);

/** The same "did you mean" once more. */
export const listedAgain = (turn: Turn): readonly Choice[] =>
  offerChoices(
    turn,
    talkOf(turn.memory).list.map((id) => id.replace('topic:', '')),
  );

/** The choices under the last reply are picked by button, number or words; anything else is a new message. */
export const offer: Step = (turn, next) => {
  const id = picked(turn);
  if (id === undefined) return next(turn);
  if (id === noneId) return noneFits(turn);
  if (id === helpedId || id === notHelpedId) return rate(turn, id === helpedId);
  const match = certain(id.slice('topic:'.length));
  return next({ ...turn, match: () => match });
};

/** A button says itself what it is, also an old one; most channels send its words instead. */
export const picked = (turn: Turn): string | undefined => {
  const { message, memory, words } = turn;
  if (memory.open || message.kind === 'joined') return undefined;
  if (message.kind === 'choice' && isOurs(turn, message.choice)) return message.choice;
  if (plainWords(words) === '') return undefined;
  const { list } = talkOf(memory);
  return (
    byLabel(turn) ??
    pickChoice(
      words,
      list.map((id) => ({ id, label: '' })),
    )?.id ??
    byWords(turn, list)
  );
};

const isOurs = ({ knowledge }: Turn, choice: string): boolean =>
  [noneId, helpedId, notHelpedId].includes(choice) ||
  (choice.startsWith('topic:') && knowledge.entries.has(choice.slice('topic:'.length)));

/** Labels of topics are the matcher's to know. */
const byLabel = ({ words, knowledge }: Turn): string | undefined => {
  const said = plainWords(words);
  const labels = Object.values(knowledge.texts).flatMap(({ conversation, talk }) => [
    { id: noneId, label: conversation.answers.noneOfThese },
    { id: helpedId, label: talk.feedback.yes },
    { id: notHelpedId, label: talk.feedback.no },
  ]);
  return labels.find(({ label }) => plainWords(label) === said)?.id;
};

const byWords = (turn: Turn, list: readonly string[]): string | undefined => {
  if (list.includes(noneId)) {
    if (hasSaid(turn, 'none') || hasSaid(turn, 'no')) return noneId;
    const [only, ...others] = list.filter((id) => id !== noneId);
    return others.length === 0 && hasSaid(turn, 'yes') ? only : undefined;
  }
  if (!list.includes(helpedId)) return undefined;
  if (hasSaid(turn, 'yes')) return helpedId;
  return hasSaid(turn, 'no') ? notHelpedId : undefined;
};

import type { FaqMatch } from '../knowledge/faq/matcher.ts';
import { dangerLine } from '../knowledge/helplines/danger-line.ts';
import { giveAnswers, isCourtesy } from './give-answers.ts';
import { honestNo } from './honest-no.ts';
import { offerChoices } from './offer.ts';
import type { Reply, SayReply } from './reply.ts';
import { matchTrace, say } from './say.ts';
import { byTurns, withSaid } from './talk.ts';
import { waysIn } from './topic-choices.ts';
import { fill, type Outcome, type Turn } from './turn.ts';

/** The last step: answers from the knowledge base, asks "did you mean", or says honestly that it can't. */
export const answers = (turn: Turn): Outcome => {
  const { memory, replies } = outcomeOf(turn);
  return { memory, replies: [...replies, ...memoryNote(turn)] };
};

const outcomeOf = (turn: Turn): Outcome => {
  const match = withoutCourtesies(turn.match());
  const entries = match.topics.flatMap((topic) => turn.knowledge.entries.get(topic) ?? []);
  if (entries.length > 0) return giveAnswers(turn, entries, match);
  if (turn.knowledge.matcher.away) return answersAway(turn, match);
  return match.offered.length > 0 ? didYouMean(turn, match) : honestNo(turn, match);
};

/** "I have no answer to that" would not be true while the answers can't be looked up. */
const answersAway = (turn: Turn, match: FaqMatch): Outcome => {
  const { knowledge, memory, texts } = turn;
  const danger = dangerLine(knowledge.helplines, knowledge.clinic.country, memory.language);
  const text = fill(texts.conversation.trouble.answersAway, { danger });
  return { memory, replies: [say(text, waysIn(turn)), matchTrace(match)] };
};

/** "Is it: Goodbye?" is no help; and who says hello and asks something gets the answer. */
const withoutCourtesies = (match: FaqMatch): FaqMatch => {
  const others = match.topics.filter((topic) => !isCourtesy(topic));
  return {
    ...match,
    topics: others.length > 0 ? others : match.topics,
    offered: match.offered.filter((topic) => !isCourtesy(topic)),
  };
};

const didYouMean = (turn: Turn, match: FaqMatch): Outcome => {
  const text = byTurns(turn.memory, 'didYouMean', turn.texts.conversation.answers.didYouMean);
  const reply: SayReply = { ...say(text, offerChoices(turn, match.offered)), miss: true };
  return { memory: withSaid(turn.memory, 'didYouMean'), replies: [reply, matchTrace(match)] };
};

/** While the store is away each answer says what has to wait. */
const memoryNote = ({ memory, texts }: Turn): readonly Reply[] =>
  memory.lost ? [say(texts.conversation.trouble.memoryLost)] : [];

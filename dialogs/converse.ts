import { certain, type FaqMatch } from '../knowledge/faq/matcher.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { worse, type Verdict } from '../knowledge/risk/verdict.ts';
import { answers } from './answers.ts';
import { aside } from './aside.ts';
import { commands } from './commands.ts';
import { crisisContext } from './crisis-context.ts';
import { feedback } from './feedback.ts';
import { languageChoice } from './language-choice.ts';
import { helpPressed } from './help-pressed.ts';
import { more } from './more.ts';
import type { Memory } from './memory.ts';
import { wordsOf, type Message } from './message.ts';
import type { Reply } from './reply.ts';
import { offer } from './offer.ts';
import { noOutside, type Outside } from './outside.ts';
import { safety } from './safety.ts';
import { screening, withSummaryInForce } from './screening.ts';
import { session } from './session.ts';
import { sharedPlace } from './shared-place.ts';
import { shownChoices } from './shown-choices.ts';
import { smallTalk } from './small-talk.ts';
import { source } from './source.ts';
import { chain, type Outcome, type Turn } from './turn.ts';
import { unsupported } from './unsupported.ts';
import { welcome } from './welcome.ts';

/**
 * Who is asked first. Safety stands before all that could take the message away from it; `session` and
 * `shownChoices` only add to what is remembered.
 */
const steps = {
  session,
  shownChoices,
  safety,
  aside,
  unsupported,
  welcome,
  offer,
  sharedPlace,
  screening,
  languageChoice,
  more,
  source,
  feedback,
  commands,
  smallTalk,
  answers,
};
export type StepName = keyof typeof steps;

/** `step`: the one that took the message. */
export interface Conversed extends Outcome {
  readonly step: StepName;
}

/**
 * One turn of the conversation: what is said to a message, and what is remembered after it.
 * Pure: the same input gives the same output. `memory` of the outcome is undefined where all is to be forgotten.
 */
export const converse = (
  memory: Memory,
  message: Message,
  knowledge: Knowledge,
  now: Date,
  outside: Outside = noOutside,
): Conversed => {
  const turn = newTurn(memory, message, knowledge, now, outside);
  const { memory: after, replies, step } = inOrder(turn);
  return {
    memory: after && { ...withSummaryInForce(after), lastAt: now.toISOString() },
    replies: [...replies, ...missingTraces(turn, replies)],
    step,
  };
};

const inOrder = chain(steps);

const newTurn = (
  memory: Memory,
  message: Message,
  knowledge: Knowledge,
  now: Date,
  outside: Outside,
): Turn => {
  const words = wordsOf(message);
  let matched: ReturnType<Turn['match']> | undefined;
  return {
    message,
    words,
    memory,
    knowledge,
    texts: knowledge.texts[memory.language],
    now,
    verdict: helpPressed(message) ?? judge(words, memory, knowledge, outside.alone),
    match: () => (matched ??= topicPressed(message) ?? knowledge.matcher.match(words, memory.lastTopics)),
    outside,
  };
};

/** A button that names its topic needs no guessing. */
const topicPressed = (message: Message): FaqMatch | undefined => {
  if (message.kind !== 'choice' || !message.choice.startsWith('topic:')) return undefined;
  return certain(message.choice.slice('topic:'.length));
};

/** By itself and in context: the more severe verdict counts, so that context can raise but never hide a danger. */
const judge = (words: string, memory: Memory, knowledge: Knowledge, judged: Verdict | undefined): Verdict => {
  const alone = judged ?? knowledge.risk.assess(words);
  const context = crisisContext(memory);
  const nothingKnown = context.asked === undefined && context.sessionTier === undefined;
  return nothingKnown ? alone : worse(knowledge.risk.assess(words, context), alone);
};

/** Every turn carries the Risk and the Match trace, also where nothing was matched. */
const missingTraces = ({ verdict }: Turn, replies: readonly Reply[]): readonly Reply[] => {
  const risk: Reply = {
    kind: 'trace',
    trace: { name: 'Risk', value: { ...verdict, category: verdict.category ?? null } },
  };
  const matched = replies.some((reply) => reply.kind === 'trace' && reply.trace.name === 'Match');
  const nothing: Reply = {
    kind: 'trace',
    trace: { name: 'Match', value: { topics: [], offered: [], candidates: [] } },
  };
  return matched ? [risk] : [risk, nothing];
};

import type { StepName } from '../dialogs/converse.ts';
import type { Reply, Trace } from '../dialogs/reply.ts';
import type { Tier } from '../knowledge/risk/verdict.ts';

/**
 * What became of a message:
 * - `crisis`: help in danger was given; `crisis-follow-up`: the talk about it went on without naming all help again.
 * - `screening`, `screening-result`: a question of the screening, or its end.
 * - `answered`, `offered` ("did you mean"), `no-answer` (an honest no), `answers-away` (they could not be looked up).
 * - `read-on`, `source`, `feedback`, `command`, `small-talk`, `welcome`, `unsupported`: what their names say.
 * - `nothing`: words that were not said to the bot. `resent`: it had come before.
 * - `refused`: there was no room for it. `fault`: an apology.
 */
export const turnOutcomes = [
  'crisis',
  'crisis-follow-up',
  'screening',
  'screening-result',
  'answered',
  'offered',
  'no-answer',
  'answers-away',
  'read-on',
  'source',
  'feedback',
  'command',
  'small-talk',
  'welcome',
  'unsupported',
  'nothing',
  'resent',
  'refused',
  'fault',
] as const;
export type TurnOutcome = (typeof turnOutcomes)[number];

/** What a turn decided, in words that can be counted. */
export interface Decision {
  readonly outcome: TurnOutcome;
  /** How the message was judged; undefined where it was judged before. */
  readonly tier: Tier | undefined;
}

/** What each step of a conversation is called where its replies do not tell. */
const byStep: Readonly<Record<StepName, TurnOutcome>> = {
  session: 'nothing',
  shownChoices: 'nothing',
  safety: 'crisis-follow-up',
  aside: 'nothing',
  unsupported: 'unsupported',
  welcome: 'welcome',
  offer: 'no-answer',
  sharedPlace: 'command',
  screening: 'screening',
  languageChoice: 'command',
  more: 'read-on',
  source: 'source',
  feedback: 'feedback',
  commands: 'command',
  smallTalk: 'small-talk',
  answers: 'answers-away',
};

/** `step`: the one that took the message. */
export const decisionOf = (replies: readonly Reply[], step: StepName): Decision => ({
  outcome: outcomeOf(replies, step),
  tier: traceOf(replies, 'Risk')?.tier,
});

const outcomeOf = (replies: readonly Reply[], step: StepName): TurnOutcome => {
  const said = (kind: Reply['kind']): boolean => replies.some((reply) => reply.kind === kind);
  if (said('crisis')) return 'crisis';
  if (said('result')) return 'screening-result';
  if (said('ask')) return 'screening';
  if (said('answer')) return 'answered';
  if (traceOf(replies, 'Feedback')) return 'feedback';
  if (step !== 'answers') return byStep[step];
  const { topics = [], offered = [] } = traceOf(replies, 'Match') ?? {};
  if (topics.length > 0) return 'small-talk';
  if (offered.length > 0) return 'offered';
  return replies.some((reply) => reply.kind === 'say' && reply.miss) ? 'no-answer' : 'answers-away';
};

type ValueOf<Name extends Trace['name']> = Extract<Trace, { readonly name: Name }>['value'];

const traceOf = <Name extends Trace['name']>(
  replies: readonly Reply[],
  name: Name,
): ValueOf<Name> | undefined =>
  replies
    .flatMap((reply) => (reply.kind === 'trace' && reply.trace.name === name ? [reply.trace] : []))
    .at(-1)?.value as ValueOf<Name> | undefined;

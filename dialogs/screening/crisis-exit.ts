import type { RuleId } from '../../knowledge/levels-of-care/ids.ts';
import type { Verdict } from '../../knowledge/risk/verdict.ts';
import { tell } from '../crisis-tell.ts';
import type { ScreeningState } from '../memory.ts';
import type { Reply } from '../reply.ts';
import type { Outcome, Turn } from '../turn.ts';
import { trace } from './ask.ts';
import { askingNowAgain } from './state.ts';

type CrisisRule = Extract<RuleId, 'R1' | 'R2'>;

/** Help comes first: the questions stop, and go on only when the person asks for it. */
export const crisisExit = (turn: Turn, state: ScreeningState, rule: CrisisRule): Outcome => {
  const category = rule === 'R2' ? 'medical' : 'self-harm';
  const verdict: Verdict = { tier: 'immediate', category, signals: [`screening:${rule}`] };
  const { memory, replies } = tell(turn, verdict);
  const stopped: ScreeningState = {
    ...askingNowAgain(state),
    status: 'suspended',
    outcome: 'crisis',
    rule,
    floor: 'clinician',
  };
  return {
    memory: memory && { ...memory, screening: stopped },
    replies: [...replies.map((reply) => withReason(reply, turn, rule)), trace({ outcome: 'crisis', rule })],
  };
};

const withReason = (reply: Reply, { texts }: Turn, rule: CrisisRule): Reply =>
  reply.kind === 'crisis' ? { ...reply, body: [...reply.body, texts.screening.rules[rule].reason] } : reply;

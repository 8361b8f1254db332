import { ConversationStore } from '../../bot/conversation-store.ts';
import { createMetrics } from '../../bot/metrics.ts';
import { MemoryStorage } from '../../bot/storage/memory.ts';
import { TurnRunner } from '../../bot/turn.ts';
import type { Message } from '../../dialogs/message.ts';
import type { Reply, ScreeningTrace } from '../../dialogs/reply.ts';
import { knowledge } from '../support/knowledge.ts';
import type { Place } from './random-talk.ts';

const quiet = { write: () => {} };
const channel = { shared: false, pageLength: undefined };
const hour = 3_600_000;
/** One for all: each listens to the process for as long as that lives. */
const metrics = createMetrics();

/** A new conversation through the real turn and a store of its own, with a clock that can be set forward. */
export const turnPlace = (): Place => {
  let now = Date.parse('2026-11-23T10:00:00Z');
  let turns = 0;
  const clock = () => new Date(now);
  const storage = new MemoryStorage(clock);
  const open = (): TurnRunner =>
    new TurnRunner({
      knowledge: knowledge(),
      store: new ConversationStore(storage, 1_000, 30),
      clock,
      log: quiet,
      metrics,
      address: { current: 'https://care.clinic.example' },
    });
  let runner = open();
  const take = async (message: Message): Promise<ScreeningTrace | undefined> => {
    now += 5_000;
    const activityId = String((turns += 1));
    const replies: Reply[] = [];
    await runner.run({ conversation: 'c', activityId, channelId: 'directline', message }, async (said) => {
      replies.push(...said);
      return 'taken';
    });
    return traceIn(replies);
  };
  return {
    say: (text) => take({ kind: 'text', text, channel }),
    press: (choice) => take({ kind: 'choice', choice, label: '', channel }),
    restart: async () => {
      await runner.idle();
      runner = open();
    },
    wait: (hours) => (now += hours * hour),
    now: () => now,
  };
};

const traceIn = (replies: readonly Reply[]): ScreeningTrace | undefined =>
  replies
    .flatMap((reply) =>
      reply.kind === 'trace' && reply.trace.name === 'Screening' ? [reply.trace.value] : [],
    )
    .at(-1);

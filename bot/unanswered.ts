import type { Memory } from '../dialogs/memory.ts';
import { wordsOf } from '../dialogs/message.ts';
import type { MatchTrace, Reply } from '../dialogs/reply.ts';
import { scrub } from '../knowledge/unanswered/scrub.ts';
import type { KeptQuestion } from '../knowledge/unanswered/kept-question.ts';
import { questionShape } from '../knowledge/unanswered/question-shape.ts';
import type { Incoming } from './incoming.ts';
import type { Metrics } from './metrics.ts';

/** A turn that was taken to its end. */
export interface TakenTurn {
  readonly incoming: Incoming;
  readonly before: Memory;
  readonly after: Memory | undefined;
  readonly replies: readonly Reply[];
}

/** Where questions are kept, on the clinic's explicit wish: what of a text may stay, and who writes it down. */
export interface Keeping {
  readonly vocabulary: ReadonlySet<string>;
  keep(question: KeptQuestion): void;
}

interface UnansweredMetrics {
  readonly unanswered: Pick<Metrics['unanswered'], 'inc'>;
}

/** Notes what the knowledge base had no answer to: counted by topic and shape, and kept only where `keeping` is given. */
export class Unanswered {
  readonly #metrics: UnansweredMetrics;
  readonly #keeping: Keeping | undefined;

  constructor(metrics: UnansweredMetrics, keeping?: Keeping) {
    this.#metrics = metrics;
    this.#keeping = keeping;
  }

  note(turn: TakenTurn, now: Date): void {
    const match = missedMatch(turn);
    if (match === undefined) return;
    const { message } = turn.incoming;
    const topic = nearestTopic(match);
    const language = (turn.after ?? turn.before).language;
    const reply = match.offered.length > 0 ? 'offered' : 'none';
    this.#metrics.unanswered.inc({ topic, language, reply, ...questionShape(wordsOf(message)) });
    if (reply === 'offered' || this.#keeping === undefined || !mayBeKept(turn)) return;
    const text = scrub(wordsOf(message), this.#keeping.vocabulary);
    if (text !== undefined)
      this.#keeping.keep({ day: now.toISOString().slice(0, 10), language, topic, text });
  }
}

/** Below this the nearest topic is no nearer than any other. */
const nearFrom = 0.1;

const nearestTopic = ({ candidates }: MatchTrace): string => {
  const [best] = candidates;
  return best !== undefined && best.score >= nearFrom ? best.topic : 'none';
};

/** What the matcher made of words that it had no answer to. No candidates: it was not asked, or there were no words. */
const missedMatch = ({ replies, before, after }: TakenTurn): MatchTrace | undefined => {
  if (inScreening(before) || (after !== undefined && inScreening(after))) return undefined;
  const traces = replies.flatMap((reply) => (reply.kind === 'trace' ? [reply.trace] : []));
  if (!traces.some((trace) => trace.name === 'Risk' && trace.value.tier === 'none')) return undefined;
  const match = traces.flatMap((trace) => (trace.name === 'Match' ? [trace.value] : [])).at(-1);
  return match !== undefined && match.topics.length === 0 && match.candidates.length > 0 ? match : undefined;
};

const inScreening = ({ open, screening }: Memory): boolean =>
  open?.kind === 'screening' || screening?.status === 'open' || screening?.status === 'suspended';

/** Never of a person who was in danger in this session, never where others read along or nothing is known of it. */
const mayBeKept = ({ incoming: { message }, before, after }: TakenTurn): boolean =>
  message.kind === 'text' &&
  !message.channel.shared &&
  before.lost === undefined &&
  [before, after].every((memory) => memory?.risk === undefined && memory?.open?.kind !== 'crisis');

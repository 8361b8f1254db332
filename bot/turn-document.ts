import { z } from 'zod';
import type { Memory } from '../dialogs/memory.ts';
import { memoryVersion, readMemory } from '../dialogs/memory.ts';
import type { Reply } from '../dialogs/reply.ts';

/** A channel resends within seconds to minutes: so many messages back a resend is known … */
export const knownTurns = 20;
/** … and so many back its replies are still there to be given again. */
const keptReplies = 3;
/** How long replies that failed are worth giving later, in milliseconds. */
const freshFor = 300_000;

/** One message that was answered, with its replies until they are too old to be asked for again. */
export interface AnsweredTurn {
  readonly id: string;
  readonly sent: boolean;
  readonly replies: readonly Reply[];
  /** When the channel did not take the replies, as an ISO time. */
  readonly failedAt?: string | undefined;
}

/** What is stored of a conversation: the memory, and what makes a resend get the same replies. */
export interface TurnDocument {
  readonly memory: Memory;
  readonly answered: readonly AnsweredTurn[];
}

const answeredSchema = z.array(
  z.object({
    id: z.string(),
    sent: z.boolean(),
    replies: z.array(z.any()),
    failedAt: z.string().optional(),
  }),
);

const documentSchema = z.object({ memory: z.unknown(), answered: answeredSchema });
const versionSchema = z.object({ memory: z.object({ schemaVersion: z.number() }) });

/** Whether a newer version of the service has written it, as happens while one replaces the other. */
export const isNewer = (stored: unknown): boolean =>
  (versionSchema.safeParse(stored).data?.memory.schemaVersion ?? 0) > memoryVersion;

/** Reads a stored document; undefined where it can't be used (older or damaged). */
export const readDocument = (stored: unknown): TurnDocument | undefined => {
  const parts = documentSchema.safeParse(stored).data;
  const memory = readMemory(parts?.memory);
  return parts && memory ? { memory, answered: parts.answered } : undefined;
};

/** Adds a turn at the front and lets the oldest ones go. */
export const withAnswered = (
  answered: readonly AnsweredTurn[],
  turn: AnsweredTurn,
): readonly AnsweredTurn[] =>
  [turn, ...answered.filter(({ id }) => id !== turn.id)]
    .slice(0, knownTurns)
    .map((each, age) => (age < keptReplies ? each : { ...each, replies: [] }));

export const withSent = (
  answered: readonly AnsweredTurn[],
  ids: readonly string[],
): readonly AnsweredTurn[] =>
  answered.map((turn) => (ids.includes(turn.id) ? { ...turn, sent: true } : turn));

/** Notes when giving a turn's replies failed first. */
export const withFailed = (
  answered: readonly AnsweredTurn[],
  id: string,
  now: Date,
): readonly AnsweredTurn[] =>
  answered.map((turn) => (turn.id === id ? { failedAt: now.toISOString(), ...turn } : turn));

/** What could not be given lately, oldest first. What is older nobody waits for any more. */
export const owed = (answered: readonly AnsweredTurn[], now: Date): readonly AnsweredTurn[] =>
  answered
    .filter(
      ({ sent, failedAt }) =>
        !sent && failedAt !== undefined && now.getTime() - Date.parse(failedAt) < freshFor,
    )
    .toReversed();

import type { FaqRow } from '../faq/faq-row.ts';
import { share } from '../table.ts';
import { none, type Ask, type Labelled, type Peer, type Scored } from './peer.ts';

export interface PeerFigures {
  readonly name: string;
  readonly rightAt1: number | null;
  readonly rightAt3: number | null;
  /** Right, where it is sure enough for only one in twenty of the other questions; null without such questions. */
  readonly rightAt95: number | null;
  /** Both in seconds of processor time. */
  readonly training: number;
  readonly question: number;
}

const secondsOf = async (work: () => unknown): Promise<number> => {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
};

/** `none` is an answer to nobody: what it leads by counts against the best topic. */
const topicsOf = (scored: readonly Scored[]) => {
  const topics = scored.filter(({ topic }) => topic !== none).map(({ topic }) => topic);
  const best = scored.find(({ topic }) => topic !== none)?.score ?? 0;
  const other = scored.find(({ topic }) => topic === none)?.score ?? 0;
  return { topics, sure: best - other };
};
type Found = ReturnType<typeof topicsOf>;

/** The sureness that 95 of 100 questions out of scope do not pass. */
const barOf = (others: readonly Found[]): number =>
  others.map(({ sure }) => sure).toSorted((a, b) => a - b)[Math.ceil(others.length * 0.95) - 1] ?? Infinity;

export const measurePeer = async (
  { name, learn }: Peer,
  lines: readonly Labelled[],
  rows: readonly FaqRow[],
): Promise<PeerFigures> => {
  let ask: Ask = () => [];
  const training = await secondsOf(async () => {
    ask = await learn(lines);
  });
  const found: Found[] = [];
  const asking = await secondsOf(async () => {
    for (const { text } of rows) found.push(topicsOf(await ask(text))); // oxlint-disable-line no-await-in-loop -- one question at a time is what is measured
  });
  const inScope = rows.flatMap(({ accept }, at) => (accept.length > 0 ? [{ accept, ...found[at]! }] : []));
  const others = found.filter((_, at) => rows[at]?.accept.length === 0);
  const bar = barOf(others);
  const right = (most: number) =>
    inScope.filter(({ accept, topics }) => topics.slice(0, most).some((topic) => accept.includes(topic)));
  return {
    name,
    rightAt1: share(right(1).length, inScope.length),
    rightAt3: share(right(3).length, inScope.length),
    rightAt95:
      others.length === 0 ? null : share(right(1).filter(({ sure }) => sure > bar).length, inScope.length),
    training,
    question: asking / Math.max(1, rows.length),
  };
};

import { read } from './reader.ts';
import type { Entry } from './entry.ts';
import type { Finding } from './lint.ts';

/** From docs/matching.md: right answers rise with every further way of asking, and with every voice. */
const leastWays = 40;
const leastVoices = 6;
/** Shorter lines share most of their words by chance. */
const leastStems = 3;
/** Share of common word stems from which two lines are nearly the same. */
const sameFrom = 0.85;

/** Whether an entry has enough ways of asking, and ways that two entries all but share. */
export const lintWays = (entries: ReadonlyMap<string, Entry>): readonly Finding[] => [
  ...[...entries.values()].flatMap(tooFew),
  ...lintSharedWays([...entries.values()]),
];

/** Ways of asking that stand in two entries, word for word or nearly. */
export const lintSharedWays = (entries: readonly Asked[]): readonly Finding[] => {
  const ways = waysOf(entries);
  return [...twice(ways), ...nearlyShared(ways)];
};

type Asked = Pick<Entry, 'id' | 'ways'>;

const tooFew = ({ id, ways }: Entry): readonly Finding[] => {
  const count = Object.values(ways).flat().length;
  const voices = Object.values(ways).filter((lines) => lines.length > 0).length;
  if (count >= leastWays && voices >= leastVoices) return [];
  const message = `has ${count} from ${voices} voices. Write at least ${leastWays} from ${leastVoices}.`;
  return [{ entry: id, field: 'ways', rule: 'few-ways', message }];
};

interface Way {
  readonly entry: string;
  readonly field: string;
  readonly text: string;
  /** As the matcher reads it. */
  readonly read: string;
  readonly stems: ReadonlySet<string>;
}

const waysOf = (entries: readonly Asked[]): readonly Way[] =>
  entries.flatMap(({ id, ways }) =>
    Object.entries(ways).flatMap(([voice, texts]) =>
      texts.map((text) => {
        const { stems } = read(text);
        return { entry: id, field: `ways.${voice}`, text, read: stems.join(' '), stems: new Set(stems) };
      }),
    ),
  );

/** In one entry the same words in another spelling or voice do no harm; in two nobody could tell which is meant. */
const twice = (ways: readonly Way[]): readonly Finding[] => {
  const byReading = new Map<string, Way>();
  const byText = new Set<string>();
  return ways.flatMap((way) => {
    const first = byReading.get(way.read);
    const plain = `${way.entry} ${way.text.toLowerCase()}`;
    const same = byText.has(plain) || (way.read !== '' && first !== undefined && first.entry !== way.entry);
    byText.add(plain);
    if (first === undefined) byReading.set(way.read, way);
    if (!same) return [];
    const message = `"${way.text}" stands in ${first?.entry ?? way.entry} too. Keep one.`;
    return [{ entry: way.entry, field: way.field, rule: 'way-twice', message }];
  });
};

/** Compares each line with those before it that share one of its rarest words: all pairs would be tens of millions. */
const nearlyShared = (all: readonly Way[]): readonly Finding[] => {
  const ways = all.filter(({ stems }) => stems.size >= leastStems);
  const uses = new Map<string, number>();
  for (const stem of ways.flatMap(({ stems }) => [...stems])) uses.set(stem, (uses.get(stem) ?? 0) + 1);
  const before = new Map<string, Way[]>();
  return ways.flatMap((way) => {
    const near = new Set(rarest(way, uses).flatMap((stem) => before.get(stem) ?? []));
    for (const stem of way.stems) (before.get(stem) ?? listAt(before, stem)).push(way);
    const twin = [...near].find(
      (other) => other.entry !== way.entry && other.read !== way.read && overlap(way, other) >= sameFrom,
    );
    return twin === undefined ? [] : [nearTwin(way, twin)];
  });
};

const listAt = (lists: Map<string, Way[]>, key: string): Way[] => {
  const list: Way[] = [];
  lists.set(key, list);
  return list;
};

/** So many that a line which is nearly the same must have one of them. */
const rarest = ({ stems }: Way, uses: ReadonlyMap<string, number>): readonly string[] =>
  [...stems]
    .toSorted((a, b) => (uses.get(a) ?? 0) - (uses.get(b) ?? 0))
    .slice(0, stems.size - Math.ceil(sameFrom * stems.size) + 1);

const nearTwin = ({ entry, field, text }: Way, twin: Way): Finding => ({
  entry,
  field,
  rule: 'way-near',
  message: `"${text}" is nearly "${twin.text}" of ${twin.entry}. Tell them apart or drop one.`,
  warning: true,
});

const overlap = (one: Way, other: Way): number => {
  const common = [...one.stems].filter((stem) => other.stems.has(stem)).length;
  return common / (one.stems.size + other.stems.size - common);
};

import type { Entry } from './entry.ts';
import type { Finding } from './lint.ts';

type Entries = ReadonlyMap<string, Entry>;

/** What entries say of each other: ids, next questions, titles and ways of asking. */
export const lintLinks = (entries: Entries): readonly Finding[] => [
  ...[...entries].flatMap(([key, entry]) => [...wrongKey(key, entry), ...wrongFollowUps(entry, entries)]),
  ...shared(entries, 'title-twice', 'title', (entry) => [entry.title, ...(entry.es ? [entry.es.title] : [])]),
  ...shared(entries, 'way-twice', 'way of asking', (entry) => Object.values(entry.ways).flat()),
];

const wrongKey = (key: string, { id }: Entry): readonly Finding[] =>
  key === id
    ? []
    : [{ entry: id, rule: 'file-name', message: `stands in ${key}.yaml. Both have to be the same.` }];

const wrongFollowUps = ({ id, followUps }: Entry, entries: Entries): readonly Finding[] => {
  const lost = followUps.filter((next) => next === id || !entries.has(next));
  const findings = lost.map((next) => ({
    entry: id,
    rule: 'follow-up',
    message: `followUps names ${next}. Name another entry.`,
  }));
  if (new Set(followUps).size === followUps.length && followUps.length >= 2 && followUps.length <= 3)
    return findings;
  return [
    ...findings,
    { entry: id, rule: 'follow-up', message: 'followUps has to name 2 or 3 different entries.' },
  ];
};

/** Texts that stand in two places, so that no one could tell which entry is meant. */
const shared = (
  entries: Entries,
  rule: string,
  what: string,
  textsOf: (entry: Entry) => readonly string[],
): readonly Finding[] => {
  const owners = new Map<string, string>();
  return [...entries.values()].flatMap((entry) =>
    textsOf(entry).flatMap((text) => {
      const plain = text.toLowerCase().replaceAll(/\s+/g, ' ').trim();
      const owner = owners.get(plain);
      if (owner === undefined) owners.set(plain, entry.id);
      return owner === undefined
        ? []
        : [{ entry: entry.id, rule, message: `The ${what} "${text}" stands in ${owner} too.` }];
    }),
  );
};

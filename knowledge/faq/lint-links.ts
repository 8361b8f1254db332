import type { Entry } from './entry.ts';
import type { Finding } from './lint.ts';
import { lintTitles } from './lint-titles.ts';

type Entries = ReadonlyMap<string, Entry>;

/** What entries say of each other: ids, next questions and titles. */
export const lintLinks = (entries: Entries): readonly Finding[] => [
  ...[...entries].flatMap(([key, entry]) => [...wrongKey(key, entry), ...wrongFollowUps(entry, entries)]),
  ...lintTitles([...entries.values()]),
];

const wrongKey = (key: string, { id }: Entry): readonly Finding[] =>
  key === id
    ? []
    : [
        {
          entry: id,
          field: 'id',
          rule: 'file-name',
          message: `stands in ${key}.yaml. Both have to be the same.`,
        },
      ];

const wrongFollowUps = ({ id, followUps }: Entry, entries: Entries): readonly Finding[] => {
  const lost = followUps.filter((next) => next === id || !entries.has(next));
  const findings = lost.map((next) => ({
    entry: id,
    field: 'followUps',
    rule: 'follow-up',
    message: `names ${next}. Name another entry that exists.`,
  }));
  if (new Set(followUps).size === followUps.length && followUps.length >= 2 && followUps.length <= 3)
    return findings;
  return [
    ...findings,
    { entry: id, field: 'followUps', rule: 'follow-up', message: 'has to name 2 or 3 different entries.' },
  ];
};

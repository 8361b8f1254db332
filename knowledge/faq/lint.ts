import type { Entry } from './entry.ts';
import type { Fact } from './fact.ts';
import { lintCopying } from './lint-copying.ts';
import { lintFacts } from './lint-facts.ts';
import { lintLinks } from './lint-links.ts';
import { lintTexts } from './lint-texts.ts';
import { lintWording } from './lint-wording.ts';

/** Something in an entry that has to be mended. `entry` is its id; the message says what and how. */
export interface Finding {
  readonly entry: string;
  readonly rule: string;
  readonly message: string;
}

/** All that is wrong with the knowledge base. `runs` are the hashes of the article's 8-word runs. */
export const lintEntries = (
  entries: ReadonlyMap<string, Entry>,
  facts: readonly Fact[],
  runs: ReadonlySet<string>,
): Finding[] => [
  ...lintFacts(entries, facts),
  ...lintLinks(entries),
  ...[...entries.values()].flatMap((entry) => [
    ...lintTexts(entry),
    ...lintWording(entry),
    ...lintCopying(entry, runs),
  ]),
];

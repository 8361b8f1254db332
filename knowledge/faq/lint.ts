import type { Entry } from './entry.ts';
import type { Fact } from './fact.ts';
import { lintCopying } from './lint-copying.ts';
import { lintFacts } from './lint-facts.ts';
import { lintLinks } from './lint-links.ts';
import { lintTexts } from './lint-texts.ts';
import { lintWays } from './lint-ways.ts';
import { lintWording } from './lint-wording.ts';

/** Something that has to be mended, or looked at where it is only a `warning`. The message says what and how. */
export interface Finding {
  /** The entry's id, or `facts.json`. */
  readonly entry: string;
  /** Where it stands in that file: `short`, `es.full`, `ways`. */
  readonly field: string;
  readonly rule: string;
  readonly message: string;
  readonly warning?: true;
}

/** All that is wrong with the knowledge base. `runs` are the hashes of the article's 8-word runs. */
export const lintEntries = (
  entries: ReadonlyMap<string, Entry>,
  facts: readonly Fact[],
  runs: ReadonlySet<string>,
): Finding[] => [
  ...lintFacts(entries, facts),
  ...lintLinks(entries),
  ...lintWays(entries),
  ...[...entries.values()].flatMap((entry) => [
    ...lintTexts(entry),
    ...lintWording(entry),
    ...lintCopying(entry, runs),
  ]),
];

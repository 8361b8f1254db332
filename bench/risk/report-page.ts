import { groupsOf, ratiosOf, type Ratio, type Ratios } from './figures.ts';
import type { Judged } from './judged.ts';
import { missesIn, offBy } from './misses.ts';
import { confusionTable, totalsTable, withInterval, type Rows } from './tables.ts';

/** A set with its verdicts, and what is known of it. */
export interface JudgedSet {
  readonly name: string;
  readonly about: string;
  readonly tuned: string;
  readonly rows: readonly Judged[];
}

/** A case of fewer messages says too little to be ranked. */
const fewest = 5;
/** How many cases stand in a ranking. */
const ranked = 10;

/** The report as Markdown: the places of the template filled from the sets. No text of a set stands in it. */
export const reportFrom = (template: string, sets: readonly JudgedSet[], fingerprint: string): string => {
  const all = sets.flatMap(({ rows }) => rows);
  const places: Readonly<Record<string, string>> = {
    command: `npm run -s evaluate -- risk ${sets.map(({ name }) => name).join(' ')} --report`,
    fingerprint,
    fewest: String(fewest),
    sets: sets.map(paragraphOf).join('\n'),
    totals: markdown(totalsTable(sets.map(({ name, rows }) => [name, rows]))),
    low: sets.map(lowLine).join('\n'),
    weakest: markdown(ranking(all, weakest)),
    loudest: markdown(ranking(all, loudest)),
    confusions: sets.map(confusionSection).join('\n\n'),
  };
  return template.replaceAll(/\{(\w+)\}/g, (place, name: string) => places[name] ?? place);
};

const paragraphOf = ({ name, about, tuned, rows }: JudgedSet): string =>
  `- \`${name}\`, ${rows.length} messages. ${about} ${tuned}`;

const lowLine = ({ name, rows }: JudgedSet): string => {
  const missed = missesIn(rows).filter((row) => offBy(row) < 0);
  const worst = missed.filter((row) => offBy(row) === -3).length;
  return (
    `- \`${name}\`: ${missed.length} of ${rows.length} judged too low, ` +
    `${worst} of them immediate danger taken for none.`
  );
};

const confusionSection = ({ name, rows }: JudgedSet): string =>
  `What the messages of \`${name}\` were judged as, by label:\n\n${markdown(confusionTable(rows))}`;

/** By which share cases are ranked: the lowest first (`upwards` 1) or the highest (-1), without the perfect ones. */
interface Order {
  readonly heading: string;
  readonly pick: (ratios: Ratios) => Ratio;
  readonly upwards: 1 | -1;
  readonly perfect: number;
}
const weakest: Order = { heading: 'at risk found', pick: ({ atRisk }) => atRisk, upwards: 1, perfect: 1 };
const loudest: Order = { heading: 'false alarms', pick: ({ alarms }) => alarms, upwards: -1, perfect: 0 };

const ranking = (rows: readonly Judged[], { heading, pick, upwards, perfect }: Order): Rows => {
  const shareOf = ({ part, whole }: Ratio): number => part / whole;
  const cases = groupsOf(rows, (row) => row.case)
    .map(([name, own]) => ({ name, ratio: pick(ratiosOf(own)) }))
    .filter(({ ratio }) => ratio.whole >= fewest && shareOf(ratio) !== perfect)
    .toSorted((a, b) => upwards * (shareOf(a.ratio) - shareOf(b.ratio)))
    .slice(0, ranked);
  return [
    ['case', 'messages', `${heading} (95% interval)`],
    ...cases.map(({ name, ratio }) => [name, String(ratio.whole), withInterval(ratio)]),
  ];
};

const markdown = (rows: Rows): string => {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const [head = [], ...body] = rows;
  return [line(head), line(head.map(() => '---')), ...body.map(line)].join('\n');
};

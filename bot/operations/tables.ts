import { logEventNames, logEvents, type LogEvent } from '../log-events.ts';
import { createMetrics } from '../metrics.ts';

type Row = readonly string[];

/** The tables of docs/operations.md that are made from the code, by the name that their place has there. */
export const operationsTables = (): ReadonlyMap<string, string> =>
  new Map([
    ['log', table(['event', 'level', 'what it says', 'what to do'], logEventNames.map(logRow))],
    ['metrics', table(['metric', 'type', 'labels', 'what it counts'], metricRows())],
    ['labels', table(['label', 'values'], labelRows())],
  ]);

const logRow = (name: keyof typeof logEvents): Row => {
  const { level, says, mend = '' }: LogEvent = logEvents[name];
  return [`\`${name}\``, level === 'silent' ? 'only counted' : level, says, mend];
};

const metricRows = (): readonly Row[] => {
  const { registry, labels } = createMetrics();
  return [...labels].map(([name, values]) => {
    const metric = registry.getSingleMetric(name);
    if (metric === undefined) throw new Error(`${name} is not registered`);
    const { help } = metric as unknown as { readonly help: string };
    const named = Object.keys(values).map((label) => `\`${label}\``);
    return [`\`${name}\``, metric.constructor.name.toLowerCase(), named.join(', '), help];
  });
};

/** Each list of values once, with the labels that can have them. */
const labelRows = (): readonly Row[] => {
  const rows = new Map<string, string[]>();
  for (const [name, labels] of createMetrics().labels)
    for (const [label, values] of Object.entries(labels)) {
      const said = values === 'topics' ? 'ids of topics of the knowledge base' : valuesIn(values);
      rows.set(said, [...(rows.get(said) ?? []), `\`${label}\` of \`${name}\``]);
    }
  return [...rows].map(([said, names]) => [names.join(', '), said]);
};

const valuesIn = (values: readonly string[]): string =>
  values.every((value) => value in logEvents)
    ? 'events of the log at warn and error, and those that are only counted'
    : values.map((value) => `\`${value}\``).join(', ');

/** As the formatter of the repository writes tables: columns of one width. */
const table = (heads: Row, rows: readonly Row[]): string => {
  const widths = heads.map((_, at) => Math.max(3, ...[heads, ...rows].map((row) => (row[at] ?? '').length)));
  const line = (row: Row): string =>
    `| ${widths.map((width, at) => (row[at] ?? '').padEnd(width)).join(' | ')} |`;
  return [line(heads), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
};

/** Puts the tables into a page, each in its place. Throws where the page has no such place. */
export const withTables = (page: string, tables = operationsTables()): string => {
  let filled = page;
  for (const [name, text] of tables) {
    const place = new RegExp(`(<!-- ${name}: made by "npm run docs" -->\n)[^]*?(\n<!-- ${name}: end -->)`);
    if (!place.test(filled)) throw new Error(`docs/operations.md has no place for the table "${name}"`);
    filled = filled.replace(place, (_, begin: string, end: string) => `${begin}\n${text}\n${end}`);
  }
  return filled;
};

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { projectRoot } from '../../knowledge/project-root.ts';
import { picture, type Bar } from './picture.ts';
import type { Report } from './report.ts';
import { processFigures, turnFigures } from './summary.ts';
import {
  conversationsTable,
  entriesTable,
  instancesTable,
  processTable,
  toMarkdown,
  turnTable,
  type Rows,
} from './tables.ts';

/** What a run has found, under the headings of the document. */
export const tablesOf = (report: Report): readonly (readonly [title: string, rows: Rows])[] => [
  ['turns', turnTable(report)],
  ['processes', processTable(report)],
  ['conversations', conversationsTable(report)],
  ['entries', entriesTable(report)],
  ['instances', instancesTable(report)],
];

/** Puts the figures between the marks that the document has for each of them; the words around them stay. */
export const withFigures = (document: string, report: Report): string => {
  const parts = [
    ['machine', [report.machine, ...report.missing].join('\n\n')] as const,
    ...tablesOf(report).map(([title, rows]) => [title, toMarkdown(rows)] as const),
  ];
  return parts.reduce((text, [title, content]) => {
    const marks = new RegExp(`(<!-- ${title} -->)[^]*?(<!-- /${title} -->)`);
    if (!marks.test(text)) throw new Error(`docs/performance.md has no place for "${title}".`);
    return text.replace(marks, (_, begin: string, end: string) => `${begin}\n\n${content}\n\n${end}`);
  }, document);
};

export const pictureOf = (report: Report): string => {
  const processes = processFigures(report);
  const bar = (name: string, ratio: Bar['ratio']): Bar => ({ name, ratio, ours: name.startsWith('this') });
  return picture('This service beside the stock echo bot (1.0)', [
    {
      title: 'CPU of a turn, × stock echo bot',
      bars: turnFigures(report).map(({ name, ratio }) => bar(name, ratio)),
    },
    {
      title: 'Time to the first healthy answer, × stock echo bot',
      bars: processes.map(({ name, timeRatio }) => bar(name, timeRatio)),
    },
    {
      title: 'Memory under load, × stock echo bot',
      bars: processes.map(({ name, loadedRatio: at }) => bar(name, { median: at, low: at, high: at })),
    },
  ]);
};

export const writeReport = async (report: Report): Promise<void> => {
  const docs = join(projectRoot(), 'docs');
  const document = join(docs, 'performance.md');
  const text = withFigures(readFileSync(document, 'utf8'), report);
  writeFileSync(document, await format(text, { ...(await resolveConfig(document)), parser: 'markdown' }));
  writeFileSync(join(docs, 'images/performance.svg'), pictureOf(report));
};

import { join } from 'node:path';
import { readEnglishWords } from '../knowledge/english-words.ts';
import { harmlessLines } from '../knowledge/harmless-lines.ts';
import { projectRoot } from '../knowledge/project-root.ts';
import { readMatcherSources } from '../knowledge/read-matcher-sources.ts';
import { readRiskSources } from '../knowledge/read-risk-sources.ts';
import { createAssessor } from '../knowledge/risk/assessor.ts';
import { trainRiskModel } from '../knowledge/risk/train.ts';
import type { TrainingLine } from '../knowledge/risk/training-line.ts';
import type { Tier } from '../knowledge/risk/verdict.ts';
import { percent, table } from './table.ts';

/** Voices are dealt into so many groups; each group is judged by a model that learned from all the others. */
const groups = 4;

interface Judged extends TrainingLine {
  readonly tier: Tier;
}

const folder = join(projectRoot(), 'knowledge');
const { lexicon, lines } = readRiskSources(join(folder, 'risk'));
const harmless = harmlessLines(readMatcherSources(join(folder, 'faq'), readEnglishWords()));

const judgeGroup = (voices: ReadonlySet<string>): readonly Judged[] => {
  const known = lines.filter(({ voice }) => !voices.has(voice));
  const assessor = createAssessor({ lexicon, model: trainRiskModel([...known, ...harmless], lexicon) });
  return lines
    .filter(({ voice }) => voices.has(voice))
    .map((line) => ({ ...line, tier: assessor.assess(line.text).tier }));
};

const rowOf = (name: string, judged: readonly Judged[]): readonly string[] => {
  const immediate = judged.filter(({ accept }) => accept.length === 1 && accept[0] === 'immediate');
  const atRisk = judged.filter(({ accept }) => !accept.includes('none'));
  const none = judged.filter(({ accept }) => accept.length === 1 && accept[0] === 'none');
  const alarms = none.filter(({ tier }) => tier === 'concern' || tier === 'immediate').length;
  return [
    name,
    String(judged.length),
    percent(immediate.filter(({ tier }) => tier === 'immediate').length, immediate.length),
    percent(atRisk.filter(({ tier }) => tier !== 'none').length, atRisk.length),
    percent(alarms, none.length),
  ];
};

const voices = [...new Set(lines.map(({ voice }) => voice))];
const judged = Array.from({ length: groups }, (_, group) =>
  judgeGroup(new Set(voices.filter((_voice, at) => at % groups === group))),
).flat();
const headings = ['voice held out', 'lines', 'immediate found', 'at risk found', 'false alarms'];
const rows = voices.map((voice) =>
  rowOf(
    voice,
    judged.filter((line) => line.voice === voice),
  ),
);
process.stdout.write(`${table([headings, ...rows, rowOf('all', judged)])}\n`);

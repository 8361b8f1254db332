import { readdirSync, readFileSync } from 'node:fs';
import { deserialiseRiskData, serialiseRiskData } from '../../../knowledge/risk/artefact.ts';
import { createAssessor, type RiskAssessor } from '../../../knowledge/risk/assessor.ts';
import { readLexicon, type RiskData } from '../../../knowledge/risk/risk-data.ts';
import { trainRiskModel } from '../../../knowledge/risk/train.ts';
import { parseRiskLines } from '../../../knowledge/risk/training-line.ts';

const folder = new URL('../../../knowledge/risk/', import.meta.url);
const filesIn = (name: string): readonly { name: string; content: string }[] =>
  readdirSync(new URL(name, folder))
    .toSorted()
    .map((file) => ({ name: file, content: readFileSync(new URL(name + file, folder), 'utf8') }));

let built: { data: RiskData; assessor: RiskAssessor } | undefined;

/** The real detector, trained once for all tests. */
export const builtDetector = (): { data: RiskData; assessor: RiskAssessor } => {
  if (built !== undefined) return built;
  const lexicon = readLexicon(filesIn('lexicon/'));
  const lines = filesIn('lines/').flatMap(({ name, content }) =>
    parseRiskLines(content, name.replace('.tsv', '')),
  );
  const data = deserialiseRiskData(serialiseRiskData({ lexicon, model: trainRiskModel(lines, lexicon) }));
  built = { data, assessor: createAssessor(data) };
  return built;
};

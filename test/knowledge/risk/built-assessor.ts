import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { artefactFolder, artefactNames } from '../../../knowledge/artefacts.ts';
import { deserialiseRiskData } from '../../../knowledge/risk/artefact.ts';
import { createAssessor, type RiskAssessor } from '../../../knowledge/risk/assessor.ts';
import type { RiskData } from '../../../knowledge/risk/risk-data.ts';

const read = (name: string): Buffer => readFileSync(join(artefactFolder(), name));

let built: { data: RiskData; assessor: RiskAssessor } | undefined;

/** The real detector as the build left it for the service, opened once for all tests. */
export const builtDetector = (): { data: RiskData; assessor: RiskAssessor } => {
  if (built !== undefined) return built;
  const data = deserialiseRiskData({
    lexicon: read(artefactNames.riskLexicon).toString(),
    model: read(artefactNames.riskModel),
  });
  built = { data, assessor: createAssessor(data) };
  return built;
};

import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { artefactFolder, artefactNames, readArtefact } from '../artefacts.ts';
import type { MatcherModel } from '../faq/model.ts';
import { deserialise, serialise } from '../faq/serialise.ts';
import { trainMatcher, type MatcherSources } from '../faq/train-matcher.ts';
import type { TrainingLine } from '../faq/training.ts';

/** How the matcher came to know the clinic's lines. `unkept`: it will have to learn them again at the next start. */
export type Learned = 'nothing-new' | 'found' | 'kept' | 'unkept';

export interface ClinicMatcher {
  readonly model: MatcherModel;
  readonly learned: Learned;
}

/** Where what was learned is kept, and what it is learned with. */
export interface LearningPlace {
  readonly kept: string;
  readonly sources: () => MatcherSources;
}

const usualPlace = (): LearningPlace => ({
  kept: artefactFolder(),
  sources: () => JSON.parse(readArtefact(artefactNames.matcherSources).toString()) as MatcherSources,
});

/**
 * The matcher with a clinic's lines among ours: as it was kept, or learned now, which takes as long as a build. It is
 * kept beside ours, one file a folder. Only the matcher learns them; the risk detector never sees a clinic's lines.
 */
export const learnClinic = (
  folder: string,
  lines: readonly TrainingLine[],
  { kept, sources }: LearningPlace = usualPlace(),
): ClinicMatcher => {
  if (lines.length === 0)
    return { model: deserialise(readArtefact(artefactNames.matcher)), learned: 'nothing-new' };
  const key = sha256(readArtefact(artefactNames.matcherFingerprint), JSON.stringify(lines));
  const file = join(kept, `clinic-matcher-${sha256(folder).slice(0, 12)}.bin`);
  const found = readKept(file, key);
  if (found !== undefined) return { model: found, learned: 'found' };
  const model = trainWith(sources(), lines);
  return { model, learned: keep(file, key, model) ? 'kept' : 'unkept' };
};

const sha256 = (...parts: readonly (string | Buffer)[]): string => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('hex');
};

const trainWith = (sources: MatcherSources, lines: readonly TrainingLine[]): MatcherModel => {
  const { training } = sources;
  return trainMatcher({ ...sources, training: { ...training, lines: [...training.lines, ...lines] } });
};

/** The key stands before the model: a file of other lines, of another build or that was cut short is not taken. */
const readKept = (file: string, key: string): MatcherModel | undefined => {
  try {
    if (!existsSync(file)) return undefined;
    const bytes = readFileSync(file);
    return bytes.subarray(0, key.length).toString() === key
      ? deserialise(bytes.subarray(key.length))
      : undefined;
  } catch {
    return undefined;
  }
};

/** Whole or not at all, as another process may read it meanwhile. An install folder may well be read-only. */
const keep = (file: string, key: string, model: MatcherModel): boolean => {
  try {
    const draft = `${file}.${process.pid}`;
    writeFileSync(draft, Buffer.concat([Buffer.from(key), serialise(model)]));
    renameSync(draft, file);
    return true;
  } catch {
    return false;
  }
};

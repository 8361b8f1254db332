import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { projectRoot } from '../../knowledge/project-root.ts';
import type { MatcherGrowth } from '../growth/measure-growth.ts';

/** Each size in a process of its own, so that none inherits the memory of another. */
export const measureEntries = async (sizes: readonly number[]): Promise<readonly MatcherGrowth[]> => {
  const script = join(projectRoot(), 'dist/bench/matcher-growth.js');
  const figures: MatcherGrowth[] = [];
  for (const size of sizes) {
    // oxlint-disable-next-line no-await-in-loop -- one at a time, or the figures would mean nothing
    const { stdout } = await promisify(execFile)(process.execPath, [script, String(size), '--json']);
    figures.push(...(JSON.parse(stdout) as readonly MatcherGrowth[]));
  }
  return figures;
};

import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { projectRoot } from '../../knowledge/project-root.ts';

const folder = (): string => join(projectRoot(), 'bench/peers');

/** Loads a package that is installed for measuring only, also from the compiled form below `dist/`. */
export const requirePeer = (name: string): unknown => {
  if (!existsSync(join(folder(), 'node_modules', name)))
    throw new Error(`${name} is not installed: run "npm ci --prefix bench/peers" first.`);
  return createRequire(join(folder(), 'package.json'))(name) as unknown;
};

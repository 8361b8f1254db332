import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder with package.json, from the sources as well as from their compiled form below `dist/`. */
export const projectRoot = (from = import.meta.dirname): string => {
  if (existsSync(join(from, 'package.json'))) return from;
  const above = dirname(from);
  if (above === from) throw new Error('package.json is missing: run this from inside the project.');
  return projectRoot(above);
};

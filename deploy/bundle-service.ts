import { join } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { projectRoot } from '../knowledge/project-root.ts';

/** Native, or large and needed for one kind of store only. */
const stayOutside = /^(libsql|pg|@azure\/storage-blob|dtrace-provider)$/;

/**
 * Packages that stay outside are loaded where a module that imports them first runs. A plain external import would
 * move to the top of the file, and load every store's driver at each start.
 */
const loadedWhenUsed: Plugin = {
  name: 'loaded-when-used',
  setup(bundle) {
    bundle.onResolve({ filter: stayOutside }, ({ path, kind }) =>
      kind === 'require-call' ? { path, external: true } : { path, namespace: 'when-used' },
    );
    bundle.onLoad({ filter: /./, namespace: 'when-used' }, ({ path }) => ({
      contents: `module.exports = require(${JSON.stringify(path)});`,
    }));
  },
};

/** CommonJS packages inside of the file ask for Node's own parts by `require`. */
const banner = `import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);`;

/** The service as one file: reading a thousand small ones took most of a start. */
const bundleService = async (): Promise<void> => {
  const root = projectRoot();
  await build({
    entryPoints: [join(root, 'index.ts')],
    outfile: join(root, 'dist/index.js'),
    allowOverwrite: true,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20.19',
    banner: { js: banner },
    plugins: [loadedWhenUsed],
    // Less to read at each start; names stay, as the log tells an error's by its class.
    minifyWhitespace: true,
    minifySyntax: true,
    sourcemap: true,
    sourcesContent: false,
    logLevel: 'warning',
  });
};

await bundleService();

import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { build, type BuildOptions } from 'esbuild';
import { projectRoot } from '../knowledge/project-root.ts';

const root = projectRoot();
const assets = join(root, 'dist/assets');
const browsers = ['chrome99', 'firefox101', 'safari16.4'];

/** One small script of many parts: on a slow line each file of its own would cost the visitor a wait. */
const buildScript = async (name: string, options: BuildOptions): Promise<void> => {
  await build({
    entryPoints: [join(root, `widget/${name}/${name}.js`)],
    outfile: join(assets, `${name}.js`),
    bundle: true,
    minify: true,
    loader: { '.css': 'text' },
    logLevel: 'error',
    ...options,
  });
};

await mkdir(assets, { recursive: true });
// The service puts the launcher's words and numbers before it.
await buildScript('launcher', { format: 'iife', target: ['es2020', ...browsers] });
await buildScript('chat', { format: 'esm', target: ['es2022', ...browsers] });

import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { projectRoot } from '../knowledge/project-root.ts';

const root = projectRoot();

/** One small script of the launcher's parts, style and all. The service puts its words and numbers before it. */
const buildLauncher = async (): Promise<void> => {
  await mkdir(join(root, 'dist/assets'), { recursive: true });
  await build({
    entryPoints: [join(root, 'widget/launcher/launcher.js')],
    outfile: join(root, 'dist/assets/launcher.js'),
    bundle: true,
    minify: true,
    format: 'iife',
    target: ['es2020', 'chrome99', 'firefox101', 'safari16.4'],
    loader: { '.css': 'text' },
    logLevel: 'error',
  });
};

await buildLauncher();

import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect } from 'chai';
import { projectRoot } from '../knowledge/project-root.ts';

const root = projectRoot();
const layers = ['knowledge', 'dialogs', 'bot'] as const;
const forbidden = ['botbuilder', 'botframework', 'restify', 'node:http', 'node:net', 'libsql', 'ws'];

const sourcesIn = (layer: string): readonly string[] =>
  readdirSync(join(root, layer), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(root, layer, name));

const importsOf = (file: string): readonly string[] =>
  [...readFileSync(file, 'utf8').matchAll(/(?:from|import) '([^']+)'/g)].map(([, name = '']) => name);

const layerOf = (file: string, name: string): string =>
  relative(root, join(file, '..', name)).split('/')[0] ?? '';

describe('the architecture', () => {
  for (const [level, layer] of layers.entries()) {
    it(`imports from ${layer} only what stands below it`, () => {
      const above: readonly string[] = layers.slice(level + 1);
      const wrong = sourcesIn(layer).flatMap((file) =>
        importsOf(file)
          .filter((name) => name.startsWith('.') && above.includes(layerOf(file, name)))
          .map((name) => `${relative(root, file)} imports ${name}`),
      );
      expect(sourcesIn(layer)).not.to.be.empty;
      expect(wrong).to.deep.equal([]);
    });
  }

  for (const layer of ['knowledge', 'dialogs']) {
    it(`keeps the SDK, the server and the store out of ${layer}`, () => {
      const wrong = sourcesIn(layer).flatMap((file) =>
        importsOf(file)
          .filter((name) =>
            forbidden.some(
              (part) => name === part || name.startsWith(`${part}-`) || name.startsWith(`${part}/`),
            ),
          )
          .map((name) => `${relative(root, file)} imports ${name}`),
      );
      expect(wrong).to.deep.equal([]);
    });
  }

  it('never imports natural whole, which takes a second and reads .env', () => {
    const wrong = layers.flatMap(sourcesIn).filter((file) => importsOf(file).includes('natural'));
    expect(wrong).to.deep.equal([]);
  });
});

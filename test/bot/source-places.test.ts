import { expect } from 'chai';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { SourcePlaces } from '../../bot/source-places.ts';
import { projectRoot } from '../../knowledge/project-root.ts';

const bundle = join(projectRoot(), 'dist/index.js');

/** A frame as Node prints it, at the first place of such a text in the built file. */
const frameAt = (text: string): string => {
  const built = readFileSync(bundle, 'utf8');
  expect(built.includes(text), 'dist/index.js is not the one file: run "npm run build" first').to.equal(true);
  const before = built.split(text)[0]!.split('\n');
  return `at start (${pathToFileURL(bundle).href}:${before.length}:${before.at(-1)!.length + 1})`;
};

describe('the places of a fault', () => {
  it('are those in the sources, though the service is one file', () => {
    const frame = frameAt('new TurnRunner(');
    const lines = readFileSync(join(projectRoot(), 'bot/service.ts'), 'utf8').split('\n');
    const line = lines.findIndex((each) => each.includes('new TurnRunner(')) + 1;
    const [place = ''] = new SourcePlaces().inSources([frame]);
    expect(place).to.match(new RegExp(`^at start \\(bot/service\\.ts:${line}:\\d+\\)$`));
  });

  it('are left as they are where no map is beside the file, or it is none of ours', () => {
    const frames = [
      'at node:internal/process:1:2',
      'at f (file:///nowhere/x.js:1:2)',
      'at g (file://%/x:1:2)',
    ];
    expect(new SourcePlaces().inSources(frames)).to.deep.equal(frames);
  });
});

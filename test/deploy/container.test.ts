import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { projectRoot } from '../../knowledge/project-root.ts';

const root = projectRoot();
const read = (name: string): string => readFileSync(join(root, name), 'utf8');

interface Instruction {
  readonly name: string;
  readonly rest: string;
}

/** The instructions of each stage, with continued lines as one. */
const stages: readonly (readonly Instruction[])[] = read('deploy/Dockerfile')
  .replaceAll(/^#.*\n/gm, '')
  .replaceAll(/\\\n/g, ' ')
  .split(/^(?=FROM )/m)
  .map((stage) => stage.split('\n').flatMap((line) => (line.trim() === '' ? [] : [instruction(line)])))
  .filter((stage) => stage.length > 0);

function instruction(line: string): Instruction {
  const [name = '', ...rest] = line.trim().split(/\s+/);
  return { name, rest: rest.join(' ') };
}

const all = stages.flat();
const last = stages.at(-1) ?? [];
const lastOf = (name: string): string => last.findLast((each) => each.name === name)?.rest ?? '';
const copied = all
  .filter(({ name, rest }) => name === 'COPY' && !rest.startsWith('--from'))
  .flatMap(({ rest }) => rest.split(' ').slice(0, -1));

describe('the container image', () => {
  it('is built in stages from images with a version', () => {
    expect(stages.length).to.be.at.least(2);
    for (const { name, rest } of all.filter((each) => each.name === 'FROM'))
      expect(rest, name).to.match(/^node:\d+[\w.-]*( AS \w+)?$/);
    expect(read('deploy/Dockerfile')).to.not.match(/:latest/);
  });

  it('runs a version of Node.js that the product supports', () => {
    const { engines } = JSON.parse(read('package.json')) as { engines: { node: string } };
    const [least = 0] = (/\d+/.exec(engines.node) ?? []).map(Number);
    for (const { rest } of all.filter(({ name }) => name === 'FROM'))
      expect(Number(/^node:(\d+)/.exec(rest)?.[1])).to.be.at.least(least);
  });

  it('runs as a user that is not root, and writes to its volume alone', () => {
    expect(lastOf('USER')).to.match(/^[1-9]\d*:[1-9]\d*$/);
    expect(lastOf('VOLUME')).to.equal('/data');
    expect(lastOf('ENV')).to.include('STORAGE_URL=sqlite:/data/').and.include('NODE_ENV=production');
    const after = last.slice(last.findIndex(({ name }) => name === 'USER') + 1).map(({ name }) => name);
    expect(after).to.not.include.members(['RUN']).and.to.not.include.members(['COPY']);
  });

  it('asks for its health with node itself, and is started by it', () => {
    expect(lastOf('HEALTHCHECK')).to.match(/CMD \["node", .*\/healthz/);
    expect(lastOf('CMD')).to.equal('["node", "dist/index.js"]');
  });

  it('copies only what exists, and what the build context lets in', () => {
    const let_in = read('.dockerignore')
      .split('\n')
      .filter((line) => line.startsWith('!'))
      .map((line) => line.slice(1));
    expect(copied.length).to.be.at.least(10);
    for (const source of copied) {
      expect(existsSync(join(root, source)), source).to.equal(true);
      expect(
        let_in.some((open) => source === open || source.startsWith(open)),
        source,
      ).to.equal(true);
    }
    for (const secret of ['.env', 'data/', 'test/', '.git/', 'node_modules/'])
      expect(let_in).to.not.include(secret);
  });

  it('has every folder that the service imports from', () => {
    const folders = ['bot', 'dialogs', 'knowledge', 'widget', 'index.ts'];
    for (const folder of folders)
      expect(
        copied.some((source) => source.replace('/', '') === folder),
        folder,
      ).to.equal(true);
  });
});

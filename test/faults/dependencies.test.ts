import { expect } from 'chai';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../knowledge/project-root.ts';

interface Locked {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly link?: boolean;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly hasInstallScript?: boolean;
}

const read = (name: string): string => readFileSync(join(projectRoot(), name), 'utf8');
const json = (name: string): unknown => JSON.parse(read(name));
const exact = /^\d+\.\d+\.\d+(-[\w.]+)?$/;

describe('what the service depends on', () => {
  const { lockfileVersion, packages } = json('package-lock.json') as {
    lockfileVersion: number;
    packages: Record<string, Locked>;
  };
  const locked = Object.entries(packages).filter(([path]) => path !== '');

  it('is locked to one version each, with a hash of its content', () => {
    expect(lockfileVersion).to.equal(3);
    expect(locked.length).to.be.above(100);
    const loose = locked.filter(
      ([, { version = '', integrity = '' }]) => !exact.test(version) || !integrity.startsWith('sha512-'),
    );
    expect(loose.map(([path]) => path)).to.deep.equal([]);
  });

  it('comes from the registry alone, never from a folder, a repository or an address of its own', () => {
    const elsewhere = locked.filter(
      ([, { link, resolved }]) =>
        link === true || (resolved !== undefined && !resolved.startsWith('https://registry.npmjs.org/')),
    );
    expect(elsewhere.map(([path]) => path)).to.deep.equal([]);
  });

  it('runs no code of its own when it is installed, and needs none', () => {
    expect(read('.npmrc')).to.match(/^ignore-scripts=true$/m);
    const scripts = locked.filter(
      ([, { hasInstallScript, dev, optional }]) => hasInstallScript && !dev && !optional,
    );
    expect(scripts.map(([path]) => path)).to.deep.equal([]);
  });

  it('is named with exact versions in package.json', () => {
    const { dependencies, devDependencies } = json('package.json') as Record<string, Record<string, string>>;
    const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
      ([, version]) => !exact.test(version),
    );
    expect(loose).to.deep.equal([]);
  });
});

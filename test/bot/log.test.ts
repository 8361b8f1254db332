import { execFileSync } from 'node:child_process';
import { expect } from 'chai';

const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
const loader = extension === 'ts' ? ['--import', 'tsx'] : [];
const addressOf = (name: string): string =>
  JSON.stringify(new URL(`../../bot/${name}.${extension}`, import.meta.url));

/** What a process of its own prints that logs the error. */
const logged = (error: string): string => {
  const script = `
    import { createLog } from ${addressOf('log')};
    import { StorageError } from ${addressOf('errors')};
    createLog('info').write('storage-load', { error: ${error} });`;
  return execFileSync(process.execPath, [...loader, '--input-type=module', '-e', script], {
    encoding: 'utf8',
  });
};

describe('the log', () => {
  it('says what the store says that must be mended, and never what its driver says', () => {
    const line = logged(
      `new StorageError('the key "k1" is missing', { cause: new TypeError('said by a person') })`,
    );
    expect(JSON.parse(line)).to.include({ error: 'StorageError: the key "k1" is missing < TypeError' });
    expect(line).to.not.include('person');
  });

  it('names any other error only by its kind', () => {
    expect(JSON.parse(logged(`new RangeError('said by a person')`))).to.include({ error: 'RangeError' });
  });
});

import { expect } from 'chai';
import { randomBytes } from 'node:crypto';
import { ConfigError } from '../../../bot/errors.ts';
import { BlobStorage } from '../../../bot/storage/blob.ts';
import { accountKey, containerAt, newContainer, signed } from '../../support/azurite.ts';
import { rejectionOf } from './rejection.ts';
import { write } from './subject.ts';

const clock = (): Date => new Date();
const tomorrow = new Date(Date.now() + 86_400_000);
const open = (url: string, key?: string) => BlobStorage.open(url, { clock, key, limit: 20_000 });

/** The sentence with which a container is refused; it has no part of a signature or key in it. */
const refusalOf = async (url: string, key?: string): Promise<string> => {
  const error = await rejectionOf(open(url, key));
  expect(error).to.be.instanceOf(ConfigError);
  expect(error.message).to.match(/^STORAGE_(URL|KEY): [^\n]+\.$/);
  for (const secret of [new URL(url).searchParams.get('sig'), key])
    if (secret) expect(error.message).to.not.include(secret);
  return error.message;
};

describe('an Azure container', () => {
  let url: string;
  beforeEach(async () => {
    url = await newContainer();
  });

  it('is made when it is missing, with the account key', async () => {
    await (await open(url, accountKey)).ping();
    expect(await containerAt(url).exists()).to.equal(true);
  });

  it('is used with a signed address, which never has to name the account key', async () => {
    await containerAt(url).create();
    const storage = await open(signed(url, 'rwcdl', tomorrow));
    const saved = await storage.save([{ ...write('a', { n: 1 }, 'absent'), expires: new Date(0) }]);
    expect(saved.kind).to.equal('saved');
    expect(await storage.sweep(clock())).to.equal(1);
  });

  it('is refused without a signature or a key, and with both', async () => {
    expect(await refusalOf(url)).to.match(/^STORAGE_KEY: set it to the account key, or add a signature/);
    expect(await refusalOf(signed(url, 'rwcdl', tomorrow), accountKey)).to.include(
      'STORAGE_KEY: leave it out',
    );
  });

  it('is refused with a key that is not the account’s, and with one that is none', async () => {
    expect(await refusalOf(url, randomBytes(64).toString('base64'))).to.include(
      'refuses the signature or key',
    );
    expect(await refusalOf(url, 'my key!')).to.include(
      'STORAGE_KEY: must be the account key as Azure shows it',
    );
  });

  it('is refused with a signature that has expired, was changed, or gives too few rights', async () => {
    await containerAt(url).create();
    const old = new Date('2026-01-01T00:00:00Z');
    expect(await refusalOf(signed(url, 'rwcdl', old))).to.include('its signature expired at 2026-01-01');
    const changed = signed(url, 'rwcdl', tomorrow).replace('sp=rcwdl', 'sp=racwdl');
    expect(await refusalOf(changed)).to.include('refuses the signature or key');
    expect(await refusalOf(signed(url, 'rwcd', tomorrow))).to.include('read, create, write, delete and list');
  });

  it('is refused when a signature can not make it', async () => {
    expect(await refusalOf(signed(url, 'rwcdl', tomorrow))).to.include('is not there: create the container');
  });
});

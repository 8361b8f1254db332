import { expect } from 'chai';
import { randomBytes } from 'node:crypto';
import { readConfig } from '../../../bot/config.ts';
import { ConfigError } from '../../../bot/errors.ts';
import { parseEncryptionKeys } from '../../../bot/storage/encryption-keys.ts';

const good = randomBytes(32).toString('base64');

describe('STORAGE_ENCRYPTION_KEYS', () => {
  it('may be left out or empty', () => {
    expect(readConfig({ STORAGE_ENCRYPTION_KEYS: '' }).storageOptions.encryptionKeys).to.equal(undefined);
  });

  it('names the keys in their order, with spaces around them or without', () => {
    const other = randomBytes(32).toString('base64url');
    const keys = readConfig({
      STORAGE_ENCRYPTION_KEYS: `2027-01:${good}, old.1:${other}`,
    }).storageOptions.encryptionKeys;
    expect(keys?.map(({ id }) => id)).to.deep.equal(['2027-01', 'old.1']);
    expect(keys?.map(({ secret }) => secret.length)).to.deep.equal([32, 32]);
  });

  it('gives no two keys the same secret, and the same key always the same', () => {
    const secretOf = (text: string) => {
      const keys = parseEncryptionKeys(text);
      return typeof keys === 'string' ? keys : Buffer.from(keys[0]?.secret ?? []).toString('hex');
    };
    expect(secretOf(`a:${good}`)).to.equal(secretOf(`b:${good}`));
    expect(secretOf(`a:${good}`)).to.not.equal(secretOf(`a:${randomBytes(32).toString('base64')}`));
    expect(secretOf(`a:${good}`)).to.not.equal(Buffer.from(good, 'base64').toString('hex'));
  });

  const short = randomBytes(16).toString('base64');
  const wrong = { 'no id': good, 'a short key': `k1:${short}`, 'no key': 'k1:', 'a name': 'my password' };
  for (const [what, text] of Object.entries(wrong)) {
    it(`is refused with ${what}, by its place and never by its text`, () => {
      const read = () => readConfig({ STORAGE_ENCRYPTION_KEYS: `k0:${good},${text}` });
      expect(read).to.throw(
        ConfigError,
        /STORAGE_ENCRYPTION_KEYS: entry 2 must be <id>:<base64 of 32 bytes>/,
      );
      expect(read).to.not.throw(ConfigError, text);
    });
  }

  it('is refused with an id that is there twice', () => {
    const read = () => readConfig({ STORAGE_ENCRYPTION_KEYS: `k1:${good},k1:${good}` });
    expect(read).to.throw(ConfigError, 'the id "k1" is there twice');
  });
});

import { expect } from 'chai';
import { EncryptedStorage } from '../../../bot/storage/encrypted-storage.ts';
import { MemoryStorage } from '../../../bot/storage/memory.ts';
import { freePort } from '../../support/free-port.ts';
import { say } from '../../support/emulator.ts';
import { startService, type RunningService } from '../../support/service.ts';
import { write } from './subject.ts';
import { keysNamed, keysText } from './encryption-keys-named.ts';

const danger = 'I am going to kill myself tonight';

describe('a service whose store can not be used', () => {
  let service: RunningService | undefined;
  afterEach(() => service?.stop());

  it('still answers danger at once when a key is missing, and questions too', async () => {
    const inner = new MemoryStorage();
    await (await EncryptedStorage.open(inner, keysNamed('old'))).save([write('emulator/c', { n: 1 })]);
    await EncryptedStorage.open(inner, keysNamed('new', 'old'));
    service = await startService({}, { storage: await EncryptedStorage.open(inner, keysNamed('new')) });
    const { risk, text } = await say(service.url, 'c', danger);
    expect(risk.tier).to.equal('immediate');
    expect(text).to.include('988').and.include('911');
    expect((await say(service.url, 'c', 'What is an IOP?')).match.topics).to.include('iop-definition');
    expect(service.logged()).to.include('storage-load');
  });

  for (const [kind, urlAt] of [
    ['PostgreSQL', (port: number) => `postgres://bot:secret@127.0.0.1:${port}/bot`],
    ['Azure Blob Storage', (port: number) => `http://127.0.0.1:${port}/account/container?sig=secret`],
  ] as const) {
    it(`starts and answers danger at once while ${kind} is away, and says that it is not ready`, async () => {
      service = await startService({
        STORAGE_URL: urlAt(await freePort()),
        STORAGE_ENCRYPTION_KEYS: keysText('k1'),
      });
      expect((await fetch(`${service.url}/healthz`)).status).to.equal(200);
      expect((await fetch(`${service.url}/readyz`)).status).to.equal(503);
      expect((await say(service.url, 'c', danger)).text).to.include('988');
      expect(service.logged()).to.include('the store does not answer yet').and.to.not.include('secret');
    });
  }
});

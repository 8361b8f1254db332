import { expect } from 'chai';
import { setTimeout } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Storage } from '../../bot/storage/storage.ts';
import { say } from '../support/emulator.ts';
import { startService } from '../support/service.ts';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** Serves one message with a store that only the service holds, and stops. */
const servedBy = async (): Promise<WeakRef<Storage>> => {
  const store: Storage = {
    load: () => Promise.resolve(undefined),
    save: (writes) => Promise.resolve({ kind: 'saved', tags: writes.map(() => 'tag') }),
    sweep: () => Promise.resolve(0),
    ping: () => Promise.resolve(),
    close: () => Promise.resolve(),
  };
  const service = await startService({}, { storage: store });
  await say(service.url, 'c', 'hello');
  expect((await fetch(`${service.url}/metrics`)).status).to.equal(200);
  await service.stop();
  return new WeakRef(store);
};

describe('a service that was stopped', () => {
  it('is let go of, with all its knowledge', async () => {
    const store = await servedBy();
    for (let tries = 0; tries < 50 && store.deref(); tries += 1) {
      await setTimeout(20);
      collectGarbage();
    }
    expect(store.deref()).to.equal(undefined);
  });
});

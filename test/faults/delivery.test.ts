import { expect } from 'chai';
import { killRun, stormRun } from './delivery-runs.ts';
import { ServiceProcess } from './service-process.ts';
import { onContainer, onDatabase, onFile } from './store-places.ts';
import { removeTemporaryFolders } from './temporary-folder.ts';
import { twoProcessesRun } from './two-processes-run.ts';

const size = { conversations: 20, messages: 10, duplicates: 0.25, lanes: 64, seed: 1 };

describe('delivery by a real process', function () {
  this.timeout(240_000);
  after(async () => {
    await ServiceProcess.killAll();
    removeTemporaryFolders();
  });

  it('takes each message once and answers it once, in bursts, out of order and with a quarter delivered twice', () =>
    stormRun(size, onFile()));

  it('is killed eight times in mid-turn and loses nothing; what is answered twice is so in the same words', async () => {
    const { redelivered } = await killRun({ ...size, messages: 12, lanes: 16, seed: 2 }, 8, onFile());
    expect(redelivered).to.be.above(0);
  });

  it('is killed as well on a database, and loses nothing there either', async () => {
    const { redelivered } = await killRun({ ...size, lanes: 16, seed: 4 }, 3, await onDatabase());
    expect(redelivered).to.be.above(0);
  });

  it('takes each message once also where two processes share one database', async () =>
    twoProcessesRun({ ...size, lanes: 16, seed: 3 }, await onDatabase()));

  it('takes each message once also where two processes share a container of blobs', async () =>
    twoProcessesRun({ ...size, messages: 5, lanes: 8, seed: 5 }, await onContainer()));
});

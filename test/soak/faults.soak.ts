import { expect } from 'chai';
import { fuzzRun } from '../faults/fuzz-run.ts';
import { killRun, stormRun } from '../faults/delivery-runs.ts';
import { loadRun } from '../faults/load-run.ts';
import { ServiceProcess } from '../faults/service-process.ts';
import { onContainer, onDatabase, onFile } from '../faults/store-places.ts';
import { removeTemporaryFolders } from '../faults/temporary-folder.ts';
import { twoProcessesRun } from '../faults/two-processes-run.ts';

const minute = 60_000;
const size = { conversations: 200, messages: 20, duplicates: 0.25, lanes: 64, seed: 11 };

/** Figures go to the terminal: they are what docs/operations.md quotes. */
const tell = (what: string, figures: object): void => {
  process.stdout.write(`      ${what}: ${JSON.stringify(figures)}\n`);
};

describe('for as long as it takes, the service', function () {
  this.timeout(60 * minute);
  after(async () => {
    await ServiceProcess.killAll();
    removeTemporaryFolders();
  });

  it('takes each of 4,000 messages once, with a quarter delivered twice', () => stormRun(size, onFile()));

  it('takes each of 4,000 messages once where two processes share one database', async () =>
    twoProcessesRun({ ...size, lanes: 32, seed: 12 }, await onDatabase()));

  it('takes each of 4,000 messages once where two processes share a container of blobs', async () =>
    twoProcessesRun({ ...size, lanes: 16, seed: 13 }, await onContainer()));

  it('is killed fifty times in mid-turn and loses nothing', async () => {
    tell('killed fifty times', await killRun({ ...size, lanes: 16 }, 50, onFile()));
  });

  it('is killed twenty times in mid-turn on a database and loses nothing', async () => {
    tell('killed twenty times', await killRun({ ...size, lanes: 16, seed: 14 }, 20, await onDatabase()));
  });

  it('loses nothing that it took at ten times the rated load for a minute', async () => {
    tell('200 messages a second', await loadRun({ perSecond: 200, seconds: 60 }));
  });

  it('answers all danger far beyond what the machine can do', async () => {
    const figures = await loadRun({ perSecond: 2_000, seconds: 15, open: 1_500 });
    tell('2,000 messages a second', figures);
    expect(figures.refused).to.be.above(0);
    // Channels wait for 15 s.
    expect(figures.dangerMost).to.be.below(10_000);
  });

  it('meets 100,000 odd requests without a fault', () => fuzzRun(100_000));
});

import { expect } from 'chai';
import { lostLineRun } from '../browser/lost-line-run.ts';
import { ServiceProcess } from '../faults/service-process.ts';
import { socketRun } from '../faults/socket-run.ts';

const minute = 60_000;

describe('for as long as it takes, the website', function () {
  this.timeout(10 * minute);
  after(() => ServiceProcess.killAll());

  it('stands 10,000 sockets, half-open ones and megabytes with them, and answers who is in danger meanwhile', async () => {
    const crowd = { streams: 7_000, mute: 1_000, half: 2_000, large: 100, stay: minute };
    const figures = await socketRun(crowd);
    process.stdout.write(`      10,000 sockets: ${JSON.stringify(figures)}\n`);
    expect(figures.muted).to.deep.equal({ 101: 1_000 });
    // One place of the 5,000 is that of the person in danger.
    expect(figures.statuses).to.deep.equal({ 101: 3_999, 503: 3_001 });
    expect(figures.codes).to.not.include(1_000);
    expect(figures.halfOpen, 'half a request is waited for some seconds').to.equal(0);
    expect(figures.open, 'those that never answer are gone').to.equal(3_999);
    expect(figures.slowest).to.be.below(10_000);
  });

  it('loses nothing and doubles nothing when the network goes for a minute', () => lostLineRun(minute));
});

import { expect } from 'chai';
import { ServiceProcess } from './service-process.ts';
import { socketRun } from './socket-run.ts';

describe('a crowd of sockets', function () {
  this.timeout(180_000);
  after(() => ServiceProcess.killAll());

  it('of 1,500, some silent, some half open, some with frames of a megabyte, keeps nobody in danger from help', async () => {
    const figures = await socketRun({ streams: 900, mute: 300, half: 300, large: 20, stay: 0 });
    expect(figures.muted).to.deep.equal({ 101: 300 });
    expect(figures.statuses).to.deep.equal({ 101: 900 });
    expect(figures.codes).to.not.include(1_000);
    expect(figures.answered).to.be.above(0);
    expect(figures.slowest).to.be.below(5_000);
  });
});

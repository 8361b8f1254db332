import { expect } from 'chai';
import { Client } from '../../../bench/performance/client.ts';
import { measureRounds } from '../../../bench/performance/rounds.ts';
import { echoBot, ourService } from '../../../bench/performance/subject.ts';
import { SubjectProcess } from '../../../bench/performance/subject-process.ts';

describe('a round of the bench', function () {
  this.timeout(30_000);
  const running: SubjectProcess[] = [];
  before(async () => {
    running.push(
      await SubjectProcess.start(echoBot),
      await SubjectProcess.start(ourService('memory', 'memory:')),
    );
  });
  after(() => Promise.all(running.map((each) => each.stop())));

  it('takes the processor time, the latency and the memory of every kind of turn', async () => {
    const cells = running.flatMap((process) =>
      process.subject.workloads.map((workload) => ({ process, workload })),
    );
    const samples = await measureRounds(cells, { rounds: 1, turns: 20, alone: 6, warmUp: 10 });
    expect(samples.map(({ workload }) => workload)).to.have.members([
      'echo',
      'question',
      'screening',
      'crisis',
    ]);
    for (const { cpu, median, late, memory } of samples) {
      expect(cpu).to.be.within(20, 1_000_000);
      expect(median).to.be.above(0).and.at.most(late);
      expect(memory).to.be.within(3e7, 2e9);
    }
  });

  it('ends with a wrong answer, which makes no figure', async () => {
    const client = new Client(running[0]!.url, 1);
    const failure = await client.say('a', { text: 'hello', expect: 'goodbye' }).catch(String);
    client.close();
    expect(failure).to.include('"hello" got 200').and.include('instead of "goodbye"');
  });

  it('says why a program can not be measured', async () => {
    const broken = { ...echoBot, environment: { PORT: 'none' } };
    expect(await SubjectProcess.start(broken).catch(String)).to.match(
      /stock echo bot .* ended at its start: .*port/is,
    );
  });
});

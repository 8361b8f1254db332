import type { Report } from '../../../bench/performance/report.ts';
import { otherSubjects, ourService } from '../../../bench/performance/subject.ts';

const ours = ourService('memory', 'memory:');
const [server, echo] = otherSubjects;
const even = { median: 1, low: 1, high: 1 };

/** Two rounds, the second of them twice as slow; our question costs half of the echo bot's turn. */
export const madeUpReport: Report = {
  subjects: [server!, echo!, ours],
  machine: '2 cores (made up), linux, Node 20.0.0; load before the run 0.1.',
  samples: [0, 1].flatMap((round) => {
    const slow = round + 1;
    const sample = { round, median: slow, late: 3 * slow, memory: 1e8 * slow };
    return [
      { ...sample, subject: server!.id, workload: 'echo' as const, cpu: 100 * slow },
      { ...sample, subject: echo!.id, workload: 'echo' as const, cpu: 400 * slow },
      { ...sample, subject: ours.id, workload: 'question' as const, cpu: 200 * slow, memory: 3e8 },
      { ...sample, subject: ours.id, workload: 'screening' as const, cpu: 100 * slow },
      { ...sample, subject: ours.id, workload: 'crisis' as const, cpu: 600 * slow },
    ];
  }),
  starts: [server!, echo!, ours].map(({ id }, at) => ({
    subject: id,
    time: 500 * (at + 1),
    cpu: 400,
    memory: 5e7 * (at + 1),
  })),
  conversations: [{ conversations: 100_000, cpu: even, ratio: even, memory: 2e8, file: 5e8 }],
  entries: [],
  instances: [{ count: 2, turnsPerSecond: even, instances: even, sender: even, database: undefined }],
  missing: ['Left out: something.'],
};

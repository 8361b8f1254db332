import { expect } from 'chai';
import { asyncProperty, assert as check, array, record, constantFrom, nat } from 'fast-check';
import { setImmediate as nextTick } from 'node:timers/promises';
import { KeyedQueue } from '../../bot/queue.ts';

/** A promise that the test settles. */
class Gate {
  readonly passed: Promise<void>;
  #open: () => void = () => {};
  #fail: (reason: Error) => void = () => {};

  constructor() {
    this.passed = new Promise((resolve, reject) => {
      this.#open = resolve;
      this.#fail = reject;
    });
  }

  open(): void {
    this.#open();
  }

  fail(message: string): void {
    this.#fail(new Error(message));
  }
}

describe('a queue by key', () => {
  it('starts a task of a key only once the one before has ended', async () => {
    const queue = new KeyedQueue();
    const order: string[] = [];
    const gate = new Gate();
    const first = queue.run('a', async () => {
      order.push('first begins');
      await gate.passed;
      order.push('first ends');
    });
    const second = queue.run('a', async () => void order.push('second'));
    await nextTick();
    expect(order).to.deep.equal(['first begins']);
    gate.open();
    await Promise.all([first, second]);
    expect(order).to.deep.equal(['first begins', 'first ends', 'second']);
  });

  it('does not let one key wait for another', async () => {
    const queue = new KeyedQueue();
    const gate = new Gate();
    const stuck = queue.run('a', () => gate.passed);
    expect(await queue.run('b', async () => 'done')).to.equal('done');
    gate.open();
    await stuck;
  });

  it('gives each caller its own result or failure, and goes on after a failure', async () => {
    const queue = new KeyedQueue();
    const outcomes = await Promise.allSettled([
      queue.run('a', async () => 1),
      queue.run('a', () => Promise.reject(new Error('broken'))),
      queue.run('a', () => {
        throw new Error('thrown at once');
      }),
      queue.run('a', async () => 4),
    ]);
    expect(outcomes.map(({ status }) => status)).to.deep.equal([
      'fulfilled',
      'rejected',
      'rejected',
      'fulfilled',
    ]);
    expect(outcomes[3]).to.have.property('value', 4);
  });

  it('keeps nothing of a key whose work is done, or has failed', async () => {
    const queue = new KeyedQueue();
    const gates = [new Gate(), new Gate()] as const;
    const all = Promise.allSettled([
      queue.run('a', () => gates[0].passed),
      queue.run('a', async () => {}),
      queue.run('__proto__', () => gates[1].passed),
    ]);
    expect(queue.size).to.equal(2);
    gates[0].open();
    gates[1].fail('broken');
    await all;
    expect(queue.size).to.equal(0);
  });

  it('is idle at once without work, and otherwise when all that was queued has ended, well or not', async () => {
    const queue = new KeyedQueue();
    await queue.idle();
    const gate = new Gate();
    let ended = 0;
    const work = [
      queue.run('a', () => gate.passed),
      queue.run('a', async () => void (ended += 1)),
      queue.run('b', async () => {
        await gate.passed.catch(() => {});
        await nextTick();
        ended += 1;
      }),
    ];
    const settled = Promise.allSettled(work);
    let idle = false;
    const waiting = queue.idle().then(() => void (idle = true));
    await nextTick();
    expect(idle).to.equal(false);
    gate.fail('broken');
    await waiting;
    expect(ended).to.equal(2);
    await settled;
  });

  it('runs every task once, in the order of its key, and never two of one key together', async () => {
    const task = record({ key: constantFrom('a', 'b', 'c'), pauses: nat({ max: 3 }) });
    await check(
      asyncProperty(array(task, { maxLength: 20 }), async (tasks) => {
        const queue = new KeyedQueue();
        const running = new Set<string>();
        const done: number[] = [];
        const one = async (number: number, key: string, pauses: number): Promise<void> => {
          expect(running.has(key)).to.equal(false);
          running.add(key);
          for (let pause = 0; pause < pauses; pause += 1) await nextTick();
          running.delete(key);
          done.push(number);
        };
        await Promise.all(tasks.map(({ key, pauses }, n) => queue.run(key, () => one(n, key, pauses))));
        for (const key of ['a', 'b', 'c']) {
          const asked = tasks.flatMap((each, n) => (each.key === key ? [n] : []));
          expect(done.filter((n) => tasks[n]?.key === key)).to.deep.equal(asked);
        }
      }),
      { numRuns: 50 },
    );
  });
});

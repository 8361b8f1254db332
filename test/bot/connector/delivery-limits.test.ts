import { expect } from 'chai';
import { Delivery } from '../../../bot/connector/delivery.ts';
import { deliveryLimits } from '../../../bot/connector/delivery-limits.ts';
import { faultOfAnswer, SendFault } from '../../../bot/connector/send-fault.ts';
import { createMetrics } from '../../../bot/metrics.ts';

const quiet = { write: () => {} };
const busy = (retryAfter: string | null = null) => faultOfAnswer(429, retryAfter, Date.now());

/** Tries against a connector that always fails, each call taking `takes` milliseconds of a clock of our own. */
const tried = async (fault: SendFault, crisis: boolean, takes = 0) => {
  let now = 0;
  const begun: number[] = [];
  const delivery = new Delivery({
    limits: deliveryLimits,
    log: quiet,
    metrics: createMetrics(),
    now: () => now,
    pause: async (milliseconds) => void (now += milliseconds),
  });
  const outcome = await delivery.give(
    [
      () => {
        begun.push(now);
        now += takes;
        return Promise.reject(fault);
      },
    ],
    crisis,
  );
  return { outcome, begun, ended: now };
};

describe('the patience with a connector', () => {
  it('ends within the 15 seconds that a channel waits, however slowly it says no', async () => {
    for (const takes of [0, 1_000, 4_999]) {
      const { begun, ended } = await tried(busy(), false, takes);
      expect(begun.length).to.be.within(2, 3);
      expect(ended).to.be.below(15_000);
    }
  });

  it('waits as long as it asks for', async () => {
    const { begun } = await tried(busy('3'), false);
    expect(begun).to.deep.equal([0, 3_000, 6_000]);
    const inDate = new Date(Date.now() + 4_000).toUTCString();
    expect((await tried(busy(inDate), false)).begun[1]).to.be.within(2_000, 4_000);
  });

  it('ends at once where it asks for more than there is, but not with a crisis reply', async () => {
    expect((await tried(busy('120'), false)).begun).to.deep.equal([0]);
    expect((await tried(busy('120'), true)).begun.length).to.equal(8);
  });

  it('is greatest with a crisis reply, which goes on for most of a minute', async () => {
    const { begun, outcome } = await tried(new SendFault('unknown'), true, 5_000);
    expect(outcome).to.equal('failed');
    expect(begun.length).to.be.at.least(6);
    expect(begun.at(-1)).to.be.within(35_000, 60_000);
  });

  it('is none after silence, save for a crisis reply', async () => {
    const { begun, outcome } = await tried(new SendFault('unknown'), false);
    expect(begun).to.have.length(1);
    expect(outcome).to.equal('taken');
  });

  it('takes no notice of a wait that is no time', async () => {
    expect((await tried(busy('soon'), false)).begun).to.deep.equal([0, 500, 2_500]);
  });
});

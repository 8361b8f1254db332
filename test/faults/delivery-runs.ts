import { expect } from 'chai';
import { setTimeout as after } from 'node:timers/promises';
import { Connector } from '../support/connector/connector.ts';
import { isOneAnswer, receivedBy, timesAnswered } from './received.ts';
import { ServiceProcess } from './service-process.ts';
import { seededRandom } from '../../knowledge/random.ts';
import type { StorePlace } from './store-places.ts';
import { deliver, deliveriesOf, namesIn, type Delivery, type StormSize } from './storm.ts';

const idsIn = (deliveries: readonly Delivery[]) => [...new Set(deliveries.map(({ id }) => id))];

/** Every message is in the state of its conversation once, whatever was delivered how often. */
export const expectStateOnce = async (place: StorePlace, size: StormSize): Promise<void> => {
  for (const [name, document] of await place.documents(namesIn(size))) {
    expect(document?.memory.talk?.answers, name).to.equal(size.messages);
    expect(document?.answered.length, name).to.equal(Math.min(size.messages, 20));
  }
};

/** Bursts of messages in random order, many of them twice, to one process. */
export const stormRun = async (size: StormSize, place: StorePlace): Promise<void> => {
  const connector = await Connector.start(() => true);
  const service = await ServiceProcess.start(place);
  try {
    const deliveries = deliveriesOf(size, connector.url);
    const ended = await deliver(service.url, deliveries, size.lanes);
    expect(ended.filter(({ status }) => status !== 200)).to.deep.equal([]);
    expect(await service.stop()).to.deep.equal({ code: 0, signal: null });
    const received = receivedBy(connector);
    for (const id of idsIn(deliveries)) expect(timesAnswered(received.get(id) ?? []), id).to.have.length(1);
    await expectStateOnce(place, size);
  } finally {
    await service.kill();
    await connector.close();
  }
};

export interface KillFigures {
  /** Messages that had no answer from the service when it was killed, so that the channel delivered them again. */
  readonly redelivered: number;
  /** Messages whose replies came more than once, in the same words. */
  readonly repeated: number;
}

/** The process is killed in mid-turn, again and again; the channel delivers what was not answered once more. */
export const killRun = async (size: StormSize, kills: number, place: StorePlace): Promise<KillFigures> => {
  const random = seededRandom(size.seed + 1);
  const connector = await Connector.start(() => true);
  const all = deliveriesOf(size, connector.url);
  let waiting: readonly Delivery[] = all;
  let redelivered = 0;
  try {
    for (let kill = 0; kill < kills; kill += 1) {
      const service = await ServiceProcess.start(place);
      const mine = waiting.slice(0, Math.ceil(waiting.length / Math.max(1, kills - kill)) + size.lanes);
      const delivering = deliver(service.url, mine, size.lanes);
      const seen = connector.calls.length;
      // Some way into the work, wherever that is on this machine.
      while (connector.calls.length < seen + 5 + random() * mine.length) {
        await after(1);
        if ((await Promise.race([delivering, after(0)])) !== undefined) break;
      }
      await service.kill();
      const ended = await delivering;
      const taken = new Set(ended.filter(({ status }) => status === 200).map(({ delivery }) => delivery));
      redelivered += ended.length - taken.size;
      waiting = waiting.filter((each) => !taken.has(each));
    }
    const last = await ServiceProcess.start(place);
    const ended = await deliver(last.url, waiting, size.lanes);
    expect(ended.filter(({ status }) => status !== 200)).to.deep.equal([]);
    expect((await last.stop()).code).to.equal(0);
    const times = idsIn(all).map((id) => timesAnswered(receivedBy(connector).get(id) ?? []));
    expect(times.filter((each) => each.length === 0)).to.deep.equal([]);
    expect(times.filter((each) => !isOneAnswer(each))).to.deep.equal([]);
    await expectStateOnce(place, size);
    return { redelivered, repeated: times.filter((each) => each.length > 1).length };
  } finally {
    await ServiceProcess.killAll();
    await connector.close();
  }
};

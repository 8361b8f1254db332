import { expect } from 'chai';
import { Connector } from '../support/connector/connector.ts';
import { expectStateOnce } from './delivery-runs.ts';
import { isOneAnswer, receivedBy, timesAnswered } from './received.ts';
import { ServiceProcess } from './service-process.ts';
import type { StorePlace } from './store-places.ts';
import { deliver, deliveriesOf, type StormSize } from './storm.ts';

/** Two processes take the messages of the same conversations on one store, which is empty at first. */
export const twoProcessesRun = async (size: StormSize, place: StorePlace): Promise<void> => {
  const connector = await Connector.start(() => true);
  try {
    const services = [await ServiceProcess.start(place), await ServiceProcess.start(place)];
    const deliveries = deliveriesOf(size, connector.url);
    const half = (at: number) => deliveries.filter((_, index) => index % 2 === at);
    const ended = await Promise.all(services.map(({ url }, at) => deliver(url, half(at), size.lanes)));
    expect(ended.flat().filter(({ status }) => status !== 200)).to.deep.equal([]);
    for (const service of services) expect((await service.stop()).code).to.equal(0);
    const received = receivedBy(connector);
    for (const { id } of deliveries) {
      const times = timesAnswered(received.get(id) ?? []);
      expect(times, id).to.not.be.empty;
      expect(isOneAnswer(times), id).to.equal(true);
    }
    await expectStateOnce(place, size);
  } finally {
    await ServiceProcess.killAll();
    await connector.close();
  }
};

import { expect } from 'chai';
import { openStorage } from '../../bot/storage/index.ts';
import { Connector } from '../support/connector/connector.ts';
import { isOneAnswer, receivedBy, timesAnswered } from './received.ts';
import { ServiceProcess } from './service-process.ts';
import { documentsOf } from './stored.ts';
import { deliver, deliveriesOf, namesIn, type StormSize } from './storm.ts';

/** Two processes take the messages of the same conversations on one database, whose schema is empty at first. */
export const twoProcessesRun = async (size: StormSize, database: string): Promise<void> => {
  const connector = await Connector.start(() => true);
  const environment = { STORAGE_URL: database };
  try {
    const services = [
      await ServiceProcess.start({ environment }),
      await ServiceProcess.start({ environment }),
    ];
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
    const storage = await openStorage(database);
    for (const [name, document] of await documentsOf(storage, namesIn(size)))
      expect(document?.memory.talk?.answers, name).to.equal(size.messages);
    await storage.close();
  } finally {
    await ServiceProcess.killAll();
    await connector.close();
  }
};

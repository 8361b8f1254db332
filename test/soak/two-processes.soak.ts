import { expect } from 'chai';
import { openStorage } from '../../bot/storage/index.ts';
import { isOneAnswer, receivedBy, timesAnswered } from '../faults/received.ts';
import { ServiceProcess } from '../faults/service-process.ts';
import { documentsOf } from '../faults/stored.ts';
import { deliver, deliveriesOf, nameOf } from '../faults/storm.ts';
import { Connector } from '../support/connector/connector.ts';

/** An empty database of its own: postgres://user:password@host/database. */
const url = process.env['SOAK_POSTGRES_URL'];
const size = { conversations: 200, messages: 20, duplicates: 0.25, lanes: 32, seed: 12 };

describe('two processes on one PostgreSQL database', function () {
  this.timeout(30 * 60_000);
  after(() => ServiceProcess.killAll());

  it('take each message once between them (needs SOAK_POSTGRES_URL)', async function () {
    if (url === undefined) return this.skip();
    const connector = await Connector.start(() => true);
    try {
      const environment = { STORAGE_URL: url };
      const services = [
        await ServiceProcess.start({ environment }),
        await ServiceProcess.start({ environment }),
      ];
      const deliveries = deliveriesOf(size, connector.url);
      const ended = await Promise.all(
        services.map((service, at) =>
          deliver(
            service.url,
            deliveries.filter((_, index) => index % 2 === at),
            size.lanes,
          ),
        ),
      );
      expect(ended.flat().filter(({ status }) => status !== 200)).to.deep.equal([]);
      const received = receivedBy(connector);
      for (const { id } of deliveries) {
        const times = timesAnswered(received.get(id) ?? []);
        expect(times, id).to.not.be.empty;
        expect(isOneAnswer(times), id).to.equal(true);
      }
      for (const service of services) await service.stop();
      const storage = await openStorage(url);
      const names = Array.from({ length: size.conversations }, (_, index) => nameOf(index));
      for (const [name, document] of await documentsOf(storage, names))
        expect(document?.memory.talk?.answers, name).to.equal(size.messages);
      await storage.close();
    } finally {
      await connector.close();
    }
  });
});

import { expect } from 'chai';
import { MemoryStorage } from '../../bot/storage/memory.ts';
import { Connector } from '../support/connector/connector.ts';
import { startService } from '../support/service.ts';
import { killRun, stormRun } from './delivery-runs.ts';
import { receivedBy, isOneAnswer, timesAnswered } from './received.ts';
import { ServiceProcess } from './service-process.ts';
import { documentsOf } from './stored.ts';
import { deliver, deliveriesOf, nameOf } from './storm.ts';
import { removeTemporaryFolders } from './temporary-folder.ts';

const size = { conversations: 20, messages: 10, duplicates: 0.25, lanes: 64, seed: 1 };

describe('delivery by a real process', function () {
  this.timeout(240_000);
  after(async () => {
    await ServiceProcess.killAll();
    removeTemporaryFolders();
  });

  it('takes each message once and answers it once, in bursts, out of order and with a quarter delivered twice', () =>
    stormRun(size));

  it('is killed eight times in mid-turn and loses nothing; what is answered twice is so in the same words', async () => {
    const { redelivered } = await killRun({ ...size, messages: 12, lanes: 16, seed: 2 }, 8);
    expect(redelivered).to.be.above(0);
  });

  it('takes each message once also where two instances share one store', async () => {
    const storage = new MemoryStorage();
    const connector = await Connector.start(() => true);
    const instances = [await startService({}, { storage }), await startService({}, { storage })] as const;
    try {
      const deliveries = deliveriesOf({ ...size, seed: 3 }, connector.url);
      const halves = [0, 1].map((half) => deliveries.filter((_, index) => index % 2 === half));
      const ended = await Promise.all(
        halves.map((half, at) => deliver(instances[at === 0 ? 0 : 1].url, half, 32)),
      );
      expect(ended.flat().filter(({ status }) => status !== 200)).to.deep.equal([]);
      const names = Array.from({ length: size.conversations }, (_, index) => nameOf(index));
      for (const [name, document] of await documentsOf(storage, names))
        expect(document?.memory.talk?.answers, name).to.equal(size.messages);
      const received = receivedBy(connector);
      for (const id of new Set(deliveries.map((each) => each.id))) {
        const times = timesAnswered(received.get(id) ?? []);
        expect(times, id).to.not.be.empty;
        expect(isOneAnswer(times), id).to.equal(true);
      }
    } finally {
      await Promise.all(instances.map((each) => each.stop()));
      await connector.close();
    }
  });
});

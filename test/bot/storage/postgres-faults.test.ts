import { expect } from 'chai';
import { setTimeout } from 'node:timers/promises';
import { StorageError } from '../../../bot/errors.ts';
import { PostgresStorage } from '../../../bot/storage/postgres.ts';
import { freePort } from '../../support/free-port.ts';
import { emptySchema, query } from '../../support/postgres.ts';
import { PostgresServer } from '../../support/postgres-server.ts';
import { rejectionOf } from './rejection.ts';
import { write } from './subject.ts';

const limit = 300;
const open = (url: string) => PostgresStorage.open(url, { clock: () => new Date(), limit });

/** Tries again until the store answers; rejects with its last word after some seconds. */
const recovered = async (storage: PostgresStorage): Promise<void> => {
  for (let tries = 0; tries < 100; tries += 1) {
    if (
      await storage.ping().then(
        () => true,
        () => false,
      )
    )
      return;
    await setTimeout(50);
  }
  await storage.ping();
};

describe('a PostgreSQL server in trouble', () => {
  let server: PostgresServer;
  let url: string;
  let storage: PostgresStorage;
  // One of its own: a server that others use is neither frozen nor killed.
  before(async () => (server = await PostgresServer.create()));
  after(() => server.remove());
  beforeEach(async () => {
    url = await emptySchema(server.url);
    storage = await open(url);
    await storage.save([write('a', { n: 1 })]);
  });
  afterEach(() => storage.close());

  it('rejects within the limit while it is frozen, and works again when it goes on', async () => {
    server.freeze();
    const begun = performance.now();
    const works = [
      storage.load('a'),
      storage.save([write('b', { n: 1 }, 'absent')]),
      storage.save([write('c', { n: 1 }), write('d', { n: 1 })]),
      storage.ping(),
    ];
    const errors = await Promise.all(works.map(rejectionOf)).finally(() => server.thaw());
    expect(performance.now() - begun).to.be.lessThan(5_000);
    for (const error of errors) {
      expect(error).to.be.instanceOf(StorageError);
      expect(error.message).to.equal('the PostgreSQL server did not answer in time');
    }
    await recovered(storage);
    expect((await storage.load('a'))?.document).to.deep.equal({ n: 1 });
  });

  it('leaves no save half done when it freezes in the middle of one', async () => {
    const saves = Array.from({ length: 20 }, (_, n) =>
      storage.save([write(`left ${n}`, { n }), write(`right ${n}`, { n })]).catch(() => undefined),
    );
    await Promise.race(saves);
    server.freeze();
    await Promise.all(saves).finally(() => server.thaw());
    await recovered(storage);
    const halves = await query(
      url,
      `SELECT split_part(key, ' ', 2) FROM care_documents WHERE key <> 'a' GROUP BY 1 HAVING count(*) <> 2`,
    );
    expect(halves).to.deep.equal([]);
  });

  it('keeps what was acknowledged when it is killed, and is used again once it is back', async () => {
    await server.kill();
    const error = await rejectionOf(storage.load('a'));
    expect(error).to.be.instanceOf(StorageError);
    expect(error.message).to.match(/can not be reached|connection .* broke/);
    await server.start();
    await recovered(storage);
    expect((await storage.load('a'))?.document).to.deep.equal({ n: 1 });
  });

  it('may end idle connections without ending the process', async () => {
    await Promise.all(Array.from({ length: 10 }, () => storage.load('a')));
    await query(
      url,
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE application_name = 'care-level-assistant' AND pid <> pg_backend_pid()`,
    );
    await setTimeout(50);
    expect((await storage.load('a'))?.document).to.deep.equal({ n: 1 });
  });

  it('may be away when the service starts: the tables are made once it answers', async () => {
    const later = new URL(await emptySchema(server.url));
    const port = later.port;
    later.port = String(await freePort());
    const away = await open(later.href);
    expect((await rejectionOf(away.ping())).message).to.equal('the PostgreSQL server can not be reached');
    await away.close();
    later.port = port;
    await server.kill();
    const early = await open(later.href);
    expect(await rejectionOf(early.load('a'))).to.be.instanceOf(StorageError);
    await server.start();
    await recovered(early);
    expect((await early.save([write('a', { n: 1 }, 'absent')])).kind).to.equal('saved');
    await early.close();
  });
});

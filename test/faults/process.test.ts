import { expect } from 'chai';
import { writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { activityOf, post, say } from '../support/emulator.ts';
import { Connector } from '../support/connector/connector.ts';
import { hold } from '../support/connector/hold.ts';
import { ServiceProcess } from './service-process.ts';
import { deliver, deliveriesOf } from './storm.ts';
import { removeTemporaryFolders, temporaryFolder } from './temporary-folder.ts';

const secret = 'i will end it says Zyxwvut';
const oneSentence = /^[^\n]+\.\n$/;

/** Loaded before the service: signals make it meet faults that none of its own parts would catch. */
const faultsOnSignal = (): string => {
  const file = join(temporaryFolder(), 'faults-on-signal.mjs');
  writeFileSync(
    file,
    `process.on('SIGUSR2', () => setImmediate(() => { throw new RangeError(process.env.SECRET + '\\n    at x'); }));
     process.on('SIGHUP', () => { Promise.reject(new TypeError(process.env.SECRET)); });`,
  );
  return `--import=${file}`;
};

describe('the process', function () {
  this.timeout(120_000);
  after(async () => {
    await ServiceProcess.killAll();
    await Promise.all(connectors.map((each) => each.close()));
    removeTemporaryFolders();
  });

  it('does not start on a port, a file or a setting that can not be had: one sentence each, and code 78', async () => {
    const path = join(temporaryFolder(), 'bot.db');
    const first = await ServiceProcess.start({ environment: { STORAGE_URL: `sqlite:${path}` } });
    const { port } = new URL(first.url);
    const refused = {
      [`PORT: ${port} on 127.0.0.1 is taken`]: { PORT: port },
      [`STORAGE_URL: ${path} is in use by another process`]: { STORAGE_URL: `sqlite:${path}` },
      'Wrong configuration. PORT': { PORT: 'x' },
    };
    for (const [sentence, environment] of Object.entries(refused)) {
      const second = new ServiceProcess({ environment });
      expect(await second.ended).to.deep.equal({ code: 78, signal: null });
      expect(second.output).to.match(oneSentence).and.include(sentence);
    }
    expect((await say(first.url, 'a', 'what is an iop')).match.topics).to.not.be.empty;
    await first.stop();
  });

  it('answers what is under way when it is stopped, and ends with code 0', async () => {
    const connector = await openConnector();
    const service = await ServiceProcess.start();
    const { held, release } = hold();
    connector.meetAll({ after: held });
    const more = { serviceUrl: connector.url, deliveryMode: 'normal' };
    const answered = post(service.url, JSON.stringify(activityOf('a', 'what is an iop', more)));
    await connector.called(1);
    const ended = service.stop();
    await refusesConnections(service.url);
    release();
    expect((await answered).status).to.equal(200);
    expect(await ended).to.deep.equal({ code: 0, signal: null });
  });

  it('is stopped within ten seconds, whatever still holds on to it', async () => {
    const connector = await openConnector();
    const service = await ServiceProcess.start();
    connector.meetAll('silence');
    const slow = connect(Number(new URL(service.url).port), '127.0.0.1');
    slow
      .on('error', () => undefined)
      .write('POST /api/messages HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{');
    const more = { serviceUrl: connector.url, deliveryMode: 'normal' };
    void post(service.url, JSON.stringify(activityOf('a', 'i want to kill myself now', more))).catch(
      () => undefined,
    );
    await connector.called(1);
    const begun = performance.now();
    expect(await service.stop()).to.deep.equal({ code: 0, signal: null });
    expect(performance.now() - begun).to.be.below(10_000);
    slow.destroy();
  });

  it('goes on after a promise that nobody waited for, and names the place but never the words', async () => {
    const service = await ServiceProcess.start({
      nodeOptions: [faultsOnSignal()],
      environment: { SECRET: secret },
    });
    service.signal('SIGHUP');
    await service.printed('unhandled-rejection');
    expect((await say(service.url, 'a', 'i am going to kill myself tonight')).text).to.include('988');
    expect((await service.stop()).code).to.equal(0);
    expect(service.output)
      .to.include('TypeError')
      .and.match(/"place":"at process.*faults-on-signal/)
      .and.not.match(/zyxwvut/i);
  });

  it('ends what is under way after an exception that nobody caught, and then itself with code 1', async () => {
    const connector = await openConnector();
    const service = await ServiceProcess.start({
      nodeOptions: [faultsOnSignal()],
      environment: { SECRET: secret },
    });
    const { held, release } = hold();
    connector.meetAll({ after: held });
    const more = { serviceUrl: connector.url, deliveryMode: 'normal' };
    const answered = post(service.url, JSON.stringify(activityOf('a', 'what is an iop', more)));
    await connector.called(1);
    service.signal('SIGUSR2');
    await service.printed('uncaught-exception');
    service.signal('SIGUSR2');
    release();
    expect((await answered).status).to.equal(200);
    expect(await service.ended).to.deep.equal({ code: 1, signal: null });
    expect(service.output)
      .to.include('RangeError')
      .and.not.match(/zyxwvut/i);
  });

  it('answers when nobody reads its log any more', async () => {
    const service = await ServiceProcess.start({ environment: { LOG_LEVEL: 'debug' } });
    service.closeOutput();
    const nowhere = { serviceUrl: 'http://127.0.0.1:9', deliveryMode: 'normal' };
    await post(service.url, JSON.stringify(activityOf('a', 'what is an iop', nowhere)));
    expect((await say(service.url, 'b', 'i am going to kill myself tonight')).text).to.include('988');
    expect((await service.stop()).code).to.equal(0);
  });

  it('has room for a thousand conversations in 96 MB of heap, and help for whoever comes then', async () => {
    const path = join(temporaryFolder(), 'bot.db');
    const service = await ServiceProcess.start({
      nodeOptions: ['--max-old-space-size=96'],
      environment: { STORAGE_URL: `sqlite:${path}` },
    });
    const size = { conversations: 1_000, messages: 1, duplicates: 0, lanes: 64, seed: 4 };
    const buffered = deliveriesOf(size, 'http://127.0.0.1:9').map((each) => ({
      ...each,
      activity: { ...each.activity, deliveryMode: 'expectReplies' },
    }));
    const ended = await deliver(service.url, buffered, size.lanes);
    expect(ended.filter(({ status }) => status !== 200)).to.deep.equal([]);
    expect((await say(service.url, 'z', 'i am going to kill myself tonight')).text).to.include('988');
    expect((await service.stop()).code).to.equal(0);
  });
});

const connectors: Connector[] = [];
const openConnector = async (): Promise<Connector> => {
  const connector = await Connector.start(() => true);
  connectors.push(connector);
  return connector;
};

const refusesConnections = async (url: string): Promise<void> => {
  for (;;) {
    const open = await fetch(`${url}/healthz`).then(
      () => true,
      () => false,
    );
    if (!open) return;
  }
};

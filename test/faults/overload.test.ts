import { expect } from 'chai';
import { admissionLimits } from '../../bot/admission.ts';
import { activityOf, post, say } from '../support/emulator.ts';
import { Connector } from '../support/connector/connector.ts';
import { hold } from '../support/connector/hold.ts';
import { startService, type RunningService } from '../support/service.ts';
import { loadRun } from './load-run.ts';
import { ServiceProcess } from './service-process.ts';
import { removeTemporaryFolders } from './temporary-folder.ts';

const danger = 'i am going to kill myself tonight';
const admission = { ...admissionLimits, inOneConversation: 3, inAll: 6, roomForDanger: 2, refuseAfter: 5 };

describe('too much at once', function () {
  this.timeout(120_000);
  let service: RunningService;
  let connector: Connector;
  let held: ReturnType<typeof hold>;
  const waiting: Promise<Response>[] = [];
  beforeEach(async () => {
    service = await startService({}, { admission });
    connector = await Connector.start(() => true);
    held = hold();
    connector.meetAll({ after: held.held });
  });
  afterEach(async () => {
    held.release();
    await Promise.all(waiting.splice(0));
    await service.stop();
    await connector.close();
  });
  after(async () => {
    await ServiceProcess.killAll();
    removeTemporaryFolders();
  });

  /** Messages whose replies the connector does not take yet. */
  const fill = async (names: readonly string[], text = 'what is an iop'): Promise<void> => {
    const more = { serviceUrl: connector.url, deliveryMode: 'normal' };
    for (const name of names) waiting.push(post(service.url, JSON.stringify(activityOf(name, text, more))));
    await underWay(service.url, names.length);
  };
  const answerTo = (name: string, text: string) => post(service.url, JSON.stringify(activityOf(name, text)));

  it('is refused with 503 and the time to wait; danger is answered, and everything again afterwards', async () => {
    await fill(['a', 'b', 'c', 'd', 'e', 'f']);
    const refused = await answerTo('g', 'what is an iop');
    expect(refused.status).to.equal(503);
    expect(Number(refused.headers.get('retry-after'))).to.be.within(1, 60);
    expect(await refused.json())
      .to.have.nested.property('error.message')
      .that.is.a('string');
    for (const words of [danger, 'voy a matarme esta noche', 'i wish i was dead', 'ya no quiero vivir'])
      expect((await say(service.url, words, words)).text)
        .to.include('988')
        .and.include('911');
    held.release();
    await Promise.all(waiting);
    expect((await answerTo('g', 'what is an iop')).status).to.equal(200);
    expect(await (await fetch(`${service.url}/metrics`)).text()).to.match(
      /bot_overload_refusals_total\{where="all"\} 1\n/,
    );
  });

  it('is answered in danger even where the room for danger is taken', async () => {
    await fill(Array.from({ length: 6 }, (_, index) => `o${index}`));
    const more = { serviceUrl: connector.url, deliveryMode: 'normal' };
    for (let index = 0; index < 6; index += 1)
      waiting.push(post(service.url, JSON.stringify(activityOf(`d${index}`, danger, more))));
    await underWay(service.url, 12);
    for (const words of [danger, 'i wish i was dead'])
      expect((await say(service.url, `full ${words}`, words)).text)
        .to.include('988')
        .and.include('911');
  });

  it('is refused with 429 where it all comes from one conversation, which is still answered in danger', async () => {
    await fill(['a', 'a', 'a']);
    expect((await answerTo('a', 'what is an iop')).status).to.equal(429);
    expect((await answerTo('b', 'what is an iop')).status).to.equal(200);
    const more = { serviceUrl: connector.url, deliveryMode: 'normal' };
    const before = connector.calls.length;
    waiting.push(post(service.url, JSON.stringify(activityOf('a', danger, more))));
    await connector.called(2);
    held.release();
    await Promise.all(waiting);
    expect(connector.calls[before + 1]?.activity.text).to.include('988');
  });

  it('has room for a bare "yes" to a question about danger', async () => {
    await say(service.url, 'asked', 'i wish i was dead');
    await fill(['a', 'b', 'c', 'd', 'e', 'f']);
    expect((await say(service.url, 'asked', 'yes')).text).to.include('988');
    expect((await answerTo('other', 'yes')).status).to.equal(503);
  });

  it('is told to a visitor of the website as Direct Line does, with the time to wait', async () => {
    const opened = await fetch(`${service.url}/api/directline/token`, { method: 'POST' });
    const { conversationId, token } = (await opened.json()) as { conversationId: string; token: string };
    await fill(['a', 'b', 'c', 'd', 'e', 'f']);
    const write = (text: string) =>
      fetch(`${service.url}/v3/directline/conversations/${conversationId}/activities`, {
        method: 'POST',
        headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
        body: JSON.stringify({ type: 'message', text }),
      });
    const refused = await write('what is an iop');
    expect(refused.status).to.equal(503);
    expect(refused.headers.get('retry-after')).to.match(/^\d+$/);
    expect((await write(danger)).status).to.equal(200);
  });

  it('loses no message that was taken at ten times the rated load, answers all danger, and is over soon', () =>
    loadRun({ perSecond: 200, seconds: 8 }));
});

/** Resolves once so many messages are worked on or wait. */
const underWay = async (url: string, count: number): Promise<void> => {
  while (!(await (await fetch(`${url}/metrics`)).text()).includes(`bot_turns_under_way ${count}\n`));
};

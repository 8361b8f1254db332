import { expect } from 'chai';
import { startService } from '../support/service.ts';
import { lostLineRun } from './lost-line-run.ts';
import { shared, type Shared } from './shared.ts';
import { Visitor } from './visitor.ts';

const question = 'What is an IOP?';
const answer = /IOP is short for/;

describe('a chat, in a browser', () => {
  let all: Shared;
  let visitor: Visitor;
  const begin = async (url = all.service.url): Promise<void> => {
    visitor = await Visitor.at(all.browser, url);
    await visitor.hears(/automated service/);
  };
  const ask = async (): Promise<void> => {
    await visitor.say(question);
    await visitor.hears(answer);
  };
  const only = async (one = visitor): Promise<void> => {
    await one.still();
    expect(await one.count(question), 'how often the question stands there').to.equal(1);
    expect(await one.times(answer), 'how often the answer stands there').to.equal(1);
  };
  before(async () => (all = await shared()));
  afterEach(() => visitor.leave());

  it('is all there after a reload, once', async () => {
    await begin();
    await ask();
    await visitor.page.reload();
    await visitor.hears(answer);
    await only();
  });

  it('is all there after a reload of a page of the same domain that embeds it', async () => {
    visitor = await Visitor.atClinic(all.browser, all.sibling.page(all.service.url));
    await visitor.launcher.click();
    await visitor.hears(/automated service/);
    await ask();
    await visitor.page.reload();
    await visitor.launcher.click();
    await visitor.hears(answer);
    await only();
  });

  it('goes on in a second tab; the first says where it is, and takes it back when asked', async () => {
    await begin();
    await ask();
    const second = await visitor.secondTab();
    await second.hears(answer);
    await visitor.notice.getByText('This chat is open in another tab').waitFor();
    await second.say('What is PHP?');
    await second.hears(/PHP stands for/);
    await visitor.notice.getByRole('button', { name: 'Go on here' }).click();
    await visitor.hears(/PHP stands for/);
    await second.notice.getByText('This chat is open in another tab').waitFor();
    await only();
    expect(await visitor.count('What is PHP?')).to.equal(1);
  });

  it('is over in every tab once it is cleared in one', async () => {
    await begin();
    await ask();
    const second = await visitor.secondTab();
    await second.hears(answer);
    await second.page.getByRole('button', { name: 'Clear this chat' }).click();
    await second.news.getByText('The chat was deleted').waitFor();
    await visitor.page.reload();
    await visitor.hears(/automated service/);
    expect(await visitor.count(question)).to.equal(0);
  });

  it('sends what was written without a network once it is back, once, and says both', async () => {
    await begin();
    await visitor.page.context().setOffline(true);
    await visitor.notice.getByText('You are offline.').waitFor();
    await visitor.say(question);
    // Written where nothing can be sent, and tried in vain.
    await visitor.page.waitForEvent('requestfailed', (request) => request.url().endsWith('/activities'));
    expect(await visitor.emergency('tel:988').isVisible()).to.equal(true);
    await visitor.page.context().setOffline(false);
    await visitor.news.getByText('The chat is back.').waitFor();
    await visitor.hears(answer);
    await only();
    expect(await visitor.notice.count()).to.equal(0);
  });

  it('brings an answer that was on its way when the network went', async () => {
    await begin();
    // The service takes the message, and the browser never hears of it.
    await visitor.page.route(
      '**/activities',
      async (route) => {
        await route.fetch();
        await route.abort();
      },
      { times: 1 },
    );
    await ask();
    await only();
  });

  it('goes on after a restart of the service, with what was written meanwhile', async () => {
    const key = { DIRECT_LINE_KEY: 'k'.repeat(32) };
    const before = await startService(key);
    await begin(before.url);
    await ask();
    await before.stop();
    await visitor.say('What is PHP?');
    await visitor.notice.getByText('The chat can not be reached right now.').waitFor();
    const after = await startService({ ...key, PORT: new URL(before.url).port });
    try {
      await visitor.hears(/PHP stands for/);
      await visitor.news.getByText('The chat is back.').waitFor();
      await only();
      expect(await visitor.count('What is PHP?')).to.equal(1);
    } finally {
      await visitor.leave();
      await after.stop();
    }
  });

  it('loses nothing and doubles nothing when the network goes without a word', function () {
    this.timeout(90_000);
    return lostLineRun(8_000);
  });

  for (const [what, hours] of [
    ['an hour of sleep, whose token has expired', 1],
    ['a night of sleep', 10],
  ] as const)
    it(`goes on after ${what}: the same chat, with all that was said in it, once`, async () => {
      let now = Date.now();
      const service = await startService({}, { clock: () => new Date(now) });
      await begin(service.url);
      await ask();
      const conversation = await visitor.conversation();
      now += hours * 3_600_000;
      await visitor.say('What is PHP?');
      await visitor.hears(/PHP stands for/);
      await visitor.hears(answer);
      await only();
      expect(await visitor.count('What is PHP?')).to.equal(1);
      expect(await visitor.conversation()).to.equal(conversation);
      await visitor.page.reload();
      await visitor.hears(/PHP stands for/);
      await only();
      await visitor.leave();
      await service.stop();
    });
});

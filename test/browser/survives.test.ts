import { expect } from 'chai';
import { startService } from '../support/service.ts';
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
    await one.page.waitForTimeout(300);
    expect(await one.count(question), 'how often the question stands there').to.equal(1);
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
    await visitor.page.waitForTimeout(2_500);
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

  it('goes on after an hour of sleep if the service knows it still, and else says that a new one began', async () => {
    let now = Date.now();
    const service = await startService({}, { clock: () => new Date(now) });
    await begin(service.url);
    await ask();
    now += 3_600_000;
    await visitor.say('What is PHP?');
    const heard = visitor.bubble(/PHP stands for/);
    const told = visitor.news.getByText('The earlier chat has ended. This is a new one.');
    await Promise.race([heard.waitFor(), told.waitFor()]);
    if (await told.isVisible()) {
      await visitor.hears(/automated service/);
      await visitor.box('What is PHP?');
    } else await only();
    await visitor.leave();
    await service.stop();
  });

  it('goes on with the old chat when the service renews a token that had expired', async () => {
    await begin();
    await ask();
    // What the service is asked when a token is too old: the page's own route, with that token as proof.
    const token = await visitor.page.evaluate<string>(`sessionStorage.chat`);
    await visitor.page.route('**/tokens/refresh', (route) => route.fulfill({ status: 403, json: {} }));
    await visitor.page.route('**/api/directline/token', async (route) => {
      const { conversationId, token: old } = JSON.parse(token) as { conversationId: string; token: string };
      expect(route.request().headers()['authorization']).to.equal(`Bearer ${old}`);
      await route.fulfill({ json: { conversationId, token: old } });
    });
    await visitor.page.reload();
    await visitor.hears(answer);
    await only();
  });
});

import { expect } from 'chai';
import type { Browser } from 'playwright-core';
import { startService, type RunningService } from '../support/service.ts';
import { shared } from './shared.ts';
import { Visitor } from './visitor.ts';

describe("the website's page, in a browser", () => {
  let service: RunningService;
  let browser: Browser;
  let visitor: Visitor;
  before(async () => ({ service, browser } = await shared()));
  afterEach(() => visitor.leave());

  it('greets, and answers a question that is typed', async () => {
    visitor = await Visitor.at(browser, service.url);
    await visitor.hears(/automated service/);
    await visitor.say('What is an IOP?');
    await visitor.hears(/IOP is short for/);
  });

  it('takes a choice that is pressed', async () => {
    visitor = await Visitor.at(browser, service.url);
    await visitor.choice('What is an IOP?').click();
    await visitor.hears(/IOP is short for/);
  });

  it('shows 988 as links that can be pressed, to call and to text, when someone is in danger', async () => {
    visitor = await Visitor.at(browser, service.url);
    await visitor.hears(/automated service/);
    await visitor.say('I want to kill myself tonight');
    const reply = visitor.page
      .locator('.webchat__bubble__content')
      .filter({ has: visitor.page.locator('a[href="tel:988"]') });
    await reply.first().waitFor();
    for (const href of ['tel:988', 'sms:988', 'tel:911']) {
      const link = reply.first().locator(`a[href="${href}"]`).first();
      expect(await link.isVisible(), href).to.equal(true);
      expect(await link.textContent()).to.include(href.split(':')[1]);
      expect(await link.getAttribute('target')).to.equal(null);
    }
  });

  it('keeps the chat when the page is reloaded, and forgets it when it is cleared', async () => {
    visitor = await Visitor.at(browser, service.url);
    await visitor.hears(/automated service/);
    await visitor.say('What is an IOP?');
    await visitor.hears(/IOP is short for/);
    await visitor.page.reload();
    await visitor.hears('What is an IOP?');
    await visitor.page.getByRole('button', { name: 'Clear this chat' }).click();
    await visitor.bubble('What is an IOP?').waitFor({ state: 'detached' });
    await visitor.hears(/automated service/);
    await visitor.page.reload();
    await visitor.hears(/automated service/);
    expect(await visitor.bubble('What is an IOP?').count()).to.equal(0);
  });

  it('asks nothing of other sites, sets no cookie, keeps its own rules and fits a small screen', async () => {
    visitor = await Visitor.at(browser, service.url, { viewport: { width: 320, height: 640 } });
    await visitor.hears(/automated service/);
    await visitor.say('I want to kill myself tonight');
    await visitor.page.locator('#chat a[href="tel:988"]').first().waitFor();
    expect(await visitor.page.evaluate('document.documentElement.scrollWidth')).to.equal(320);
    expect(await visitor.page.context().cookies()).to.deep.equal([]);
    expect([visitor.foreign, visitor.complaints]).to.deep.equal([[], []]);
  });

  it('is in Spanish for those who choose it', async () => {
    visitor = await Visitor.at(browser, service.url);
    await visitor.page.getByRole('link', { name: 'Español' }).click();
    await visitor.page.getByRole('heading', { name: '¿Qué tipo de atención me puede servir?' }).waitFor();
    expect(await visitor.page.locator('html').getAttribute('lang')).to.equal('es');
    await visitor.page.getByPlaceholder(/Escriba/).waitFor();
  });

  it('gives the numbers to call without scripts', async () => {
    visitor = await Visitor.at(browser, service.url, { javaScriptEnabled: false });
    for (const href of ['tel:911', 'tel:988', 'sms:988'])
      expect(await visitor.emergency(href).isVisible(), href).to.equal(true);
    expect(await visitor.page.getByText('It needs JavaScript').isVisible()).to.equal(true);
  });

  it('says so when the chat can not be loaded, keeps the numbers in sight, and tries again when asked', async () => {
    visitor = await Visitor.at(browser, 'about:blank');
    await visitor.page.route('**/assets/webchat-*', (route) => route.abort());
    await visitor.page.goto(service.url);
    await visitor.notice.getByText('The chat can not load right now.').waitFor();
    expect(await visitor.emergency('tel:988').isVisible()).to.equal(true);
    await visitor.page.unroute('**/assets/webchat-*');
    await visitor.page.getByRole('button', { name: 'Try again' }).click();
    await visitor.hears(/automated service/);
    expect(await visitor.notice.count()).to.equal(0);
  });

  it('waits its turn where too many chats began from one network, says so, and then opens by itself', async () => {
    let now = Date.now();
    const crowded = await startService({}, { clock: () => new Date(now) });
    const headers = { 'X-Forwarded-For': '198.51.100.7' };
    const open = () => fetch(`${crowded.url}/api/directline/token`, { method: 'POST', headers });
    let last = await open();
    while (last.ok) last = await open();
    expect(last.status).to.equal(429);
    now += 59_000;
    visitor = await Visitor.at(browser, crowded.url, { extraHTTPHeaders: headers });
    await visitor.notice.getByText('Too many chats were opened from your network.').waitFor();
    expect(await visitor.emergency('tel:988').isVisible()).to.equal(true);
    now += 2_000;
    await visitor.hears(/automated service/);
    expect(await visitor.notice.count()).to.equal(0);
    await crowded.stop();
  });

  it('gives back a message that is too long, and says why', async () => {
    visitor = await Visitor.at(browser, service.url);
    await visitor.hears(/automated service/);
    await visitor.say('a'.repeat(8_001));
    await visitor.notice.getByText('This message is too long').waitFor();
    await visitor.box('a'.repeat(8_001));
  });

  it('begins anew when the service did, and does not lose what was just written', async () => {
    const before = await startService();
    visitor = await Visitor.at(browser, before.url);
    await visitor.hears(/automated service/);
    await before.stop();
    const after = await startService({ PORT: new URL(before.url).port });
    try {
      await visitor.say('What is an IOP?');
      await visitor.news.getByText('This is a new one.').waitFor();
      await visitor.hears(/automated service/);
      await visitor.box('What is an IOP?');
      await visitor.page.keyboard.press('Enter');
      await visitor.hears(/IOP is short for/);
    } finally {
      await visitor.leave();
      await after.stop();
    }
  });
});

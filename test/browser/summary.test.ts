import { expect } from 'chai';
import type { Browser } from 'playwright-core';
import { startService, type RunningService } from '../support/service.ts';
import { knowledge } from '../support/knowledge.ts';
import { openBrowser, Visitor } from './visitor.ts';

const { result, summary } = knowledge().texts.en.screening;
const toDetox = ['start the screening', 'no', 'no', '40', 'yes'];

/** Answers until there is a result, and opens its page as a visitor does. */
const openPage = async (visitor: Visitor) => {
  for (const [at, text] of toDetox.entries()) {
    await visitor.say(text);
    await visitor.hears(
      at === toDetox.length - 1 ? result.headline['detox-or-24h'] : /hurting|body|old|sick/,
    );
  }
  const opening = visitor.page.context().waitForEvent('page');
  await visitor.page.getByRole('link', { name: result.page }).first().click();
  const page = await opening;
  await page.waitForLoadState();
  return page;
};

describe('a result in the browser', function () {
  this.timeout(60_000);
  let browser: Browser;
  let service: RunningService;
  before(async () => {
    browser = await openBrowser();
  });
  after(() => browser.close());
  afterEach(() => service.stop());

  for (const [where, environment] of [
    ['with an address to open', {}],
    [
      'on the website alone',
      { NODE_ENV: 'production', MicrosoftAppId: 'id', MicrosoftAppPassword: 'password' },
    ],
  ] as const)
    it(`is a card with a link to a page to print, ${where}`, async () => {
      service = await startService(environment);
      const visitor = await Visitor.at(browser, service.url);
      const page = await openPage(visitor);
      expect(await page.getByRole('heading', { level: 1 }).textContent()).to.equal(summary.title);
      expect(await visitor.page.locator('.ac-adaptiveCard').innerText()).to.include(
        result.asks['detox-or-24h'][0],
      );
      expect(visitor.complaints).to.deep.equal([]);
      await visitor.leave();
    });

  it('prints from its button, and leaves menu and button off the paper', async () => {
    service = await startService();
    const visitor = await Visitor.at(browser, service.url);
    const page = await openPage(visitor);
    const printed = page.evaluate(
      "new Promise((resolve) => addEventListener('beforeprint', () => resolve(true)))",
    );
    await page.getByRole('button', { name: summary.print }).click();
    expect(await printed).to.equal(true);
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('navigation').isVisible()).to.equal(false);
    expect(await page.getByRole('button', { name: summary.print }).isVisible()).to.equal(false);
    expect(await page.getByText(result.headline['detox-or-24h']).isVisible()).to.equal(true);
    await visitor.leave();
  });
});

import { expect } from 'chai';
import type { Browser } from 'playwright-core';
import { pagePaths } from '../../bot/page/page-shell.ts';
import { startService, type RunningService } from '../support/service.ts';
import { barriers } from './barriers.ts';
import { shared } from './shared.ts';
import { Visitor } from './visitor.ts';

const paths = Object.values(pagePaths);

describe('the pages, in a browser', () => {
  let service: RunningService;
  let browser: Browser;
  let visitor: Visitor;
  before(async () => {
    service = await startService({ CLINIC_PHONE: '555 010 0199', CLINIC_URL: 'https://clinic.example' });
    ({ browser } = await shared());
  });
  after(() => service?.stop());
  afterEach(() => visitor.leave());

  for (const path of paths)
    for (const colorScheme of ['light', 'dark'] as const)
      it(`have nothing at ${path} that keeps people out or asks others for anything (${colorScheme})`, async () => {
        const options = { colorScheme, viewport: { width: 320, height: 640 } };
        visitor = await Visitor.at(browser, service.url + path, options);
        if (path === pagePaths.chat) await visitor.hears(/automated service/);
        expect(await barriers(visitor.page)).to.deep.equal([]);
        expect(await visitor.page.evaluate('document.documentElement.scrollWidth')).to.equal(320);
        await visitor.page.setViewportSize({ width: 1280, height: 900 });
        expect(await barriers(visitor.page)).to.deep.equal([]);
        expect(await visitor.page.context().cookies()).to.deep.equal([]);
        expect([visitor.foreign, visitor.complaints]).to.deep.equal([[], []]);
      });

  for (const path of paths)
    it(`fit at ${path} when zoomed to 400%, and leave room to read`, async () => {
      const viewport = { width: 320, height: 225 };
      visitor = await Visitor.at(browser, `${service.url}${path}?lang=es`, { viewport });
      expect(await visitor.page.evaluate('document.documentElement.scrollWidth')).to.equal(320);
      expect(await visitor.emergency('tel:911').isVisible()).to.equal(true);
      await visitor.page.evaluate('scrollTo({ top: 600, behavior: "instant" })');
      const covered = await visitor.page
        .locator('.top')
        .evaluate((top) => top.getBoundingClientRect().bottom);
      expect(covered).to.be.at.most(0);
    });

  it('lead a keyboard past the numbers and the menu to the content', async () => {
    visitor = await Visitor.at(browser, `${service.url}/safety`);
    await visitor.page.keyboard.press('Tab');
    const skip = visitor.page.getByRole('link', { name: 'Skip to the content' });
    expect(
      await skip.evaluate((link) => [link.matches(':focus'), link.getBoundingClientRect().top >= 0]),
    ).to.deep.equal([true, true]);
    await visitor.page.keyboard.press('Enter');
    expect(await visitor.page.evaluate('document.activeElement.id')).to.equal('content');
    await visitor.page.keyboard.press('Tab');
    expect(await visitor.page.evaluate('document.activeElement.closest("main") !== null')).to.equal(true);
  });

  it('keep the numbers in sight while one reads', async () => {
    visitor = await Visitor.at(browser, `${service.url}/screening-method`);
    await visitor.page.evaluate('scrollTo({ top: 3000, behavior: "instant" })');
    const { top } = await visitor.emergency('tel:988').evaluate((link) => link.getBoundingClientRect());
    expect(top).to.be.within(0, 100);
  });

  for (const language of ['en', 'es'])
    it(`have a picture of the rules whose words stay in their boxes (${language})`, async () => {
      const options = { viewport: { width: 320, height: 640 } };
      visitor = await Visitor.at(browser, `${service.url}/screening-method?lang=${language}`, options);
      const spilt = await visitor.page.evaluate<string[]>(`
        const inside = (own, { left, right, top, bottom }) =>
          own.left >= left && own.right <= right && own.top >= top && own.bottom <= bottom;
        const all = (what) => [...document.querySelectorAll('svg.table-picture ' + what)];
        const shapes = [...all('rect:not(.ground)'), ...all('circle')].map((shape) => shape.getBoundingClientRect());
        all('text:not(.note)')
          .filter((text) => !shapes.some((shape) => inside(text.getBoundingClientRect(), shape)))
          .map((text) => text.textContent)`);
      expect(spilt).to.deep.equal([]);
      const picture = await visitor.page.locator('svg.table-picture').boundingBox();
      expect(picture?.width, 'so that a unit of it is a pixel').to.equal(320);
    });

  it('print with the numbers and the picture on one sheet, without menu and chat', async () => {
    visitor = await Visitor.at(browser, `${service.url}/screening-method`);
    await visitor.page.emulateMedia({ media: 'print' });
    const box = await visitor.page.locator('svg.table-picture').boundingBox();
    expect(box?.height).to.be.within(300, (23 / 2.54) * 96 + 1);
    expect(await visitor.emergency('tel:988').isVisible()).to.equal(true);
    expect(await visitor.page.locator('header nav').isVisible()).to.equal(false);
  });
});

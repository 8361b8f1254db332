import { expect } from 'chai';
import type { Locator } from 'playwright-core';
import { startService } from '../support/service.ts';
import { shared, type Shared } from './shared.ts';
import { Visitor } from './visitor.ts';

interface Looks {
  readonly size: string;
  readonly words: string;
  readonly ground: string;
  readonly display: string;
}
const looks = (of: Locator): Promise<Looks> =>
  of.evaluate((element) => {
    const style = element.ownerDocument.defaultView.getComputedStyle(element);
    return {
      size: style.fontSize,
      words: style.color,
      ground: style.backgroundColor,
      display: style.display,
    };
  });
const numbers = ['tel:911', 'tel:988', 'sms:988'];

describe("the chat in a clinic's own page, in a browser", () => {
  let all: Shared;
  let visitor: Visitor;
  const at = async (attributes = '', options = {}): Promise<Visitor> =>
    (visitor = await Visitor.atClinic(all.browser, all.site.page(all.service.url, attributes), options));
  before(async () => (all = await shared()));
  afterEach(() => visitor.leave());

  it('opens by one line of script in a page of another origin, and answers', async () => {
    await at();
    await visitor.launcher.click();
    await visitor.hears(/automated service/);
    await visitor.say('What is an IOP?');
    await visitor.hears(/IOP is short for/);
    expect(visitor.complaints).to.deep.equal([]);
  });

  it('loads one small script until it is opened, and sets no cookie', async () => {
    await at();
    await visitor.launcher.waitFor();
    expect(visitor.foreign).to.deep.equal([`${all.service.url}/widget.js`]);
    await visitor.launcher.click();
    await visitor.hears(/automated service/);
    expect(new Set(visitor.foreign.map((url) => new URL(url).origin))).to.deep.equal(
      new Set([all.service.url]),
    );
    expect(await visitor.page.context().cookies()).to.deep.equal([]);
  });

  it('keeps its looks, and the page keeps its own', async () => {
    await at();
    expect(await looks(visitor.launcher)).to.include({ size: '16px', words: 'rgb(255, 255, 255)' });
    expect(await looks(visitor.page.locator('#own'))).to.include({
      size: '60px',
      words: 'rgb(255, 255, 0)',
      display: 'none',
    });
  });

  it('takes position, colour, title, language and greeting from its line', async () => {
    await at(
      'data-position="left" data-color="#5b2a86" data-title="Pregunte aquí" data-lang="es" data-greeting="¡Hola!"',
    );
    expect(await visitor.launcher.textContent()).to.equal('Pregunte aquí');
    expect((await visitor.launcher.boundingBox())?.x).to.equal(16);
    expect((await looks(visitor.launcher)).ground).to.equal('rgb(91, 42, 134)');
    expect(await visitor.page.getByText('¡Hola!').isVisible()).to.equal(true);
    await visitor.launcher.click();
    await visitor.chat.getByPlaceholder(/Escriba/).waitFor();
    await visitor.hears(/servicio automático/);
    expect(await visitor.chat.locator('html').getAttribute('lang')).to.equal('es');
    expect(await visitor.panel.getAttribute('lang')).to.equal('es');
  });

  it('puts words on any colour that can be read, and says what is wrong with a colour in one sentence', async () => {
    for (const [wish, ground, words, said] of [
      [
        '#fe0',
        'rgb(255, 238, 0)',
        'rgb(0, 0, 0)',
        /"#fe0" is too light for white words, so they are black\./,
      ],
      ['red;}', 'rgb(20, 86, 107)', 'rgb(255, 255, 255)', /"red;}" is not a colour such as #14566b/],
    ] as const) {
      await at(`data-color="${wish}"`);
      expect(await looks(visitor.launcher)).to.include({ ground, words });
      expect(visitor.complaints).to.have.length(1);
      expect(visitor.complaints[0]).to.match(said);
      await visitor.leave();
    }
    await at();
  });

  it('shows HTML in its attributes as words, and takes no script for an address to leave to', async () => {
    const evil = '&lt;img src=x onerror=document.title=1&gt;';
    await at(
      `data-title="${evil}" data-greeting="${evil}" data-leave="javascript:document.title=1" data-lang="${evil}"`,
    );
    await visitor.launcher.click();
    await visitor.hears(/automated service/);
    expect(await visitor.panel.getByRole('heading').first().textContent()).to.equal(
      '<img src=x onerror=document.title=1>',
    );
    expect(await visitor.page.locator('img').count()).to.equal(0);
    await visitor.page.route('https://www.weather.gov/**', (route) => route.fulfill({ body: 'weather' }));
    await visitor.page.getByRole('button', { name: 'Leave this page' }).click();
    await visitor.page.waitForURL('https://www.weather.gov/');
  });

  it('shows what a visitor writes as they wrote it', async () => {
    await at();
    await visitor.launcher.click();
    await visitor.hears(/automated service/);
    const written =
      '<img src=x onerror=alert(1)> [a](javascript:alert(1)) ![b](https://evil.example/x.png) **c**';
    await visitor.say(written);
    await visitor.hears(written);
    expect(await visitor.chat.locator('#chat [href^="javascript"], #chat img[src*="x"]').count()).to.equal(0);
    expect(visitor.foreign.filter((url) => url.includes('evil'))).to.deep.equal([]);
  });

  it('says on a site that is not allowed that it is not set up there, with the numbers to call', async () => {
    visitor = await Visitor.atClinic(all.browser, all.stranger.page(all.service.url));
    await visitor.launcher.click();
    await visitor.panel.getByText('The chat is not set up for this site.').waitFor();
    for (const href of numbers) expect(await visitor.emergency(href).isVisible(), href).to.equal(true);
    expect(visitor.complaints).to.deep.equal([
      `widget.js: add ${all.stranger.origin} to EMBED_ORIGINS of the chat's service, so that the chat can open here.`,
    ]);
    await visitor.page.getByRole('button', { name: 'I need help now' }).click();
    await visitor.page.getByRole('heading', { name: 'Get help now' }).waitFor();
  });

  it('can not be framed by a site that is not allowed, whatever its script says', async () => {
    visitor = await Visitor.atClinic(all.browser, all.stranger.page(all.service.url));
    await visitor.page.evaluate(`new Promise((resolve) => {
      const frame = document.createElement('iframe');
      frame.addEventListener('load', resolve);
      frame.src = '${all.service.url}/embed';
      document.body.append(frame);
    })`);
    expect(visitor.complaints.join()).to.include('frame-ancestors');
    expect(await visitor.page.frameLocator('iframe').locator('#chat').count()).to.equal(0);
  });

  it('shows the numbers, and tries again when asked, while the service is down', async () => {
    const own = await startService({ EMBED_ORIGINS: all.site.origin });
    visitor = await Visitor.atClinic(all.browser, all.site.page(own.url));
    await visitor.launcher.waitFor();
    await own.stop();
    await visitor.launcher.click();
    await visitor.panel.getByText('The chat can not be reached right now.').waitFor();
    for (const href of numbers) expect(await visitor.emergency(href).isVisible(), href).to.equal(true);
    await visitor.page.getByRole('button', { name: 'I need help now' }).click();
    expect(await visitor.page.locator('.help a').count()).to.equal(3);
    await visitor.page.getByRole('button', { name: 'Back to the chat' }).click();
    const again = await startService({ EMBED_ORIGINS: all.site.origin, PORT: new URL(own.url).port });
    try {
      await visitor.page.getByRole('button', { name: 'Try again' }).click();
      await visitor.hears(/automated service/);
    } finally {
      // A browser holds connections open that a stop would wait for.
      await visitor.leave();
      await again.stop();
    }
  });
});

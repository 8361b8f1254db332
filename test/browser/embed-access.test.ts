import { expect } from 'chai';
import type { Frame } from 'playwright-core';
import { barriers } from './barriers.ts';
import { shared, type Shared } from './shared.ts';
import { Visitor } from './visitor.ts';

const sizes = [
  { width: 320, height: 640 },
  { width: 768, height: 1024 },
  { width: 1280, height: 800 },
];
/** 1280 × 900 at 400%. */
const zoomed = { width: 320, height: 225 };

describe("the chat in a clinic's own page, for everyone", () => {
  let all: Shared;
  let visitor: Visitor;
  const at = async (options = {}, attributes = ''): Promise<void> => {
    visitor = await Visitor.atClinic(all.browser, all.site.page(all.service.url, attributes), options);
  };
  const open = async (): Promise<void> => {
    await visitor.launcher.click();
    await visitor.choice(/./).first().waitFor();
  };
  const frame = (): Frame => {
    const found = visitor.page.frames()[1];
    if (!found) throw new Error('the chat has no frame');
    return found;
  };
  const focused = (): Promise<string> =>
    visitor.page.evaluate(
      'document.activeElement.shadowRoot?.activeElement.textContent ?? document.activeElement.id',
    );
  before(async () => (all = await shared()));
  afterEach(() => visitor.leave());

  for (const colorScheme of ['light', 'dark'] as const)
    it(`keeps nobody out, closed and open, at three sizes (${colorScheme})`, async () => {
      await at({ colorScheme, viewport: sizes[0] }, 'data-greeting="Hello"');
      expect(await barriers(visitor.page)).to.deep.equal([]);
      await open();
      for (const size of sizes) {
        await visitor.page.setViewportSize(size);
        expect(await barriers(visitor.page), `panel, ${size.width}`).to.deep.equal([]);
        expect(await barriers(frame()), `chat, ${size.width}`).to.deep.equal([]);
        expect(await frame().evaluate('document.documentElement.scrollWidth - innerWidth')).to.equal(0);
        for (const href of ['tel:911', 'tel:988', 'sms:988'])
          expect(await visitor.emergency(href).first().isVisible(), href).to.equal(true);
      }
      await visitor.page.getByRole('button', { name: 'I need help now' }).click();
      await visitor.hears(/Right now/);
      expect(await barriers(frame()), 'after a crisis reply').to.deep.equal([]);
    });

  it('shows the numbers, the help and the box to write in on a page at 400%', async () => {
    await at({ viewport: zoomed });
    await open();
    expect(await visitor.emergency('tel:911').isVisible()).to.equal(true);
    const box = visitor.chat.getByPlaceholder(/Type/);
    await box.scrollIntoViewIfNeeded();
    await box.fill('What is an IOP?');
    await visitor.page.keyboard.press('Enter');
    await visitor.hears(/IOP is short for/);
    expect(await visitor.panel.evaluate((panel) => panel.scrollWidth - panel.clientWidth)).to.equal(0);
  });

  it('opens, answers, gives help and closes by keyboard alone, and brings the focus back', async () => {
    await at();
    await visitor.launcher.focus();
    await visitor.page.keyboard.press('Enter');
    expect(await focused()).to.equal('Questions about care?');
    expect(await visitor.panel.getAttribute('aria-labelledby')).to.equal('title');
    const stops: string[] = [];
    for (let stop = 0; stop < 6; stop += 1) {
      await visitor.page.keyboard.press('Tab');
      stops.push(await focused());
    }
    expect(stops).to.deep.equal([
      '\u00d7',
      '911: emergency',
      '988: call',
      '988: text',
      'I need help now',
      'Leave this page',
    ]);
    await visitor.choice(/./).first().waitFor();
    await visitor.say('What is an IOP?');
    await visitor.hears(/IOP is short for/);
    await visitor.page.keyboard.press('Escape');
    await visitor.panel.waitFor({ state: 'hidden' });
    expect(await focused()).to.equal('Questions about care?');
    expect(await visitor.launcher.getAttribute('aria-expanded')).to.equal('false');
    await visitor.page.keyboard.press('Enter');
    await visitor.hears(/IOP is short for/);
  });

  it('keeps the focus in the panel where that fills the screen', async () => {
    await at({ viewport: sizes[0] });
    await open();
    expect(await visitor.panel.evaluate((panel) => panel.matches(':modal'))).to.equal(true);
    const { width, height } = (await visitor.panel.boundingBox()) ?? {};
    expect({ width, height }).to.deep.equal(sizes[0]);
  });

  it('has targets of at least 24 pixels', async () => {
    await at({ viewport: sizes[0] }, 'data-greeting="Hello"');
    const small = (where: string): Promise<string[]> =>
      visitor.page.evaluate(`[...${where}.querySelectorAll('button, a')]
        .filter((each) => each.checkVisibility()).map((each) => [each.textContent, each.getBoundingClientRect()])
        .filter(([, { width, height }]) => width < 24 || height < 24).map(([words]) => words)`);
    const root = 'document.querySelector("div[lang]").shadowRoot';
    expect(await small(root)).to.deep.equal([]);
    await open();
    expect(await small(root)).to.deep.equal([]);
    const inFrame = await frame().evaluate<
      string[]
    >(`[...document.querySelectorAll('button:not([tabindex="-1"]), a')]
      .filter((each) => each.checkVisibility()).filter((each) => each.getBoundingClientRect().height < 24)
      .map((each) => each.outerHTML)`);
    expect(inFrame).to.deep.equal([]);
  });

  it('moves nothing for those who ask for less motion', async () => {
    await at({ reducedMotion: 'reduce' });
    await open();
    const moving = '[...document.querySelectorAll("*")].flatMap((each) => each.getAnimations()).length';
    expect(await frame().evaluate(moving)).to.equal(0);
    expect(await visitor.panel.evaluate((panel) => panel.getAnimations({ subtree: true }).length)).to.equal(
      0,
    );
  });

  it('has edges around what can be pressed where the reader chose the colours', async () => {
    await at({ forcedColors: 'active' });
    await open();
    for (const name of ['I need help now', 'Leave this page', 'Close the chat']) {
      const edge = await visitor.page
        .getByRole('button', { name })
        .evaluate((button) => button.ownerDocument.defaultView.getComputedStyle(button).borderTopWidth);
      expect(Number.parseFloat(edge), name).to.be.at.least(1);
    }
    expect(await barriers(frame())).to.deep.equal([]);
  });

  it('follows a change from light to dark while it is open', async () => {
    await at({ colorScheme: 'light' });
    await open();
    await visitor.page.emulateMedia({ colorScheme: 'dark' });
    const ground = (): Promise<string> =>
      visitor.chat
        .locator('.webchat__bubble__content')
        .first()
        .evaluate((bubble) => bubble.ownerDocument.defaultView.getComputedStyle(bubble).backgroundColor);
    while ((await ground()) !== 'rgb(36, 52, 59)') await visitor.page.waitForTimeout(50);
    expect(await barriers(frame())).to.deep.equal([]);
  });
});

import { expect } from 'chai';
import { shared } from './shared.ts';
import { somebody, Visitor } from './visitor.ts';

/** 1.6 Mbit/s down, 750 kbit/s up, 150 ms: what is called a slow 4G connection. */
const network = {
  offline: false,
  downloadThroughput: 1_600_000 / 8,
  uploadThroughput: 750_000 / 8,
  latency: 150,
};

describe('on a slow phone', () => {
  it('the button is there within 5 seconds, the numbers at once when it is pressed, the chat within 30', async function () {
    this.timeout(60_000);
    const { browser, sibling, service } = await shared();
    const context = await browser.newContext({ ...somebody(), viewport: { width: 360, height: 640 } });
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    await devtools.send('Network.enable');
    await devtools.send('Network.emulateNetworkConditions', network);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    const visitor = new Visitor(page, sibling.origin, page.frameLocator('iframe'));
    page.setDefaultTimeout(50_000);
    const start = Date.now();
    const since = (): number => Date.now() - start;
    await page.goto(sibling.page(service.url), { waitUntil: 'commit' });
    await visitor.launcher.waitFor();
    const button = since();
    await visitor.launcher.click();
    await visitor.emergency('tel:988').waitFor();
    const numbers = since();
    await visitor.choice(/./).first().waitFor();
    const chat = since();
    await context.close();
    if (process.env['SHOW_FIGURES']) process.stdout.write(`${JSON.stringify({ button, numbers, chat })}\n`);
    expect(button).to.be.below(5_000);
    expect(numbers - button).to.be.below(3_000);
    expect(chat).to.be.below(30_000);
  });
});

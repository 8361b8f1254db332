import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import type { Browser } from 'playwright-core';
import { startService, type RunningService } from '../support/service.ts';
import { shared } from './shared.ts';
import { Visitor } from './visitor.ts';

const secret = 's'.repeat(32);

/** The other side must know the page's origin before the page's service is up. */
const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
};

/** The other Direct Line is one of ours: it speaks the protocol as Azure's does, tokens/generate with it. */
describe('a page whose Direct Line is on another host', () => {
  let page: RunningService;
  let other: RunningService;
  let browser: Browser;
  before(async () => {
    ({ browser } = await shared());
    const port = await freePort();
    other = await startService({ DIRECT_LINE_KEY: secret, EMBED_ORIGINS: `http://127.0.0.1:${port}` });
    page = await startService({ PORT: `${port}`, DIRECT_LINE_SECRET: secret, DIRECT_LINE_URL: other.url });
  });
  after(async () => {
    await page?.stop();
    await other?.stop();
  });

  it('holds its chat there, also after a reload, within its own rules', async () => {
    // A browser asks the other host for leave before it sends a header that real visitors do not have.
    const visitor = await Visitor.at(browser, page.url, { extraHTTPHeaders: {} });
    await visitor.hears(/automated service/);
    await visitor.say('What is an IOP?');
    await visitor.hears(/IOP is short for/);
    await visitor.page.reload();
    await visitor.hears(/IOP is short for/);
    expect(visitor.complaints).to.deep.equal([]);
    expect(new Set(visitor.foreign.map((url) => new URL(url).origin))).to.deep.equal(new Set([other.url]));
    await visitor.leave();
  });
});

import { existsSync } from 'node:fs';
import {
  chromium,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type FrameLocator,
  type Locator,
  type Page,
} from 'playwright-core';

const executablePath = '/usr/bin/chromium';
const args = [
  '--no-sandbox',
  '--headless',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const openBrowser = (): Promise<Browser> => {
  if (!existsSync(executablePath))
    throw new Error(`The page's tests need a real browser: install Chromium as ${executablePath}.`);
  return chromium.launch({ executablePath, args });
};

let visitors = 0;

/** Each visitor has an address of their own, as the service lets only so many chats begin from one. */
export const somebody = (): BrowserContextOptions => ({
  locale: 'en-US',
  extraHTTPHeaders: { 'X-Forwarded-For': `203.0.113.${(visitors += 1) % 256}` },
});

/** A person at the page, and all that their browser complained of or asked of others. */
export class Visitor {
  readonly page: Page;
  readonly complaints: string[] = [];
  readonly foreign: string[] = [];
  /** Where the chat is: the page, or the frame that a clinic's page shows it in. */
  readonly chat: Page | FrameLocator;

  constructor(page: Page, url: string, chat: Page | FrameLocator = page) {
    this.page = page;
    this.chat = chat;
    // Sooner than mocha's, so that a failure names what was waited for.
    page.setDefaultTimeout(20_000);
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') this.complaints.push(message.text());
    });
    page.on('pageerror', (error) => this.complaints.push(error.message));
    page.on('request', (request) => {
      if (new URL(request.url()).host !== new URL(url).host && request.url().startsWith('http'))
        this.foreign.push(request.url());
    });
  }

  static async at(browser: Browser, url: string, options: BrowserContextOptions = {}): Promise<Visitor> {
    const context = await browser.newContext({
      ...somebody(),
      viewport: { width: 1000, height: 900 },
      ...options,
    });
    const visitor = new Visitor(await context.newPage(), url);
    await visitor.page.goto(url);
    return visitor;
  }

  /** A visitor of a clinic's page that embeds the chat, before it is opened. */
  static async atClinic(
    browser: Browser | BrowserContext,
    url: string,
    options: BrowserContextOptions = {},
  ): Promise<Visitor> {
    const context =
      'newContext' in browser ? await browser.newContext({ ...somebody(), ...options }) : browser;
    const page = await context.newPage();
    const visitor = new Visitor(page, url, page.frameLocator('iframe'));
    await page.goto(url);
    return visitor;
  }

  /** Another tab of the same browser, at the same address. */
  async secondTab(): Promise<Visitor> {
    const page = await this.page.context().newPage();
    const visitor = new Visitor(page, this.page.url());
    await page.goto(this.page.url());
    return visitor;
  }

  async say(text: string): Promise<void> {
    await this.#input.fill(text);
    await this.page.keyboard.press('Enter');
  }

  /** Resolves once the box for writing holds this text. */
  async box(text: string): Promise<void> {
    while ((await this.#input.inputValue()) !== text) await this.page.waitForTimeout(50);
    await this.#input.focus();
  }

  /** Resolves once nothing in the chat has moved for a while. */
  async still(): Promise<void> {
    const places = (): Promise<string> =>
      this.chat
        .locator('.webchat__bubble__content')
        .evaluateAll((all) => all.map((each) => each.getBoundingClientRect().top).join());
    let before = await places();
    for (let same = 0; same < 5;) {
      await this.page.waitForTimeout(60);
      const now = await places();
      same = now === before ? same + 1 : 0;
      before = now;
    }
  }

  /** A bubble of the chat with these words. */
  bubble(words: string | RegExp): Locator {
    return this.chat.locator('.webchat__bubble__content').filter({ hasText: words }).first();
  }

  async hears(words: string | RegExp): Promise<Locator> {
    await this.bubble(words).waitFor();
    return this.bubble(words);
  }

  /** The last choices that the bot gave, as buttons. */
  choice(words: string | RegExp): Locator {
    return this.chat.locator('.webchat__suggested-actions').getByRole('button', { name: words });
  }

  get notice(): Locator {
    return this.chat.locator('#notice').filter({ visible: true });
  }

  /** What the chat says about itself when all is well again. */
  get news(): Locator {
    return this.chat.locator('#news');
  }

  /** The button in the clinic's page that opens the chat. */
  get launcher(): Locator {
    return this.page.locator('.open');
  }

  get panel(): Locator {
    return this.page.getByRole('dialog');
  }

  /** How many messages of the visitor have just these words. */
  count(words: string): Promise<number> {
    return this.chat.locator('.webchat__bubble--from-user').getByText(words, { exact: true }).count();
  }

  /** Resolves once nothing that was written still waits, and the last thing said is the bot's. */
  async answered(): Promise<void> {
    await this.chat
      .locator('.webchat__basic-transcript__activity')
      .last()
      .locator('.webchat__bubble:not(.webchat__bubble--from-user)')
      .first()
      .waitFor();
    await this.still();
  }

  /** The id of the chat that this tab shows. */
  conversation(): Promise<string> {
    return this.chat.locator('html').evaluate((page): string => {
      const { sessionStorage } = page.ownerDocument.defaultView;
      return (JSON.parse(sessionStorage.getItem('chat')) as { conversationId: string }).conversationId;
    });
  }

  /** How many bubbles have words like these. */
  times(words: RegExp): Promise<number> {
    return this.chat.locator('.webchat__bubble__content').filter({ hasText: words }).count();
  }

  emergency(href: string): Locator {
    return this.page.locator(`.emergency a[href="${href}"]`);
  }

  get #input(): Locator {
    return this.chat.getByPlaceholder(/Type your message|Escriba/);
  }

  async leave(): Promise<void> {
    await this.page.context().close();
  }
}

import { existsSync } from 'node:fs';
import { chromium, type Browser, type BrowserContextOptions, type Locator, type Page } from 'playwright-core';

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

/** A person at the page, and all that their browser complained of or asked of others. */
export class Visitor {
  readonly page: Page;
  readonly complaints: string[] = [];
  readonly foreign: string[] = [];

  constructor(page: Page, url: string) {
    this.page = page;
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
      locale: 'en-US',
      viewport: { width: 1000, height: 900 },
      ...options,
    });
    const visitor = new Visitor(await context.newPage(), url);
    await visitor.page.goto(url);
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

  /** A bubble of the chat with these words. */
  bubble(words: string | RegExp): Locator {
    return this.page.locator('.webchat__bubble__content').filter({ hasText: words }).first();
  }

  async hears(words: string | RegExp): Promise<Locator> {
    await this.bubble(words).waitFor();
    return this.bubble(words);
  }

  /** The last choices that the bot gave, as buttons. */
  choice(words: string | RegExp): Locator {
    return this.page.locator('.webchat__suggested-actions').getByRole('button', { name: words });
  }

  get notice(): Locator {
    return this.page.locator('#notice').filter({ visible: true });
  }

  emergency(href: string): Locator {
    return this.page.locator(`.emergency a[href="${href}"]`);
  }

  get #input(): Locator {
    return this.page.getByPlaceholder(/Type your message|Escriba/);
  }

  async leave(): Promise<void> {
    await this.page.context().close();
  }
}

import { expect } from 'chai';
import { shared, type Shared } from './shared.ts';
import { Visitor } from './visitor.ts';

const weather = 'https://www.weather.gov/';

describe('help, the way out and the end of the chat, in a browser', () => {
  let all: Shared;
  let visitor: Visitor;
  const press = (name: string): Promise<void> => visitor.chat.getByRole('button', { name }).click();
  const ownPage = async (path = ''): Promise<void> => {
    visitor = await Visitor.at(all.browser, all.service.url + path);
    await visitor.choice(/./).first().waitFor();
  };
  const clinicPage = async (attributes = ''): Promise<void> => {
    visitor = await Visitor.atClinic(all.browser, all.site.page(all.service.url, attributes));
    await visitor.launcher.click();
    await visitor.choice(/./).first().waitFor();
  };
  const expectCrisisReply = async (): Promise<void> => {
    const reply = visitor.bubble(/Right now, please|En este momento|Ahora mismo/);
    await reply.waitFor();
    for (const href of ['tel:988', 'sms:988', 'tel:911'])
      expect(await reply.locator(`a[href="${href}"]`).first().isVisible(), href).to.equal(true);
  };
  const leftFor = async (address: string): Promise<void> => {
    await visitor.page.waitForURL(address);
    await visitor.page.getByText('another page').waitFor();
  };
  const routeTo = async (address: string): Promise<void> => {
    await visitor.page.route(`${address}**`, (route) => route.fulfill({ body: 'another page' }));
  };
  const conversation = (): Promise<string> =>
    visitor.page.evaluate('JSON.parse(sessionStorage.chat).conversationId');
  before(async () => (all = await shared()));
  afterEach(() => visitor.leave());

  it('"I need help now" brings the crisis reply without typing', async () => {
    await ownPage();
    await press('I need help now');
    await expectCrisisReply();
    expect(await visitor.page.locator('#help').isVisible()).to.equal(false);
  });

  it('"I need help now" does so in the middle of the screening, in Spanish, and from a panel in another site', async () => {
    await ownPage('/?lang=es');
    await visitor.say('empezar las preguntas');
    await visitor.hears(/\?/);
    await press('Necesito ayuda ahora');
    await expectCrisisReply();
    await visitor.leave();
    await clinicPage();
    await visitor.page.getByRole('button', { name: 'I need help now' }).click();
    await expectCrisisReply();
  });

  it('"I need help now" puts the numbers in front when the connection is dead', async () => {
    await ownPage();
    await visitor.page.context().setOffline(true);
    await press('I need help now');
    const numbers = visitor.page.locator('#help');
    await numbers.waitFor();
    expect(await numbers.evaluate((section) => section.matches(':focus'))).to.equal(true);
    expect(await numbers.getByRole('link').count()).to.equal(3);
    await numbers.getByRole('button', { name: 'Back to the chat' }).click();
    expect(await numbers.isVisible()).to.equal(false);
  });

  it('"I need help now" puts the numbers in front when the bot does not answer', async () => {
    await ownPage();
    await visitor.page.route('**/activities', () => undefined);
    await press('I need help now');
    await visitor.page.locator('#help').waitFor();
  });

  it("the numbers, help and the way out are there without the chat's script", async () => {
    visitor = await Visitor.at(all.browser, 'about:blank');
    await visitor.page.route('**/assets/chat-*', (route) => route.abort());
    await visitor.page.goto(all.service.url);
    await press('I need help now');
    const numbers = visitor.page.locator('#help');
    expect(await numbers.evaluate((section) => section.matches(':focus'))).to.equal(true);
    expect(await numbers.getByRole('link').count()).to.equal(3);
    await numbers.getByRole('button', { name: 'Back to the chat' }).click();
    expect(await numbers.isVisible()).to.equal(false);
    await routeTo(weather);
    await press('Leave this page');
    await leftFor(weather);
  });

  it("the panel has the numbers and says that the chat can not be reached, without the chat's script", async () => {
    visitor = await Visitor.atClinic(all.browser, all.site.page(all.service.url));
    await visitor.page.route('**/assets/chat-*', (route) => route.abort());
    await visitor.launcher.click();
    await visitor.panel.getByText('The chat can not be reached right now.').waitFor();
    for (const href of ['tel:911', 'tel:988', 'sms:988'])
      expect(await visitor.emergency(href).isVisible(), href).to.equal(true);
    await visitor.page.getByRole('button', { name: 'I need help now' }).click();
    expect(await visitor.page.locator('.help a').count()).to.equal(3);
  });

  it('"Leave this page" puts another page in its place, forgets the chat, and leaves no way back to it', async () => {
    await ownPage();
    await routeTo(weather);
    const deleted = visitor.page.waitForRequest((request) => request.method() === 'DELETE');
    const left = await conversation();
    const pages = await visitor.page.evaluate('history.length');
    await press('Leave this page');
    await deleted;
    await leftFor(weather);
    expect(await visitor.page.evaluate('history.length')).to.equal(pages);
    await visitor.page.goto(all.service.url);
    await visitor.hears(/automated service/);
    expect(await conversation()).to.not.equal(left);
  });

  it('three times Escape does the same, and two do not', async () => {
    await ownPage();
    await routeTo(weather);
    for (let times = 0; times < 2; times += 1) await visitor.page.keyboard.press('Escape');
    expect(visitor.page.url()).to.include(all.service.url);
    await visitor.page.keyboard.press('Escape');
    await leftFor(weather);
  });

  it('both take the whole page of the clinic along, to where its line says', async () => {
    const elsewhere = 'https://elsewhere.example/';
    for (const leave of [
      () => visitor.page.getByRole('button', { name: 'Leave this page' }).click(),
      async () => {
        await visitor.chat.getByPlaceholder(/Type/).focus();
        for (let times = 0; times < 3; times += 1) await visitor.page.keyboard.press('Escape');
      },
    ]) {
      await clinicPage(`data-leave="${elsewhere}"`);
      await routeTo(elsewhere);
      const deleted = visitor.page.waitForRequest((request) => request.method() === 'DELETE');
      await leave();
      await Promise.all([deleted, leftFor(elsewhere)]);
      await visitor.leave();
    }
    await ownPage();
  });

  it('"Clear this chat" deletes it on the service too, begins anew and says so', async () => {
    await clinicPage();
    await visitor.say('What is an IOP?');
    await visitor.hears(/IOP is short for/);
    const answered = visitor.page.waitForResponse((response) => response.request().method() === 'DELETE');
    await press('Clear this chat');
    expect((await answered).status()).to.equal(204);
    await visitor.news.getByText('The chat was deleted, here and on our side.').waitFor();
    await visitor.hears(/automated service/);
    expect(await visitor.count('What is an IOP?')).to.equal(0);
  });

  it('"Clear this chat" says so when the service could not be told', async () => {
    await ownPage();
    await visitor.page.route('**/conversations/*', (route) =>
      route.request().method() === 'DELETE' ? route.abort() : route.continue(),
    );
    await press('Clear this chat');
    await visitor.news.getByText('We could not be reached to delete it on our side').waitFor();
  });
});

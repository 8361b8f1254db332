import { expect } from 'chai';
import { shared, type Shared } from './shared.ts';
import { Visitor } from './visitor.ts';

const viewport = { width: 320, height: 568 };
const words = {
  en: { danger: 'I want to kill myself tonight', lead: /^Right now/ },
  es: { danger: 'quiero matarme esta noche', lead: /^Ahora mismo|^En este momento/ },
};

describe('on a small phone', () => {
  let all: Shared;
  let visitor: Visitor;
  before(async () => (all = await shared()));
  afterEach(() => visitor.leave());

  const open = {
    page: async (language: string): Promise<void> => {
      visitor = await Visitor.at(all.browser, `${all.service.url}/?lang=${language}`, { viewport });
    },
    'panel in another site': async (language: string): Promise<void> => {
      const address = all.site.page(all.service.url, `data-lang=${language}`);
      visitor = await Visitor.atClinic(all.browser, address, { viewport });
      await visitor.launcher.click();
    },
  };

  /** How far the start of a message is below the upper edge of what can be seen of the chat, and that room's height. */
  const startOf = (message: RegExp): Promise<{ readonly below: number; readonly room: number }> =>
    visitor
      .bubble(message)
      .locator('p')
      .first()
      .evaluate((line) => {
        const transcript = line.closest('.webchat__basic-transcript').getBoundingClientRect();
        const { innerHeight } = line.ownerDocument.defaultView;
        const cover = line.ownerDocument.querySelector('.top')?.getBoundingClientRect().bottom ?? 0;
        const top = Math.max(transcript.top, cover, 0);
        const below = line.getBoundingClientRect().top - top;
        return { below, room: Math.min(transcript.bottom, innerHeight) - top };
      });
  const inView = async (message: RegExp): Promise<void> => {
    await visitor.hears(message);
    await visitor.still();
    const { below, room } = await startOf(message);
    expect(room, 'room to read in').to.be.at.least(100);
    expect(below, 'its first line').to.be.within(0, room - 60);
  };

  for (const where of ['page', 'panel in another site'] as const)
    for (const language of ['en', 'es'] as const)
      it(`a crisis reply is in view from its start, in a ${where} (${language})`, async () => {
        await open[where](language);
        await visitor.choice(/./).first().waitFor();
        await visitor.say(words[language].danger);
        await inView(words[language].lead);
      });

  for (const size of [viewport, { width: 768, height: 1024 }, { width: 320, height: 225 }])
    it(`a crisis reply is in view from its start where the page was scrolled (${size.width} × ${size.height})`, async () => {
      visitor = await Visitor.at(all.browser, `${all.service.url}/?lang=es`, { viewport: size });
      await visitor.choice(/./).first().waitFor();
      await visitor.page.locator('#new-chat').scrollIntoViewIfNeeded();
      await visitor.say(words.es.danger);
      await inView(words.es.lead);
    });

  it('the button and the greeting beside it do not overlap', async () => {
    const attributes = 'data-lang="es" data-greeting="¿Preguntas? Escríbanos aquí."';
    const address = all.site.page(all.service.url, attributes);
    visitor = await Visitor.atClinic(all.browser, address, { viewport });
    const button = await visitor.launcher.boundingBox();
    const greeting = await visitor.page.locator('.greeting').boundingBox();
    expect((greeting?.y ?? 0) + (greeting?.height ?? 0)).to.be.below(button?.y ?? 0);
  });

  it('the greeting is in view from its start, and so is a crisis reply after a reload', async () => {
    const toChat = (): Promise<void> => visitor.page.locator('#chat').scrollIntoViewIfNeeded();
    await open.page('en');
    await visitor.choice(/./).first().waitFor();
    await toChat();
    await inView(/automated service/);
    await visitor.say(words.en.danger);
    await inView(words.en.lead);
    await visitor.page.reload();
    await visitor.hears(words.en.lead);
    await toChat();
    await inView(words.en.lead);
  });

  it('"I need help now" brings its reply in view from its start, after answers that were not read to their end', async () => {
    await open['panel in another site']('en');
    await visitor.choice(/./).first().waitFor();
    await inView(/automated service/);
    for (const question of ['What is an IOP?', 'What is PHP?']) {
      await visitor.say(question);
      await inView(question === 'What is PHP?' ? /PHP stands for/ : /IOP is short for/);
    }
    await visitor.page.getByRole('button', { name: 'I need help now' }).click();
    await inView(words.en.lead);
  });

  it('the answer to a choice that is pressed is in view from its start', async () => {
    await open['panel in another site']('es');
    await visitor.choice('¿Qué es un IOP?').click();
    await inView(/IOP son las siglas/);
  });

  it('a crisis reply to a message that fills the window is in view from its start', async () => {
    await open.page('en');
    await visitor.choice(/./).first().waitFor();
    await visitor.say(`${'I do not know what to say. '.repeat(20)} ${words.en.danger}`);
    await inView(words.en.lead);
  });
});

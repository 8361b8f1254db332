import { expect } from 'chai';
import { barriers } from './barriers.ts';
import { shared, type Shared } from './shared.ts';
import { Visitor } from './visitor.ts';

const words = {
  en: {
    way: ['I need help now', 'Leave this page', 'Message input box', 'Clear this chat'],
    choice: 'What is an IOP?',
    answer: /IOP is short for/,
    danger: 'I want to kill myself tonight',
    crisis: /Right now, please/,
  },
  es: {
    way: [
      'Necesito ayuda ahora',
      'Salir de esta página',
      'Cuadro de entrada de mensajes',
      'Borrar este chat',
    ],
    choice: '¿Qué es un IOP?',
    answer: /IOP son las siglas/,
    danger: 'quiero matarme esta noche',
    crisis: /Ahora mismo, llame/,
  },
};

describe('by keyboard alone', () => {
  let all: Shared;
  let visitor: Visitor;
  before(async () => (all = await shared()));
  afterEach(() => visitor.leave());

  const press = (key: string): Promise<void> => visitor.page.keyboard.press(key);
  /** What a screen reader calls the element that has the focus. */
  const focused = (): Promise<string> =>
    visitor.page.evaluate(`(() => {
      const { ariaLabel, title, textContent } = document.activeElement;
      return ariaLabel || textContent.trim() || title;
    })()`);
  const tabTo = async (name: string, key = 'Tab'): Promise<void> => {
    for (let stops = 0; (await focused()) !== name; stops += 1) {
      expect(stops, `stops on the way to ${name}`).to.be.below(25);
      await press(key);
    }
  };
  const spoken = (text: RegExp) => visitor.page.locator('[aria-live="polite"]').filter({ hasText: text });

  for (const [size, viewport, language] of [
    ['320 pixels', { width: 320, height: 568 }, 'en'],
    ['400%', { width: 320, height: 225 }, 'es'],
    ['1280 pixels', { width: 1280, height: 800 }, 'es'],
  ] as const)
    it(`one comes to the chat, chooses, writes and is helped (${size}, ${language})`, async () => {
      const { way, choice, answer, danger, crisis } = words[language];
      const [help = '', leave = '', box = '', clear = ''] = way;
      visitor = await Visitor.at(all.browser, `${all.service.url}/?lang=${language}`, { viewport });
      await visitor.choice(/./).first().waitFor();
      await press('Tab');
      for (const name of [help, leave, box, clear]) await tabTo(name);
      await tabTo(box, 'Shift+Tab');
      await press('Shift+Tab');
      while ((await focused()) !== choice) await press('ArrowDown');
      await press('Enter');
      await visitor.hears(answer);
      await spoken(answer).first().waitFor({ state: 'attached' });
      expect(await focused(), 'where one can go on').to.equal(box);
      await visitor.page.keyboard.type(danger);
      await press('Enter');
      await visitor.hears(crisis);
      await spoken(crisis).first().waitFor({ state: 'attached' });
      expect(await focused()).to.equal(box);
      expect(await barriers(visitor.page)).to.deep.equal([]);
    });
});

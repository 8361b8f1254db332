// The panel that opens: the numbers to call are its own, so that they stand whatever becomes of the chat.
import { element } from './element.js';

const numbers = ({ contacts }) =>
  contacts.map(({ href, label }) => element('li', {}, element('a', { href }, label)));

const emergency = (texts, ...deeds) =>
  element(
    'div',
    { class: 'emergency', role: 'group', 'aria-label': texts.danger },
    element('strong', {}, texts.danger),
    element('ul', { role: 'list' }, ...numbers(texts)),
    ...deeds,
  );

const bigNumbers = (texts, back) =>
  element(
    'section',
    { class: 'help', hidden: true, tabIndex: -1, 'aria-label': texts.help.title },
    element('h3', {}, texts.help.title),
    ...texts.help.lines.map((line) => element('p', {}, line)),
    element('ul', { role: 'list' }, ...numbers(texts)),
    back,
  );

const button = (name, words) => element('button', { type: 'button', class: name }, words);

/** The parts of the panel; nothing of it is from the service but these words and numbers. */
export const makePanel = ({ texts, title, language }) => {
  const parts = {
    heading: element('h2', { id: 'title', tabIndex: -1 }, title),
    help: button('deed', texts.help.button),
    back: button('back', texts.help.back),
    leave: element('button', { type: 'button', class: 'deed', title: texts.leave.hint }, texts.leave.button),
    close: element('button', { type: 'button', class: 'close', 'aria-label': texts.close }, '\u00d7'),
    words: element('p'),
    again: button('again', texts.tryAgain),
    place: element('div', { class: 'place' }),
  };
  parts.again.hidden = true;
  parts.status = element('div', { class: 'status', role: 'status' }, parts.words, parts.again);
  parts.numbers = bigNumbers(texts, parts.back);
  parts.dialog = element(
    'dialog',
    { class: 'panel', lang: language, 'aria-labelledby': 'title' },
    element('header', {}, parts.heading, parts.close),
    emergency(texts, parts.help, parts.leave),
    parts.numbers,
    parts.status,
    parts.place,
  );
  return parts;
};

/** The button that opens the panel, and the site's greeting beside it. */
export const makeButton = ({ texts, title, greeting, language }) => {
  const open = element(
    'button',
    { type: 'button', class: 'open', lang: language, 'aria-expanded': 'false' },
    title,
  );
  if (greeting === undefined) return { open };
  const hide = element('button', { type: 'button', 'aria-label': texts.hideGreeting }, '\u00d7');
  const note = element('div', { class: 'greeting' }, element('p', {}, greeting), hide);
  hide.addEventListener('click', () => {
    note.remove();
    open.focus();
  });
  return { open, note };
};

// One script in any page: a button, and a panel with the numbers to call. The chat is loaded when it is opened.
import style from './launcher.css';
import { countEscapes } from '../chat/escape.js';
import { element } from './element.js';
import { openFrame } from './frame.js';
import { leavePage } from './leave.js';
import { makeButton, makePanel } from './panel.js';
import { readSettings, warnNotAllowed } from './settings.js';

/* global widgetData -- the service puts it before this script */
const settings = readSettings(document.currentScript, widgetData);
const { texts, colour, side } = settings;
const { open, note } = makeButton(settings);
const panel = makePanel(settings);
const allowed = [...widgetData.origins, settings.service].includes(location.origin);
/** On a small screen the panel takes all of it, so that nothing behind it may be reached by mistake. */
const small = matchMedia('(max-width: 30rem), (max-height: 30rem)');
let frame;

const say = (words = '', again = false) => {
  panel.words.textContent = words;
  panel.again.hidden = !again;
};

const showNumbers = (shown) => {
  panel.numbers.hidden = !shown;
  panel.place.hidden = shown;
  if (shown) panel.numbers.focus();
};

const heard = (word) => {
  if (word === 'ready') say();
  if (word === 'silent') {
    frame.remove();
    frame = undefined;
    say(texts.unreachable, true);
  }
  if (word === 'escape') escape();
  if (word === 'leave') leave();
};

const load = () => {
  if (frame) return;
  if (!allowed) {
    warnNotAllowed();
    return say(texts.notAllowed);
  }
  say(texts.loading);
  frame = openFrame(settings, panel.place, heard);
};

const show = () => {
  if (panel.dialog.open) return;
  if (small.matches) panel.dialog.showModal();
  else panel.dialog.show();
  open.setAttribute('aria-expanded', 'true');
  note?.remove();
  panel.heading.focus();
  load();
};

const hide = () => {
  if (panel.dialog.open) panel.dialog.close();
};

/** Also where the browser closes it by itself. */
const closed = () => {
  open.setAttribute('aria-expanded', 'false');
  open.focus();
};

const leave = () => leavePage(settings.leaveTo, frame);
const count = countEscapes(leave);

/** The first one closes the panel; more of them, soon after, leave the page. */
const escape = () => {
  count();
  hide();
};
let opened = false;
const watchEscape = (event) => {
  if (event.key === 'Escape' && opened && !event.defaultPrevented) escape();
};

const help = () => {
  if (!frame?.ready) return showNumbers(true);
  frame.say('help');
  frame.focus();
};

const draw = () => {
  const host = element('div', { lang: settings.language });
  const root = host.attachShadow({ mode: 'open' });
  // Unlike a style element this needs no leave of the page's own policy.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  root.adoptedStyleSheets = [sheet];
  const resting = element('div', { class: 'resting' }, ...(note ? [note] : []), open);
  const corner = element('div', { class: `corner ${side}` }, resting, panel.dialog);
  corner.style.setProperty('--ground', colour.ground);
  corner.style.setProperty('--words', colour.words);
  root.append(corner);
  document.body.append(host);
};

open.addEventListener('click', () => {
  opened = true;
  if (panel.dialog.open) hide();
  else show();
});
panel.close.addEventListener('click', hide);
panel.leave.addEventListener('click', leave);
panel.help.addEventListener('click', help);
panel.back.addEventListener('click', () => {
  showNumbers(false);
  panel.heading.focus();
});
panel.again.addEventListener('click', load);
// Closing is ours to do: focus goes back to the button, and the key is counted where it was pressed.
panel.dialog.addEventListener('cancel', (event) => event.preventDefault());
panel.dialog.addEventListener('close', closed);
document.addEventListener('keydown', watchEscape);
addEventListener('online', () => panel.dialog.open && load());
draw();

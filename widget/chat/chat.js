// The chat in the visitor's browser, from its start to its end. The page and its numbers work without it.
import { connect, disconnect, sendWaiting, takeWaiting } from './connect.js';
import { countEscapes } from './escape.js';
import { askForHelp } from './help.js';
import { say, tellMinorNews, tellNews } from './notice.js';
import { watchReach } from './reach.js';
import { begun, Busy, domainOf, forget, renewed, store, stored } from './session.js';
import { hearPanel, inPanel, replacePage, tellPanel } from './surroundings.js';
import { chatOfOtherTab, followTabs, gone, take } from './tabs.js';
import { loadWebChat, show } from './view.js';
import { watchMessages } from './watch-messages.js';

const data = JSON.parse(document.getElementById('page-data').textContent);
const { texts, news, labels, help, language, webChat, leaveTo } = data;
const { nonce } = document.querySelector('script[nonce]');
const newChat = document.getElementById('new-chat');
const renewEvery = 10 * 60_000;
const checkEvery = 30_000;
/** Those behind one network, who were turned away together, come back one after another within this time. */
const spread = 3_000;

/** The chat that is shown: its Direct Line, its token, when that was last renewed, and Web Chat's store. */
let open;
/** Another tab shows the chat: this one waits. */
let elsewhere = false;
/** Counts what was begun, so that of two beginnings the later one counts. */
let begins = 0;

const tryAgain = { label: labels.tryAgain, act: () => begin() };
const useHere = { label: labels.useHere, act: () => begin() };

const reach = watchReach({
  lost: () => say(navigator.onLine ? texts.unreachable : texts.offline),
  back: () => {
    say();
    tellMinorNews(news.back);
    if (open) return void freshen();
    if (!elsewhere) void begin();
  },
});

/** The chat of before the reload, or of another tab, or a new one. */
const findSession = async () => {
  const kept = stored() ?? (await chatOfOtherTab());
  const session = kept ? await renewed(kept) : await begun();
  return { session, kept, same: kept?.conversationId === session.conversationId };
};

const start = async (current) => {
  const [{ session, kept, same }] = await Promise.all([findSession(), loadWebChat(webChat, nonce)]);
  if (current !== begins) return;
  store(session);
  take(session);
  draw(session, same);
  newChat.hidden = false;
  if (kept && !same) tellNews(texts.closed);
};

const draw = (session, same) => {
  const { token, conversationId } = session;
  const directLine = connect(
    {
      domain: domainOf(session),
      token,
      conversationStartProperties: { locale: language },
      ...(same ? { conversationId } : {}),
    },
    reach.doubt,
  );
  const lost = same ? '' : takeWaiting();
  const watch = watchMessages({ current: () => open?.directLine === directLine, texts });
  open = { directLine, session, renewedAt: Date.now() };
  directLine.connectionStatus$.subscribe((status) => follow(directLine, status));
  open.store = show(document.getElementById('chat'), { directLine, language, nonce, watch });
  if (lost) open.store.dispatch({ type: 'WEB_CHAT/SET_SEND_BOX', payload: { text: lost } });
  else sendWaiting(directLine);
};

/** The statuses of Direct Line: 3 expired, 4 failed, 5 ended. */
const follow = (directLine, status) => {
  if (open?.directLine !== directLine) return;
  if (status === 3 || status === 5) void begin();
  if (status === 4) {
    close();
    reach.doubt();
  }
};

const close = () => {
  const before = open;
  open = undefined;
  if (before) disconnect(before.directLine);
};

const begin = async () => {
  const current = (begins += 1);
  elsewhere = false;
  close();
  if (!reach.down) say();
  try {
    await start(current);
  } catch (error) {
    if (current !== begins) return;
    if (error instanceof Busy) comeBack(current, error.wait);
    else if (error.message === 'cannotLoad') say(texts.cannotLoad, tryAgain);
    else reach.doubt();
  }
};

const comeBack = (current, seconds) => {
  say(texts.busy, tryAgain);
  setTimeout(() => current === begins && void begin(), seconds * 1_000 + Math.random() * spread);
};

/** A token that is too old makes a new beginning, with the same chat where the service still knows it. */
const freshen = async () => {
  if (!open || Date.now() - open.renewedAt < renewEvery) return;
  const was = open;
  try {
    const session = await renewed(was.session);
    if (open !== was) return;
    if (session.conversationId !== was.session.conversationId) return void begin();
    store(session);
    Object.assign(open, { session, renewedAt: Date.now() });
    open.directLine.token = session.token;
  } catch {
    reach.doubt();
  }
};

/** Also after a sleep, when timers have stood still. */
const check = () => {
  if (elsewhere && !document.hidden) return void begin();
  if (open && !document.hidden) void reach.check();
  void freshen();
};

const yieldTo = () => {
  if (elsewhere) return;
  elsewhere = true;
  begins += 1;
  close();
  say(texts.elsewhere, useHere);
};

/** Forgets the chat here at once; resolves to whether the service has done so too. */
const clear = () => {
  const session = open?.session ?? stored();
  store(undefined);
  gone();
  takeWaiting();
  close();
  return session ? forget(session) : Promise.resolve(true);
};

const startAnew = async () => {
  const everywhere = await clear();
  await begin();
  tellNews(everywhere ? news.cleared : news.clearedHere);
  document.getElementById('chat').focus();
};

const leave = () => {
  if (inPanel) return tellPanel('leave');
  void clear();
  replacePage(leaveTo);
};

const sendHelp = () => {
  open?.store.dispatch({
    type: 'WEB_CHAT/SEND_MESSAGE_BACK',
    payload: { value: { choice: help.choice }, text: help.words, displayText: help.words },
  });
  return open !== undefined && !reach.down;
};

const countEscape = countEscapes(leave);
addEventListener(
  'keydown',
  ({ key }) => {
    if (key !== 'Escape') return;
    if (inPanel) tellPanel('escape');
    else countEscape();
  },
  { capture: true },
);
document.getElementById('need-help').addEventListener('click', () => askForHelp(sendHelp));
document.getElementById('leave').addEventListener('click', leave);
newChat.addEventListener('click', () => void startAnew());
document.addEventListener('visibilitychange', check);
setInterval(check, checkEvery);
hearPanel({ help: () => askForHelp(sendHelp), leave: () => void clear() });
followTabs({ session: () => open?.session, taken: yieldTo, gone: () => (store(undefined), yieldTo()) });
// From here on help and the way out are this script's, no longer those of early.js.
document.documentElement.dataset.chat = 'here';
tellPanel('ready');
await begin();

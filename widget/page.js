// Starts the chat in the visitor's browser. The page and its emergency numbers work without it.
import { begun, forget, renewed, store, stored } from './session.js';
import { connect, loadWebChat, show } from './view.js';

const { texts, language, webChat } = JSON.parse(document.getElementById('page-data').textContent);
const { nonce } = document.querySelector('script[nonce]');
const notice = document.getElementById('notice');
const newChat = document.getElementById('new-chat');
const longestText = 8_000;
const renewEvery = 10 * 60_000;
const checkEvery = 30_000;

/** The chat that is open: its Direct Line, its token, and when that was last renewed. */
let open;
/** What was written and has not arrived: it must not be lost when the chat has to begin anew. */
let unsent = '';

/** What "try again" does. */
let retry;

const say = (text, again) => {
  retry = again;
  notice.hidden = text === undefined;
  notice.querySelector('p').textContent = text ?? '';
  notice.querySelector('button').hidden = again === undefined;
};

/** Says what goes wrong with a message; one that is too long goes back to where it was written. */
const watchMessages =
  ({ dispatch }) =>
  (next) =>
  (action) => {
    if (action.type === 'WEB_CHAT/SEND_MESSAGE' && action.payload.text.length > longestText) {
      say(texts.tooLong);
      // Web Chat empties the box after this.
      setTimeout(() => dispatch({ type: 'WEB_CHAT/SET_SEND_BOX', payload: action.payload }));
      return undefined;
    }
    if (action.type === 'DIRECT_LINE/POST_ACTIVITY') {
      say();
      unsent = action.payload.activity.text ?? '';
    }
    if (action.type === 'DIRECT_LINE/POST_ACTIVITY_FULFILLED') unsent = '';
    if (action.type === 'DIRECT_LINE/POST_ACTIVITY_REJECTED') say(texts.unreachable);
    return next(action);
  };

/** Opens the chat of before the reload, or a new one. */
const start = async () => {
  const kept = stored();
  const [again] = await Promise.all([kept ? renewed(kept) : undefined, loadWebChat(webChat, nonce)]);
  const session = again ?? (await begun());
  store(session);
  const domain = `${location.origin}/v3/directline`;
  const { token, conversationId } = session;
  const conversationStartProperties = { locale: language };
  const directLine = connect({
    domain,
    token,
    conversationStartProperties,
    ...(again ? { conversationId } : {}),
  });
  open = { directLine, session, renewedAt: Date.now() };
  directLine.connectionStatus$.subscribe((status) => follow(directLine, status));
  show(document.getElementById('chat'), { directLine, language, nonce, watch: watchMessages, text: unsent });
  newChat.hidden = false;
};

/** The statuses of Direct Line: 3 expired, 4 failed, 5 ended. */
const follow = (directLine, status) => {
  if (open?.directLine !== directLine) return;
  if (status === 3 || status === 5) void restart(texts.closed);
  if (status === 4) say(texts.unreachable, () => restart());
};

const restart = async (text) => {
  const before = open;
  open = undefined;
  store(undefined);
  before?.directLine.end();
  await begin();
  if (open && text) say(text);
};

const begin = async () => {
  say();
  try {
    await start();
  } catch (error) {
    say(texts[error.message] ?? texts.unreachable, begin);
  }
};

/** Keeps the token fresh, also while nobody looks, and says when the service can't be reached. */
const check = async () => {
  if (open === undefined) return;
  const { session, renewedAt } = open;
  try {
    if (Date.now() - renewedAt > renewEvery) await renew(session);
    else if (!document.hidden) await fetch('/healthz', { cache: 'no-store' });
    if (notice.querySelector('p').textContent === texts.unreachable) say();
  } catch {
    say(texts.unreachable);
  }
};

const renew = async (session) => {
  const next = await renewed(session);
  if (next === undefined) return restart(texts.closed);
  store(next);
  open = { ...open, session: next, renewedAt: Date.now() };
};

const clear = async () => {
  if (open) await forget(open.session).catch(() => undefined);
  unsent = '';
  await restart();
};

notice.querySelector('button').addEventListener('click', () => void retry?.());
newChat.addEventListener('click', () => void clear());
document.addEventListener('visibilitychange', () => void check());
for (const change of ['offline', 'online']) addEventListener(change, () => void check());
setInterval(() => void check(), checkEvery);
await begin();

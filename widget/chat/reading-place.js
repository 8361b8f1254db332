// Where in a long chat the visitor's eyes are led: to the start of what is new.

const touches = ['pointerdown', 'keydown', 'wheel', 'touchstart'];
/** So much of a reply counts as its start, in pixels. */
const startHeight = 60;
/** The choices of a reply may come a moment after it, in milliseconds. After that a reader may go where they like. */
const settling = 1_000;

/** Aborted as soon as the visitor moves anything by themselves. */
let held = new AbortController();

/** The first of the replies that nothing was answered to yet, and else what the visitor said last. */
const newest = (place) => {
  const all = [...place.querySelectorAll('.webchat__basic-transcript__activity')];
  const own = all.findLastIndex((each) => each.querySelector('.webchat__bubble--from-user'));
  return { reply: all[own + 1], start: all[own + 1] ?? all.at(-1) };
};

const bringIntoView = (place, start) => {
  const view = place.querySelector('.webchat__basic-transcript__scrollable');
  const { top, bottom } = view.getBoundingClientRect();
  const from = start.getBoundingClientRect().top;
  if (from < top - 1 || from > bottom - startHeight) view.scrollTop += from - top;
};

/** The same for the page around the chat, whose numbers stay above everything where there is room for that. */
const bringIntoPage = (start) => {
  const numbers = document.querySelector('.top');
  const covered = numbers && getComputedStyle(numbers).position === 'sticky' ? numbers.offsetHeight : 0;
  const { top } = start.getBoundingClientRect();
  if (top < covered || top > innerHeight - startHeight) scrollBy({ top: top - covered, behavior: 'instant' });
};

/**
 * Keeps the start of what is said from now on in view for a moment, or until the visitor moves anything. Web Chat by
 * itself shows the end of what a chat begins with, and of a reply whose choices come a moment later; what was neither
 * typed nor chosen it may not show. `page`: where something was just said, the page around the chat follows too.
 */
export const holdAtStart = (place, { page = false } = {}) => {
  held.abort();
  held = new AbortController();
  const mine = held;
  const { signal } = mine;
  const before = newest(place).reply;
  const letGo = () => mine.abort();
  let timer;
  const mend = () => {
    const { reply, start } = newest(place);
    if (start === undefined || start === before) return;
    bringIntoView(place, start);
    if (page && reply) bringIntoPage(reply);
    if (reply) timer ??= setTimeout(letGo, settling);
  };
  // An event of scrolling does not rise, but it can be seen on its way down.
  place.addEventListener('scroll', mend, { capture: true, signal });
  const changes = new MutationObserver(mend);
  changes.observe(place, { childList: true, subtree: true });
  signal.addEventListener('abort', () => changes.disconnect());
  for (const touch of touches) addEventListener(touch, letGo, { signal });
};

// Where in a long chat the visitor's eyes are led: to the start of what is new.

const touches = ['pointerdown', 'keydown', 'wheel', 'touchstart'];
const scrollable = (place) => place.querySelector('.webchat__basic-transcript__scrollable');

/** Aborted as soon as the visitor moves anything by themselves. */
let untouched = new AbortController();

/** The first of the replies that nothing was answered to yet. */
const firstUnanswered = (place) => {
  const all = [...place.querySelectorAll('.webchat__basic-transcript__activity')];
  const own = all.findLastIndex((each) => each.querySelector('.webchat__bubble--from-user'));
  return all[own + 1];
};

/** What a chat begins with, as after a reload, is shown from its start: Web Chat by itself shows the end. */
export const beginAtStart = (place) => {
  untouched.abort();
  untouched = new AbortController();
  const { signal } = untouched;
  const mend = ({ target }) => {
    const first = firstUnanswered(place);
    if (target !== scrollable(place) || first === undefined) return;
    const above = target.getBoundingClientRect().top - first.getBoundingClientRect().top;
    if (above > 1) target.scrollTop -= above;
  };
  // An event of scrolling does not rise, but it can be seen on its way down.
  place.addEventListener('scroll', mend, { capture: true, signal });
  const touched = () => untouched.abort();
  for (const touch of touches) addEventListener(touch, touched, { signal });
};

/** Where what is said next will be followed; Web Chat goes there by itself only for what is typed or chosen. */
export const goToEnd = (place) => {
  untouched.abort();
  const window = scrollable(place);
  if (window) window.scrollTop = window.scrollHeight;
};

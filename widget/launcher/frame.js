// The chat itself: a page of the service in a frame, asked for when the panel is first opened.
import { element } from './element.js';

/** Without a word from the chat for this long it counts as not reachable, in milliseconds. */
const patience = 20_000;

/**
 * Puts the chat's frame into `place`. `heard` takes what the chat says: 'ready', 'escape', 'leave', 'left';
 * and 'silent', where it does not come or the browser shows something else in its place.
 */
export const openFrame = ({ service, language, texts }, place, heard) => {
  const src = `${service}/embed?panel=1&lang=${language}`;
  const frame = element('iframe', { src, title: texts.chat });
  let ready = false;
  const silent = () => {
    if (ready) return;
    clearTimeout(timer);
    heard('silent');
  };
  const timer = setTimeout(silent, patience);
  const take = ({ source, origin, data }) => {
    if (source !== frame.contentWindow || origin !== service || typeof data?.careChat !== 'string') return;
    if (data.careChat === 'ready') {
      ready = true;
      clearTimeout(timer);
    }
    heard(data.careChat);
  };
  addEventListener('message', take);
  // A browser that is refused shows a page of its own, which says nothing; ours speaks before it has loaded.
  frame.addEventListener('load', () => setTimeout(silent, 1_000));
  place.replaceChildren(frame);
  return {
    get ready() {
      return ready;
    },
    focus: () => frame.focus(),
    say: (word) => frame.contentWindow?.postMessage({ careChat: word }, service),
    remove: () => {
      clearTimeout(timer);
      removeEventListener('message', take);
      frame.remove();
    },
  };
};

// Web Chat: how it is loaded and drawn, and how its links work.
import { dark, styleOptions } from './palette.js';
import { holdAtStart } from './reading-place.js';

/** Web Chat makes a dead button of `sms:` and opens an empty tab for `tel:`: both become plain links. */
const renderMarkdown = (...given) => {
  const { body } = new DOMParser().parseFromString(WebChat.renderMarkdown(...given), 'text/html');
  for (const found of body.querySelectorAll('button[value^="sms:"], a[href^="tel:"], a[href^="sms:"]')) {
    const link = document.createElement('a');
    link.className = 'call';
    link.href = found.getAttribute('href') ?? found.value;
    link.textContent = found.textContent;
    found.replaceWith(link);
  }
  // A page of our own has no host in its address, and Web Chat would make a dead button of that too.
  for (const found of body.querySelectorAll('button[value^="/summary/"]')) {
    const link = document.createElement('a');
    link.href = found.value;
    link.target = '_blank';
    link.rel = 'noopener';
    link.textContent = found.textContent;
    found.replaceWith(link);
  }
  // Its sign for outside links is a data: image, which the page's policy forbids; the page has its own.
  for (const image of body.querySelectorAll('a img')) image.remove();
  return body.innerHTML;
};

/** Fetches Web Chat once; it is large, so it comes after the page. */
export const loadWebChat = (address, nonce) =>
  new Promise((resolve, reject) => {
    if (globalThis.WebChat) return resolve();
    if (address === undefined) return reject(new Error('cannotLoad'));
    const script = document.createElement('script');
    script.nonce = nonce;
    script.src = address;
    script.addEventListener('load', () => resolve());
    script.addEventListener('error', () => {
      script.remove();
      reject(new Error('cannotLoad'));
    });
    document.head.append(script);
  });

/** Draws a chat into `frame`, in place of what is there, and gives its store. `watch` sees every action. */
export const show = (frame, { directLine, language, nonce, watch }) => {
  const place = document.createElement('div');
  frame.replaceChildren(place);
  const store = WebChat.createStore({}, watch);
  const draw = () => {
    if (!place.isConnected) return dark.removeEventListener('change', draw);
    const looks = styleOptions();
    WebChat.renderWebChat(
      { directLine, locale: language, nonce, renderMarkdown, store, styleOptions: looks },
      place,
    );
  };
  dark.addEventListener('change', draw);
  holdAtStart(place);
  draw();
  return store;
};

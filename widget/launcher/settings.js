// What the page that embeds the chat asks for in its one line.
import { readable } from './colour.js';

// oxlint-disable-next-line no-console -- the only way to tell whoever builds the page
const warn = (sentence) => console.warn(`widget.js: ${sentence}`);
const spoken = (data, wish) => Object.keys(data.texts).find((each) => wish.toLowerCase().startsWith(each));

/** Only a web address: `javascript:` would run in the page that embeds the chat. */
const webAddress = (wish, usual) => {
  if (wish === undefined) return usual;
  if (/^https?:\/\//i.test(wish) && URL.canParse(wish)) return wish;
  warn(`data-leave "${wish}" is not a web address, so the usual page is used.`);
  return usual;
};

/** Reads the script element's data attributes; what is wrong is named in the console and left out. */
export const readSettings = (script, data) => {
  const { position = '', color, title, lang, greeting, leave } = script.dataset;
  if (lang && spoken(data, lang) === undefined)
    warn(`data-lang "${lang}" is not known, so the page's own language is used.`);
  if (position && !/left|right/.test(position))
    warn(`data-position "${position}" is not left or right, so it is right.`);
  const wishes = [lang ?? '', document.documentElement.lang, ...navigator.languages];
  const language = wishes.map((wish) => spoken(data, wish)).find(Boolean) ?? 'en';
  const texts = data.texts[language];
  return {
    language,
    texts,
    side: position.includes('left') ? 'left' : 'right',
    colour: readable(color, warn),
    title: title?.trim() || texts.title,
    greeting: greeting?.trim() || undefined,
    leaveTo: webAddress(leave, texts.leaveTo),
    service: new URL(script.src).origin,
  };
};

/** Says to whoever built the page that the service does not know their site. */
export const warnNotAllowed = () =>
  warn(`add ${location.origin} to EMBED_ORIGINS of the chat's service, so that the chat can open here.`);

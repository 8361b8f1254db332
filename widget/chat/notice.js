// What the visitor is told about the chat itself, above it: trouble at once, good news when there is a pause.
const notice = document.getElementById('notice');
const news = document.getElementById('news');
const words = notice.querySelector('p');
const button = notice.querySelector('button');
const newsTime = 20_000;

let act;
let timer;

/** Shows trouble, with a button where there is something to do about it; without words it takes it away. */
export const say = (text, again) => {
  act = again?.act;
  // Said again it would be read aloud again.
  if (words.textContent !== (text ?? '')) words.textContent = text ?? '';
  notice.hidden = text === undefined;
  button.hidden = again === undefined;
  button.textContent = again?.label ?? '';
};

/** The trouble that is shown. */
export const said = () => (notice.hidden ? undefined : words.textContent);

/** Good news that is less than what was told just now waits for another time. */
export const tellMinorNews = (text) => news.textContent === '' && tellNews(text);

export const tellNews = (text) => {
  clearTimeout(timer);
  news.textContent = text;
  timer = setTimeout(() => (news.textContent = ''), newsTime);
};

button.addEventListener('click', () => void act?.());

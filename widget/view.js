// Web Chat: how it is loaded, what it looks like, and how its links work.
const styleOptions = {
  accent: '#14566b',
  backgroundColor: '#ffffff',
  primaryFont: 'inherit',
  bubbleBackground: '#eef3f5',
  bubbleBorderColor: '#eef3f5',
  bubbleBorderRadius: 10,
  bubbleTextColor: '#1d2b33',
  bubbleMaxWidth: 560,
  bubbleFromUserBackground: '#14566b',
  bubbleFromUserBorderColor: '#14566b',
  bubbleFromUserBorderRadius: 10,
  bubbleFromUserTextColor: '#ffffff',
  subtle: '#46565f',
  timestampColor: '#46565f',
  hideUploadButton: true,
  markdownRenderHTML: false,
  rootHeight: '100%',
  sendBoxHeight: 56,
  sendBoxButtonColor: '#14566b',
  sendBoxBorderTop: 'solid 1px #c9d5da',
  sendBoxPlaceholderColor: '#46565f',
  // Only stacked buttons can wrap: an option that is cut off can not be chosen well.
  suggestedActionLayout: 'stacked',
  suggestedActionsStackedLayoutButtonTextWrap: true,
  suggestedActionBackgroundColor: '#ffffff',
  suggestedActionBorderColor: '#14566b',
  suggestedActionBorderRadius: 20,
  suggestedActionTextColor: '#14566b',
};

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

/** Direct Line that says at once when a message did not arrive: its own word for that is an id, "retry". */
export const connect = (options) => {
  const directLine = WebChat.createDirectLine(options);
  const post = directLine.postActivity.bind(directLine);
  directLine.postActivity = (activity) =>
    post(activity).map((id) => {
      if (id === 'retry') throw new Error('the message did not arrive');
      return id;
    });
  return directLine;
};

/** Draws a chat into `frame`, in place of what is there. `watch` sees every action; `text` waits to be sent. */
export const show = (frame, { directLine, language, nonce, watch, text }) => {
  const place = document.createElement('div');
  frame.replaceChildren(place);
  const store = WebChat.createStore({}, watch);
  WebChat.renderWebChat({ directLine, locale: language, nonce, renderMarkdown, store, styleOptions }, place);
  if (text !== '') store.dispatch({ type: 'WEB_CHAT/SET_SEND_BOX', payload: { text } });
};

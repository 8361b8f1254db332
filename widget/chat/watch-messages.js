// What Web Chat does with messages, and what the visitor is told of it.
import { helpCame } from './help.js';
import { said, say } from './notice.js';
import { holdAtStart } from './reading-place.js';

const chat = document.getElementById('chat');
const longestText = 8_000;

/** Web Chat's middleware: a message that is too long goes back to where it was written. */
export const watchMessages =
  ({ current, texts }) =>
  ({ dispatch }) =>
  (next) =>
  (action) => {
    const { type, payload } = action;
    if (!current()) return next(action);
    if (type === 'WEB_CHAT/SEND_MESSAGE' && payload.text.length > longestText) {
      say(texts.tooLong);
      // Web Chat empties the box after this.
      setTimeout(() => dispatch({ type: 'WEB_CHAT/SET_SEND_BOX', payload }));
      return undefined;
    }
    if (type === 'DIRECT_LINE/POST_ACTIVITY' && [texts.tooLong, texts.notTaken].includes(said())) say();
    if (type === 'DIRECT_LINE/POST_ACTIVITY' && payload.activity.type === 'message')
      holdAtStart(chat, { page: true });
    if (type === 'DIRECT_LINE/POST_ACTIVITY_REJECTED') say(texts.notTaken);
    if (type === 'DIRECT_LINE/INCOMING_ACTIVITY' && payload.activity.from?.role === 'bot') helpCame();
    return next(action);
  };

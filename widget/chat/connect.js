// Direct Line that loses nothing: what does not arrive is sent again, under the same id, until it does.

/** The library's own waits, 3 to 15 and 20 seconds, are long for somebody in need. In milliseconds. */
const reconnectAfter = 1_000;
const patience = 5_000;
const sendAgainAfter = 2_000;
const online = 2;
const again = new Error('the message did not arrive');

/** What was sent and has not arrived yet, by its id; the service takes each id once. */
const waiting = new Map();
const idOf = ({ channelData }) => channelData?.clientActivityID;

const overdue = new WeakSet();

/** `failed` is called at each try that does not arrive. */
export const connect = (options, failed) => {
  const directLine = globalThis.WebChat.createDirectLine(options);
  Object.assign(directLine, { getRetryDelay: () => reconnectAfter, retries: Number.MAX_SAFE_INTEGER });
  // After a restart the service may count anew, so each new stream brings all: Web Chat knows what it has by its id.
  Object.defineProperty(directLine, 'watermark', { get: () => '0', set() {} });
  directLine.connectionStatus$.subscribe((status) => {
    if (status === online) directLine.timeout = patience;
  });
  const post = directLine.postActivity.bind(directLine);
  directLine.postActivity = (activity) => {
    const id = activity.type === 'message' ? idOf(activity) : undefined;
    if (id !== undefined) waiting.set(id, activity);
    const settled = () => overdue.has(directLine) || waiting.delete(id);
    return post(activity)
      .map((answer) => {
        // The library's own word for "did not arrive" is an id.
        if (answer === 'retry') throw again;
        settled();
        return answer;
      })
      .retryWhen((errors) =>
        errors
          .map((error) => {
            if (error !== again || overdue.has(directLine)) {
              settled();
              throw error;
            }
            failed();
            return error;
          })
          .delay(sendAgainAfter),
      );
  };
  return directLine;
};

/** Ends the connection; what it could not send keeps waiting for the next one. */
export const disconnect = (directLine) => {
  overdue.add(directLine);
  directLine.end();
};

/** Sends what is waiting, once this connection stands. */
export const sendWaiting = (directLine) => {
  const activities = [...waiting.values()];
  directLine.connectionStatus$.subscribe((status) => {
    if (status !== online) return;
    for (const activity of activities.splice(0)) directLine.postActivity(activity).subscribe({ error() {} });
  });
};

/** Takes the words of what is waiting out, as text: they belonged to a chat that is over. */
export const takeWaiting = () => {
  const words = [...waiting.values()].map(({ text }) => text ?? '').filter((text) => text !== '');
  waiting.clear();
  return words.join('\n');
};

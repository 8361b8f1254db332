// One chat, several tabs: a new tab goes on with the chat of one that is open, and only one of them is connected.
const name = 'care-chat';
const patience = 150;

const channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel(name) : undefined;
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- only tabs of this origin hear it
const tell = (word, more = {}) => channel?.postMessage({ word, ...more });

/** The chat of another open tab; undefined where there is none. Nothing is stored that outlives the tabs. */
export const chatOfOtherTab = () =>
  new Promise((resolve) => {
    if (channel === undefined) return resolve(undefined);
    const done = (session) => {
      channel.removeEventListener('message', take);
      resolve(session);
    };
    const take = ({ data }) => data.word === 'here' && done(data.session);
    channel.addEventListener('message', take);
    tell('asks');
    setTimeout(done, patience);
  });

/** This tab shows the chat from now on; the others let go of it. */
export const take = ({ conversationId }) => tell('taken', { conversationId });

/** The chat is gone: no other tab may go on with it. */
export const gone = () => tell('gone');

/** `session` gives this tab's chat; `taken` and `gone` are called when another tab took or ended it. */
export const followTabs = ({ session, taken, gone: ended }) =>
  channel?.addEventListener('message', ({ data }) => {
    const own = session();
    if (data.word === 'asks' && own) tell('here', { session: own });
    if (data.word === 'taken' && own?.conversationId === data.conversationId) taken();
    if (data.word === 'gone') ended();
  });

// The quick way out. It can not unsay what the browser's history or the network has seen.

/** How long the chat has to clear itself before the page is left anyway, in milliseconds. */
const clearingTime = 200;

/** Hides the page at once, lets the chat clear itself, and puts another page in this one's place. */
export const leavePage = (leaveTo, frame) => {
  document.documentElement.style.setProperty('display', 'none', 'important');
  const go = () => location.replace(leaveTo);
  if (!frame?.ready) return go();
  frame.say('leave');
  setTimeout(go, clearingTime);
};

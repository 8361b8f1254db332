// Where the chat stands: on a page of ours, or in the panel that widget.js opens in a page of the clinic's.
const inPanel = document.body.classList.contains('in-panel') && parent !== self;

/** Tells the panel one word; what it does about it is its own. Nothing personal is in it. */
export const tellPanel = (word) => inPanel && parent.postMessage({ careChat: word }, '*');

/** What the panel asks for, by word. */
export const hearPanel = (deeds) =>
  addEventListener('message', ({ source, data }) => {
    if (!inPanel || source !== parent || !Object.hasOwn(deeds, data?.careChat ?? '')) return;
    deeds[data.careChat]();
  });

/** Puts another page in this one's place, without an entry in the list of pages to go back to. */
export const replacePage = (address) => {
  document.documentElement.hidden = true;
  try {
    top.location.replace(address);
  } catch {
    location.replace(address);
  }
};

export { inPanel };

// The visitor's token: where it comes from, and how it outlives a reload of the page.
const storageKey = 'chat';

// A browser that forbids storage still gets a chat, which then ends at a reload.
export const stored = () => {
  try {
    return JSON.parse(sessionStorage.getItem(storageKey) ?? 'null');
  } catch {
    return null;
  }
};
export const store = (session) => {
  try {
    if (session === undefined) sessionStorage.removeItem(storageKey);
    else sessionStorage.setItem(storageKey, JSON.stringify(session));
  } catch {}
};

const ask = async (path, token) => {
  const headers = token === undefined ? {} : { Authorization: `Bearer ${token}` };
  const response = await fetch(path, { method: 'POST', headers, cache: 'no-store' });
  if (response.status === 403) return undefined;
  if (!response.ok) throw new Error(response.status === 429 ? 'busy' : 'unreachable');
  const { conversationId, token: issued } = await response.json();
  return { conversationId, token: issued };
};

/** Undefined once the chat has been closed. */
export const renewed = (session) => ask('/v3/directline/tokens/refresh', session.token);
export const begun = () => ask('/api/directline/token');

/** Deletes the chat's words on the server too. */
export const forget = ({ conversationId, token }) =>
  fetch(`/v3/directline/conversations/${conversationId}`, {
    method: 'DELETE',
    headers: { Authorization: `Bearer ${token}` },
  });

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

const patience = 15_000;
/** How long to wait where the service does not say, in seconds. */
const usualWait = 60;

/** Too many chats were opened from this network; `wait` is when to ask again, in seconds. */
export class Busy extends Error {
  constructor(retryAfter) {
    super('busy');
    this.wait = Number(retryAfter) || usualWait;
  }
}

const ask = async (path, token) => {
  const headers = token === undefined ? {} : { Authorization: `Bearer ${token}` };
  const signal = AbortSignal.timeout(patience);
  const response = await fetch(path, { method: 'POST', headers, cache: 'no-store', signal });
  if (response.status === 403) return undefined;
  if (response.status === 429) throw new Busy(response.headers.get('Retry-After'));
  if (!response.ok) throw new Error('unreachable');
  const { conversationId, token: issued, domain } = await response.json();
  return { conversationId, token: issued, domain };
};

/** Where a chat's Direct Line is: ours, unless the token route named another, such as Azure's. */
export const domainOf = ({ domain }) => domain ?? `${location.origin}/v3/directline`;

const refreshed = async (session) => {
  const next = await ask(`${domainOf(session)}/tokens/refresh`, session.token);
  return next && { ...next, domain: session.domain };
};

export const begun = () => ask('/api/directline/token');

/**
 * A fresh token for the chat of before. One that is too old to be refreshed is shown to the page's own token
 * route, which may know the chat by it; else what comes is a new chat, with another `conversationId`.
 */
export const renewed = async (session) =>
  (await refreshed(session)) ?? (await ask('/api/directline/token', session.token)) ?? begun();

/** Deletes the chat's words on the server, also while the page is being left. Resolves to whether that was done. */
export const forget = async (session) => {
  const { conversationId, token } = session;
  try {
    const { ok } = await fetch(`${domainOf(session)}/conversations/${conversationId}`, {
      method: 'DELETE',
      headers: { Authorization: `Bearer ${token}` },
      keepalive: true,
    });
    return ok;
  } catch {
    return false;
  }
};

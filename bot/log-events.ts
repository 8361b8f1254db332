export interface LogEvent {
  /** `silent`: only counted, as whoever asks could else fill the log. */
  readonly level: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  /** What happened: the line's `msg`. */
  readonly says: string;
  /** What an operator is to do; nothing where it is no trouble. */
  readonly mend?: string;
}

/**
 * Every line that the service can log, by the name that it carries as `event`. Names are kept: alerts go by them.
 * The table in docs/operations.md is made from this list.
 */
export const logEvents = {
  ready: { level: 'info', says: 'ready: the service can serve at this address' },
  stopped: { level: 'info', says: 'stopped' },
  taken: { level: 'debug', says: 'a message was taken to its end' },
  expired: { level: 'info', says: 'expired conversations removed' },
  'clinic-knowledge': { level: 'info', says: 'the answers of KNOWLEDGE_DIR are in use' },
  'clinic-knowledge-learned': {
    level: 'info',
    says: 'the questions of KNOWLEDGE_DIR were new or changed, and have been learned',
  },
  'clinic-knowledge-unkept': {
    level: 'info',
    says: 'the questions of KNOWLEDGE_DIR have been learned, and each start will learn them again',
    mend: 'let the service write to `dist/knowledge/data`, if the longer start matters',
  },
  'crisis-unsent': {
    level: 'error',
    says: 'a crisis reply did not reach the channel',
    mend: 'see the `send-…` or `sign-in` line before it; the message that follows gets the help again',
  },
  'sign-in': {
    level: 'error',
    says: 'no reply can be sent: check MicrosoftAppId, MicrosoftAppPassword and MicrosoftAppTenantId',
    mend: 'put in the right ones, or a new password, and restart',
  },
  'send-not-taken': {
    level: 'error',
    says: 'a connector did not take a reply',
    mend: 'nothing, if it was short: the next message brings the reply. Else look at the status of the Bot Framework',
  },
  'send-unknown': {
    level: 'error',
    says: 'a connector said nothing to a reply, which may have arrived',
    mend: 'as with `send-not-taken`',
  },
  'send-rejected': {
    level: 'error',
    says: 'a connector will not take this reply',
    mend: 'with `status` 403 the bot was blocked or removed there; any other one is a fault of ours: report it',
  },
  'card-update': {
    level: 'warn',
    says: 'an answered card kept its buttons',
    mend: 'nothing: pressed later, it says that it is an old one',
  },
  'signing-keys': {
    level: 'error',
    says: "the Bot Framework's signing keys can not be fetched",
    mend: 'let the service reach `login.botframework.com`; keys that it has go on working',
  },
  refused: {
    level: 'warn',
    says: 'requests are refused: they are not from a channel that is known, by `code`',
    mend: 'nothing, if it is noise from outside; if a channel is not heard, `code` says why. At most one line a minute',
  },
  'storage-away': {
    level: 'warn',
    says: 'the store does not answer yet: until it does, nothing is remembered',
    mend: 'look at the store; `error` says what it lacks',
  },
  'storage-load': {
    level: 'error',
    says: 'the store did not give a conversation: the turn goes on with what the process knows',
    mend: 'look at the store; `error` says what it lacks',
  },
  'storage-save': {
    level: 'error',
    says: 'the store did not take a conversation: the process holds it for up to an hour',
    mend: 'look at the store, and do not restart the service meanwhile',
  },
  'storage-unreadable': {
    level: 'error',
    says: 'a stored conversation can not be read, and begins anew',
    mend: 'one: nothing. Many: a restore or another program damaged the store',
  },
  sweep: {
    level: 'warn',
    says: 'expired conversations could not be removed: the next try is in an hour',
    mend: 'look at the store, if it comes again',
  },
  'chat-log': {
    level: 'warn',
    says: 'chats of the website are not stored for now',
    mend: 'look at the store; they are stored once it is back',
  },
  'signing-key': {
    level: 'warn',
    says: 'open chats will not outlive a restart: the store did not take the key',
    mend: 'set DIRECT_LINE_KEY, or mend the store and restart',
  },
  'direct-line': {
    level: 'error',
    says: 'a Direct Line call met a fault',
    mend: 'a fault of ours: report it with the line',
  },
  'direct-line-turn': {
    level: 'error',
    says: 'the bot met a fault on a message of the website',
    mend: 'a fault of ours: report it with the line',
  },
  'azure-token': {
    level: 'error',
    says: 'Azure gave no Direct Line token: check DIRECT_LINE_SECRET',
    mend: 'put in the secret of the Direct Line channel, and restart; with `status` 429 wait',
  },
  turn: {
    level: 'error',
    says: 'a turn met a fault: the person reads an apology with the emergency number',
    mend: 'a fault of ours: report it with the line',
  },
  send: {
    level: 'error',
    says: 'replies met a fault on their way out: they are given with the next message',
    mend: 'a fault of ours: report it with the line',
  },
  request: {
    level: 'error',
    says: 'a request met a fault',
    mend: 'a fault of ours: report it with the line',
  },
  knowledge: {
    level: 'error',
    says: 'a file of the build can not be read: danger is answered, other questions less well or not at all',
    mend: 'do as `error` says: build again, or deploy the image again',
  },
  webchat: {
    level: 'warn',
    says: 'the page has no chat: build again to fetch Web Chat',
    mend: 'build again where npm can be reached',
  },
  launcher: {
    level: 'warn',
    says: 'other sites can not embed the chat: build again',
    mend: 'build again',
  },
  unanswered: {
    level: 'warn',
    says: 'questions can not be kept; said once',
    mend: 'let the service write to `data/`',
  },
  'not-ready': {
    level: 'silent',
    says: '`/readyz` answered 503: the store does not answer',
    mend: 'look at the store',
  },
  'unhandled-rejection': {
    level: 'error',
    says: 'a promise failed and nobody waited for it',
    mend: 'a fault of ours: report it with its `place`. The service goes on',
  },
  'uncaught-exception': {
    level: 'error',
    says: 'nothing is certain after this fault: the process stops',
    mend: 'a fault of ours: report it with its `place`; see that something starts the service again',
  },
} as const satisfies Readonly<Record<string, LogEvent>>;

export type LogEventName = keyof typeof logEvents;

export const logEventNames = Object.keys(logEvents) as readonly LogEventName[];

/** Whether something went wrong: then it is counted in `bot_faults_total`, under its name. */
export const isFault = (event: LogEventName): boolean => {
  const { level } = logEvents[event];
  return level !== 'debug' && level !== 'info';
};

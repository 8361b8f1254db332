import { z } from 'zod';

const text = z.string().trim().min(1);

/** What the website's pages say around their content. `{clinic}` and `{phone}` are filled in by the page. */
export const pageTexts = z.strictObject({
  title: text,
  /** The link to the page in the other language, in that language. */
  otherLanguage: text,
  /** The link to the content, for those who use a keyboard. */
  skip: text,
  /** Names the menu for those who do not see it. */
  menu: text,
  /** The pages as the menu names them. */
  pages: z.strictObject({ chat: text, safety: text, method: text, privacy: text }),
  /** Above the list of what a long page holds. */
  contents: text,
  /** On every page, at its end. */
  automated: text,
  /** What it is and what it is not; one paragraph each. */
  about: z.array(text).min(1),
  does: z.strictObject({ title: text, lines: z.array(text).min(1) }),
  isNot: z.strictObject({ title: text, lines: z.array(text).min(1) }),
  /** What each of the other pages tells. */
  more: z.strictObject({ title: text, safety: text, method: text, privacy: text }),
  /** How long what was written is kept. */
  privacy: text,
  /** Stands before the numbers to call. */
  danger: text,
  /** Names the chat for those who do not see it. */
  chat: text,
  /** Also what stays where scripts fail. */
  loading: text,
  person: z.strictObject({ withPhone: text, withoutPhone: text, hours: text, web: text }),
  /** What is said when something is in the way; the numbers to call stand above all of them. */
  trouble: z.strictObject({
    cannotLoad: text,
    unreachable: text,
    busy: text,
    tooLong: text,
    /** Too many messages in a minute: this one was not taken. */
    notTaken: text,
    /** The browser has no network. */
    offline: text,
    /** Another tab of the browser shows the chat. */
    elsewhere: text,
    /** The token had expired, or the service was started anew; a new chat has begun. */
    closed: text,
  }),
  /** What is said when all is well again. */
  news: z.strictObject({ back: text, cleared: text, clearedHere: text }),
  tryAgain: text,
  useHere: text,
  newChat: text,
  /** The control for those in danger: `button` is also what is said in the chat when it is pressed. */
  help: z.strictObject({ button: text, title: text, lines: z.array(text).min(1), back: text }),
  /** The quick way out: `to` is the page that takes this one's place. */
  leave: z.strictObject({ button: text, hint: text, to: z.url({ protocol: /^https$/ }) }),
  /** The chat in another site's page. */
  embed: z.strictObject({
    /** Stands on the button that opens the chat, unless the site names another. */
    title: text,
    close: text,
    loading: text,
    unreachable: text,
    /** The site is not one of EMBED_ORIGINS. */
    notAllowed: text,
    hideGreeting: text,
    /** Under the chat, in few words. */
    automated: text,
  }),
});
export type PageTexts = z.infer<typeof pageTexts>;

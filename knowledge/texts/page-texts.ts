import { z } from 'zod';

const text = z.string().trim().min(1);

/** What the website's page says around the chat. `{clinic}` and `{phone}` are filled in by the page. */
export const pageTexts = z.strictObject({
  title: text,
  /** The link to the page in the other language, in that language. */
  otherLanguage: text,
  /** What it is and what it is not; one paragraph each. */
  about: z.array(text).min(1),
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
    /** The token had expired, or the service was started anew; a new chat has begun. */
    closed: text,
  }),
  tryAgain: text,
  newChat: text,
});
export type PageTexts = z.infer<typeof pageTexts>;

import { z } from 'zod';

const text = z.string().trim().min(1);

/** Where memory is kept, as far as a reader needs to know. */
export const storageKinds = ['memory', 'file', 'database', 'cloud'] as const;
export type StorageKind = (typeof storageKinds)[number];

/** Whether questions without an answer are kept: KEEP_UNANSWERED. */
const keepings = ['off', 'scrubbed'] as const;

/** The public page on what is kept. `{clinic}`, `{days}` ("30 days") and `{hours}` are filled in. */
export const privacyTexts = z.strictObject({
  title: text,
  intro: text,
  /** In order; a line `{where}` stands for one of `where`, by the store, and `{chat}` for one of `chat`. */
  sections: z.array(z.strictObject({ title: text, lines: z.array(text).min(1) })).min(1),
  /** What `{learning}` and `{words}` stand for. */
  learning: z.record(z.enum(keepings), text),
  words: z.record(z.enum(keepings), text),
  /** What becomes of the website's chat: by our own Direct Line, or Azure's. */
  chat: z.record(z.enum(['own', 'azure']), z.array(text).min(1)),
  where: z.record(z.enum(storageKinds), text),
});
export type PrivacyTexts = z.infer<typeof privacyTexts>;

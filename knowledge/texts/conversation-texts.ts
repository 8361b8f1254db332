import { z } from 'zod';

const text = z.string().trim().min(1);

/** What the bot says around answers, screening and crisis. `{name}` places are filled in by the dialogs. */
export const conversationTexts = z.strictObject({
  welcome: z.strictObject({
    /** Says what this is and is not; the first words of every conversation. */
    hello: text,
    /** The same in few words, before the first answer where a channel can't greet on arrival. */
    notice: text,
    /** A group or channel was joined: what is and is not talked about there. */
    shared: text,
    choices: z.strictObject({ screening: text, question: text, human: text }),
  }),
  answers: z.strictObject({
    /** An honest no. */
    unknown: text,
    didYouMean: text,
    noneOfThese: text,
    /** After "none of these". */
    askAnother: text,
    /** Where answers come from. */
    source: text,
    /** SMS: how to read on. */
    more: text,
    noMore: text,
    attachment: text,
  }),
  human: z.strictObject({ withPhone: text, withoutPhone: text, hours: text, web: text, locator: text }),
  commands: z.strictObject({
    deleted: text,
    restarted: text,
    stopped: text,
    nothingToStop: text,
    privateOnly: text,
  }),
  trouble: z.strictObject({
    /** The store does not answer: what the bot can't do for now. */
    memoryLost: text,
    /** Something failed: it says so, and whom to call in danger. */
    failed: text,
  }),
});

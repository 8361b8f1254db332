import { z } from 'zod';
import { countries } from '../helplines/country.ts';

const text = z.string().trim().min(1);
/** Said by turns, so that the same words never come twice running. */
const byTurns = z.array(text).min(2);

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
    unknown: byTurns,
    /** Before topics that may be near to what was asked. */
    near: text,
    /** Before the list of topics, where answers failed more than once. */
    list: text,
    didYouMean: byTurns,
    noneOfThese: text,
    /** After "none of these". */
    noneFits: byTurns,
    /** SMS: how to read on. */
    more: text,
  }),
  human: z.strictObject({
    withPhone: text,
    withoutPhone: text,
    hours: text,
    web: text,
    /** Where to look for care nearby, in the countries that have such a place. */
    finder: z.partialRecord(z.enum(countries), text),
  }),
  commands: z.strictObject({
    deleted: text,
    restarted: text,
    stopped: text,
    privateOnly: text,
  }),
  trouble: z.strictObject({
    /** The store does not answer: what the bot can't do for now. */
    memoryLost: text,
    /** The store does not answer, so what it has could not be deleted. */
    notDeleted: text,
    /** The answers could not be read at start: only buttons and danger are understood. */
    answersAway: text,
    /** Something failed: it says so, and whom to call in danger. */
    failed: text,
  }),
});

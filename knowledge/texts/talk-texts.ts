import { z } from 'zod';

const text = z.string().trim().min(1);
/** Said by turns, so that the same words never come twice running. */
const byTurns = z.array(text).min(2);
/** How people say it: whole messages, as plain words. */
const phrases = z.array(text).min(1);

/** Small talk: what is said besides answers, screening and crisis, and the words in which people ask for it. */
export const talkTexts = z.strictObject({
  said: z.strictObject({
    /** From the second time on; the first time the entry of the knowledge base answers. */
    greeting: byTurns,
    thanks: byTurns,
    goodbye: byTurns,
    human: byTurns,
    stop: byTurns,
    /** A number where there is no list. */
    number: byTurns,
    ok: byTurns,
    yes: byTurns,
    no: byTurns,
    laugh: byTurns,
    /** Emoji alone: sad ones, and all others. */
    sad: byTurns,
    emoji: byTurns,
    /** No words at all. */
    empty: byTurns,
    /** A picture or file. */
    attachment: byTurns,
    insult: byTurns,
    /** So much text that no one question stands out. */
    long: byTurns,
    /** "More" where there is no more, and where nothing was answered yet. */
    noMore: byTurns,
    moreOfWhat: byTurns,
    /** The person asked for this language. */
    language: byTurns,
    helped: byTurns,
    notHelped: byTurns,
  }),
  /** Before a short form that was just given in full, in at most 30 characters. */
  again: z.array(text.max(30)).min(2),
  /** Where answers come from; `{titles}` are their questions. */
  source: z.strictObject({
    /** Without an answer before, and when asked twice. */
    general: byTurns,
    article: text,
    nami: text,
    review: text,
    /** Answers beyond the article: wholly, or in part. */
    beyond: text,
    partly: text,
    /** What the service says of itself. */
    service: text,
    /** The clinic's own answers, and what they rest on. */
    clinic: text,
    closing: text,
  }),
  /** "Did this help?", as two choices. */
  feedback: z.strictObject({ yes: text.max(60), no: text.max(60) }),
  heard: z.strictObject({
    more: phrases,
    source: phrases,
    none: phrases,
    helped: phrases,
    notHelped: phrases,
    ok: phrases,
    yes: phrases,
    no: phrases,
    laugh: phrases,
    /** The last answer was not understood. */
    unclear: phrases,
    /** Asks to go on in this language. */
    language: phrases,
    /** Words that change nothing before or after another phrase. */
    fillers: phrases,
    /** Words that only make others stronger. */
    intensifiers: phrases,
    /** Single words that scold, words for the bot, and words that make it the person's own matter. */
    insults: phrases,
    bot: phrases,
    own: phrases,
    /** Whole messages that scold without any of these. */
    scolding: phrases,
  }),
});
export type TalkTexts = z.infer<typeof talkTexts>;

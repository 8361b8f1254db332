import { z } from 'zod';
import { riskCategories } from '../risk/verdict.ts';
import { barrierKinds } from './barrier-kinds.ts';

const text = z.string().trim().min(1);

/** The first time, the second time, and later; the last two take turns from then on. */
const thrice = <T extends z.ZodType>(each: T) => z.tuple([each, each, each]);

/** `lead` names the help, `act` what to do besides. */
const wording = z.strictObject({ lead: text, act: text });
export type Wording = z.infer<typeof wording>;

const everyCategory = z.record(z.enum(riskCategories), thrice(wording));
/** What is said further down, by whether the crisis line or the emergency number stands first. */
const rest = z.strictObject({ line: thrice(z.array(text)), emergency: thrice(z.array(text)) });
const tier = z.strictObject({ categories: everyCategory, rest, bot: thrice(text) });

const word = z.string().regex(/^[a-z0-9 ]+$/);

/** `a|b & c d|e`: one of each group must stand in the message, in any order. */
const barrier = z.strictObject({ heard: z.array(z.string().regex(/^[a-z0-9 |&]+$/)), say: text });

/**
 * All that is said to someone in danger. Places: {emergency}, {reach}, {text}, {poison}, {abuse}, {child}
 * come from the helplines of the country; {question} is one of `questions`.
 */
export const crisisTexts = z.strictObject({
  immediate: tier,
  /** The same where another person is in danger: it speaks to the one who helps. */
  'immediate-other': tier,
  concern: tier,
  'third-party': tier,
  /** How the lines for poison, abuse and children are named where a country has none of its own. */
  instead: z.strictObject({ poison: text, abuse: text, child: text, body: text }),
  questions: z.strictObject({
    thoughts: thrice(text),
    plan: thrice(text),
    means: thrice(text),
    danger: thrice(text),
    company: thrice(text),
    /** The same about another person. */
    theirCompany: thrice(text),
  }),
  /** Answers to "Is someone with you?". */
  company: z.strictObject({ yes: wording, no: wording }),
  /** The same where something was taken, or the body is in danger. */
  companyOfBody: z.strictObject({ yes: wording, no: wording }),
  companyOfOther: z.strictObject({ yes: wording, no: wording }),
  /** The lines of the country where the person says they are, after others were named. */
  elsewhere: wording,
  /** After a "no" to a direct question. */
  cleared: z.array(text).min(2),
  /** After "just kidding" and the like; the help stays in sight. */
  takenBack: z.array(text).min(2),
  /** The question was passed over: it is asked once more. */
  again: text,
  /** Stands before what is said to a barrier where minutes count. */
  bodyFirst: text,
  /** What stands between a person and the help: how it is said, and what is said to it; the first that fits counts. */
  barriers: z.record(z.enum(barrierKinds), barrier),
  /** Not understood, after a danger. */
  stay: z.array(text).min(2),
  /** One line beside other answers, once in a while. */
  stillThere: z.array(text).min(2),
  askAway: text,
  choices: z.strictObject({ yes: text, sometimes: text, no: text, ask: text, steps: text }),
  /** How people answer, in lower case without accents and punctuation; a whole message must be one of these. */
  heard: z.strictObject({
    yes: z.array(word),
    unsure: z.array(word),
    no: z.array(word),
    takenBack: z.array(word),
    /** After "just kidding": it was no joke. */
    meant: z.array(word),
    /** "My mom is here", "nobody": answers to whether someone is there. */
    together: z.array(word),
    alone: z.array(word),
    /** Words around an answer that do not change it. */
    filler: z.array(word),
    /** First words of a longer answer. */
    startsYes: z.array(word),
    startsNo: z.array(word),
    /** "no" is an answer of its own before a comma or these; else it negates what follows ("no reason to go on"). */
    noThen: z.array(word),
    /** After a "no" these mean that more is coming. */
    but: z.array(word),
  }),
  /** The published protocol: what the service does in a crisis, in plain words. */
  protocol: z.strictObject({
    title: text,
    sections: z.array(z.strictObject({ title: text, lines: z.array(text).min(1) })),
    firstReply: text,
    tiers: z.strictObject({ immediate: text, concern: text, 'third-party': text }),
    contacts: z.strictObject({ title: text, row: text, checked: text }),
  }),
});
export type CrisisTexts = z.infer<typeof crisisTexts>;

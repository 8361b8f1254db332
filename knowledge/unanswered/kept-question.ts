import { z } from 'zod';
import { languages } from '../language/language.ts';

const keptQuestionSchema = z.strictObject({
  /** The day only: a time could be laid beside a log of the channel. */
  day: z.iso.date(),
  language: z.enum(languages),
  /** The topic that came nearest, or `none`. */
  topic: z.string(),
  /** What is left of the question once it was scrubbed. */
  text: z.string(),
});

/** A question that nothing answered, as curators see it. Nothing in it leads to a conversation. */
export type KeptQuestion = z.infer<typeof keptQuestionSchema>;

/** One line of the file; undefined where it was cut short or is of another version. */
export const readKeptQuestion = (line: string): KeptQuestion | undefined => {
  try {
    return keptQuestionSchema.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
};

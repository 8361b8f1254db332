import { z } from 'zod';

export const text = z.string().trim().min(1);

/** One wording for all, or one for the person themself and one for someone who asks for another. */
export const voiced = z.union([text, z.strictObject({ self: text, other: text })]);
export type Voiced = z.infer<typeof voiced>;

export const phrases = z.array(text);

/** The same shape for every key, and no other keys. */
export const each = <K extends string, S extends z.ZodType>(
  keys: readonly K[],
  schema: S,
): z.ZodRecord<z.ZodEnum<{ [key in K]: key }>, S> => z.record(z.enum(keys), schema);

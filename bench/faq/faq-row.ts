import { z } from 'zod';

/** One question of a set. */
export const faqRowSchema = z.looseObject({
  id: z.string().optional(),
  text: z.string(),
  /** Topics that may be answered; empty where nothing may be. */
  accept: z.array(z.string()),
  /** Topics of the answers before it, newest first: what a follow-up goes back to. */
  after: z.array(z.string()).default([]),
  /** `any`: right with one of `accept` among the answers. `all`: right with exactly these. */
  judge: z.enum(['any', 'all']).default('any'),
  kind: z.string().default('all'),
  /** Several are parted by commas. */
  style: z.string().default(''),
});
export type FaqRow = z.infer<typeof faqRowSchema>;

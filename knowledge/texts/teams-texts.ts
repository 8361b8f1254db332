import { z } from 'zod';
import { each } from './text-schemas.ts';

/** Limits are those of Teams: of its app manifest, and of the sources under a message. */
const upTo = (length: number) => z.string().trim().min(1).max(length);

/** What the app offers beside the text field, in the order shown. */
export const teamsCommandIds = ['screening', 'iop', 'php', 'levels', 'human', 'language', 'privacy'] as const;
export type TeamsCommandId = (typeof teamsCommandIds)[number];

/** `article`: what all answers rest on. The others: what the article itself names. */
export const citationIds = ['article', 'nami', 'review'] as const;

/** What only Microsoft Teams shows. `{clinic}`, `{danger}` and `{privacy}` are filled in. */
export const teamsTexts = z.strictObject({
  app: z.strictObject({ name: upTo(30), short: upTo(80), full: upTo(4000) }),
  commands: each(teamsCommandIds, z.strictObject({ title: upTo(32), description: upTo(128) })),
  citations: each(citationIds, z.strictObject({ name: upTo(80), about: upTo(160) })),
});

import { z } from 'zod';
import type { Activity } from 'botbuilder';
import { BadRequest } from './errors.ts';

const account = z.looseObject({ id: z.string().min(1).max(1024) });
/** What is none of its kind is passed over: it must not keep the words beside it from being judged. */
const listOf = <T extends z.ZodType>(item: T) =>
  z
    .array(z.unknown())
    .transform((list) =>
      list.flatMap((each) => {
        const { success, data } = item.safeParse(each);
        return success ? [data] : [];
      }),
    )
    .nullish();
const conversation = account.extend({ isGroup: z.boolean().nullish() });

/** What an activity must have for a turn to make sense; everything else passes through as it came. */
const activitySchema = z.looseObject({
  type: z.string().min(1).max(100),
  channelId: z.string().min(1).max(100),
  id: z.string().max(1024).optional(),
  text: z.string().nullish(),
  from: account,
  recipient: account.optional(),
  conversation,
  serviceUrl: z.string().max(2048).optional(),
  deliveryMode: z.string().optional(),
  locale: z.string().nullish(),
  membersAdded: z.array(account).optional(),
  entities: listOf(z.looseObject({ type: z.string() })),
  attachments: listOf(z.looseObject({ contentType: z.string().optional() })),
});

/** Checks a body of `POST /api/messages`; throws a BadRequest that names the first field at fault. */
export const readActivity = (body: unknown, production: boolean): Activity => {
  const parsed = activitySchema.safeParse(body);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const field = issue?.path.join('.') || 'the body';
    throw new BadRequest(400, `This is not an activity: ${field} is missing or of the wrong form.`);
  }
  if (production && parsed.data.channelId === 'emulator')
    throw new BadRequest(403, 'channelId: the emulator is for development and is refused in production.');
  return { serviceUrl: '', ...parsed.data } as unknown as Activity;
};

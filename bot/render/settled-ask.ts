import type { Activity } from 'botbuilder';
import type { AskReply, Choice } from '../../dialogs/reply.ts';
import { attached } from './card.ts';
import { settledCard } from './choice-rows.ts';

/** What a question's message becomes once it is answered or passed by. */
export const settledAsk = (ask: AskReply, answer: Choice | undefined): Partial<Activity> => ({
  type: 'message',
  summary: ask.text,
  attachments: [attached(settledCard(ask, answer))],
});

import type { Activity } from 'botbuilder';
import type { AskReply, Choice } from '../../dialogs/reply.ts';
import { attached } from './card.ts';
import { pickedCard } from './choice-rows.ts';
import { markdown } from './web-chat.ts';

/** A question that is done with: nothing is left to press, and the answer stands below where one was picked. */
export const settledAsk = (ask: AskReply, answer: Choice | undefined): Partial<Activity> => ({
  type: 'message',
  text: markdown(ask),
  textFormat: 'markdown',
  attachments: answer ? [attached(pickedCard(answer))] : [],
});

import type { Activity } from 'botbuilder';
import type { Reply } from '../../dialogs/reply.ts';
import { toGsm7 } from '../../knowledge/texts/gsm7.ts';
import { bodyText, choicesOf, numbered, paragraphs } from './plain-text.ts';

/** Short forms, choices by number, and blank lines, as a single line break is lost on this channel. */
export const renderSms = (replies: readonly Reply[]): readonly Partial<Activity>[] =>
  replies.map((reply) => ({ type: 'message', text: spaced(smsText(reply)), textFormat: 'plain' }));

const smsText = (reply: Reply): string => {
  switch (reply.kind) {
    case 'crisis':
      return reply.short;
    case 'answer':
      return paragraphs([reply.short, reply.more]);
    case 'result':
      return reply.short;
    case 'ask':
      return paragraphs([reply.progress, reply.text, numbered(reply.choices)]);
    default:
      return paragraphs([bodyText(reply), numbered(choicesOf(reply))]);
  }
};

/** One character outside GSM-7 would more than halve what fits into a segment. */
const spaced = (text: string): string => toGsm7(text.replaceAll(/\n+/g, '\n\n'));

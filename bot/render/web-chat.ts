import type { Activity, SuggestedActions } from 'botbuilder';
import type { Choice, Contact, Reply } from '../../dialogs/reply.ts';
import { bodyText, choicesOf, paragraphs } from './plain-text.ts';

/** Markdown for words and links that can be pressed; choices are buttons under the last message. */
export const renderWebChat = (replies: readonly Reply[]): readonly Partial<Activity>[] => {
  const choices = choicesOf(replies.findLast((reply) => choicesOf(reply).length > 0));
  return replies.map((reply, index) => ({
    type: 'message',
    text: markdown(reply),
    textFormat: 'markdown',
    ...(index === replies.length - 1 && choices.length > 0 ? { suggestedActions: buttons(choices) } : {}),
  }));
};

/** Web Chat removes buttons at the next message, so only the last one of a turn carries them. */
const buttons = (choices: readonly Choice[]): SuggestedActions => ({
  to: [],
  actions: choices.map(({ label }) => ({ type: 'imBack', title: label, value: label })),
});

const markdown = (reply: Reply): string => {
  switch (reply.kind) {
    case 'crisis':
      return paragraphs([`**${reply.lead}**`, links(reply.contacts), ...reply.body, reply.question ?? '']);
    case 'result':
      return paragraphs([
        `**${reply.headline}**`,
        ...reply.sections.map(({ title, lines }) =>
          paragraphs([`**${title}**`, lines.map((line) => `- ${line}`).join('\n')]),
        ),
        links(reply.contacts),
      ]);
    case 'ask':
      return paragraphs([reply.progress === '' ? '' : `*${reply.progress}*`, reply.text]);
    case 'answer':
      return paragraphs([`**${reply.title}**`, reply.full]);
    default:
      return bodyText(reply);
  }
};

const links = (contacts: readonly Contact[]): string =>
  contacts.map(({ label, href }) => `- [${label}](${href})`).join('\n');

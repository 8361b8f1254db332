import type { Activity } from 'botbuilder';
import type { AskReply, Choice, CrisisReply, Reply, ResultReply } from '../../dialogs/reply.ts';

/** Every reply as text alone: what a terminal, an unknown channel and a failed card show. */
export const renderPlain = (replies: readonly Reply[]): readonly Partial<Activity>[] =>
  replies.map((reply) => ({ type: 'message', text: plainText(reply), textFormat: 'plain' }));

/** A reply without buttons: choices are a numbered list. Empty for traces. */
export const plainText = (reply: Reply): string => paragraphs([bodyText(reply), numbered(choicesOf(reply))]);

/** A reply's words without its choices. */
export const bodyText = (reply: Reply): string => {
  switch (reply.kind) {
    case 'say':
      return reply.text;
    case 'ask':
      return askText(reply);
    case 'answer':
      return reply.full;
    case 'crisis':
      return crisisText(reply);
    case 'result':
      return resultText(reply);
    case 'trace':
      return '';
  }
};

/** What can be pressed: for a question its options first, so that their numbers stay the same. */
export const choicesOf = (reply: Reply | undefined): readonly Choice[] => {
  if (reply === undefined || reply.kind === 'trace') return [];
  return reply.kind === 'ask' ? [...reply.choices, ...reply.actions] : reply.choices;
};

const askText = (reply: AskReply): string => paragraphs([reply.progress, reply.text]);

const crisisText = (reply: CrisisReply): string =>
  paragraphs([
    reply.lead,
    reply.contacts.map(({ label }) => `- ${label}`).join('\n'),
    ...reply.body,
    reply.question ?? '',
  ]);

const resultText = (reply: ResultReply): string =>
  paragraphs([
    reply.headline,
    ...reply.sections.map(({ title, lines }) => titled(title, lines)),
    titled(reply.answers.title, answersIn(reply)),
    reply.contacts.map(({ label }) => `- ${label}`).join('\n'),
    reply.page ? `${reply.page.label}: ${reply.page.href}` : '',
  ]);

const titled = (title: string, lines: readonly string[]): string =>
  [title, ...lines.map((line) => `- ${line}`)].join('\n');

/** What was answered or passed over; what was not asked stands on the page to print. */
export const answersIn = ({ answers }: ResultReply): readonly string[] =>
  answers.items.filter(({ state }) => state !== 'not-asked').map(({ name, label }) => `${name}: ${label}`);

export const numbered = (choices: readonly Choice[]): string =>
  choices.map(({ label }, index) => `${index + 1}. ${label}`).join('\n');

export const paragraphs = (parts: readonly string[]): string =>
  parts.filter((part) => part !== '').join('\n\n');

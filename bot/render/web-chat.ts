import type { Activity, SuggestedActions } from 'botbuilder';
import type { Choice, Contact, Reply, ResultReply, ResultSection } from '../../dialogs/reply.ts';
import { answersIn, bodyText, choicesOf, paragraphs } from './plain-text.ts';
import { attached } from './card.ts';
import { resultCard } from './result-card.ts';

/** Markdown for words and links that can be pressed; choices are buttons under the last message. */
export const renderWebChat = (replies: readonly Reply[]): readonly Partial<Activity>[] =>
  rendered(replies, resultInShort);

/** As on the website, but all of a result in words too: a developer's tool shows no cards. */
export const renderEmulator = (replies: readonly Reply[]): readonly Partial<Activity>[] =>
  rendered(replies, resultInFull);

type ResultWords = (reply: ResultReply) => string;

const rendered = (replies: readonly Reply[], resultWords: ResultWords): readonly Partial<Activity>[] => {
  const choices = choicesOf(replies.findLast((reply) => choicesOf(reply).length > 0));
  return replies.map((reply, index) => ({
    type: 'message',
    text: reply.kind === 'result' ? resultWords(reply) : markdown(reply),
    textFormat: 'markdown',
    ...(reply.kind === 'result' ? { attachments: [attached(resultCard(reply))] } : {}),
    ...(index === replies.length - 1 && choices.length > 0 ? { suggestedActions: buttons(choices) } : {}),
  }));
};

/** Web Chat removes buttons at the next message, so only the last one of a turn carries them. */
export const buttons = (choices: readonly Choice[]): SuggestedActions => ({
  to: [],
  actions: choices.map(({ label }) => ({ type: 'imBack', title: label, value: label })),
});

/** A reply's words without its choices. */
export const markdown = (reply: Exclude<Reply, ResultReply>): string => {
  switch (reply.kind) {
    case 'crisis':
      return paragraphs([`**${reply.lead}**`, links(reply.contacts), ...reply.body, reply.question ?? '']);
    case 'ask':
      return paragraphs([reply.progress === '' ? '' : `*${reply.progress}*`, reply.text]);
    case 'answer':
      return paragraphs([`**${reply.title}**`, reply.full]);
    default:
      return bodyText(reply);
  }
};

/** The words that count, to read, hear or copy, and the links that a card can't have: the card beside them has it all. */
export const resultInShort = (reply: ResultReply): string =>
  paragraphs([
    `**${reply.headline}**`,
    ...linesIn(reply, 'why'),
    linesIn(reply, 'check')[0] ?? '',
    linksOf(reply),
  ]);

const linesIn = ({ sections }: ResultReply, section: ResultSection['id']): readonly string[] =>
  sections.find(({ id }) => id === section)?.lines ?? [];

const resultInFull = (reply: ResultReply): string =>
  paragraphs([
    `**${reply.headline}**`,
    ...reply.sections.map(({ title, lines }) => listed(title, lines)),
    listed(reply.answers.title, answersIn(reply)),
    linksOf(reply),
  ]);

const linksOf = ({ contacts, page }: ResultReply): string => links([...contacts, ...(page ? [page] : [])]);

const listed = (title: string, lines: readonly string[]): string =>
  paragraphs([`**${title}**`, lines.map((line) => `- ${line}`).join('\n')]);

const links = (contacts: readonly Contact[]): string =>
  contacts.map(({ label, href }) => `- [${label}](${href})`).join('\n');

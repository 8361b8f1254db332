import type { Activity } from 'botbuilder';
import type { ChannelTraits } from '../../dialogs/message.ts';
import type { AnswerReply, CrisisReply, Reply, SayReply } from '../../dialogs/reply.ts';
import { attached, type Card } from './card.ts';
import { optionsCard, topicsCard } from './choice-rows.ts';
import { withCitations } from './citations.ts';
import { choicesOf, plainText } from './plain-text.ts';
import { resultCard } from './result-card.ts';
import { buttons, markdown, resultInShort } from './web-chat.ts';

type Message = Partial<Activity>;
type Place = Pick<ChannelTraits, 'shared'>;

/** Teams refuses larger messages. */
const largest = 28 * 1024;

/**
 * Each message is either words or a card: Teams takes a message with both apart and gives no id for it, so that it
 * could not be replaced. Suggested actions stand under plain words alone, as Teams shows Markdown above them raw.
 * docs/decisions/0014-messages-in-teams.md has the sources.
 */
export const renderTeams = (replies: readonly Reply[], place: Place): readonly Message[] =>
  replies.flatMap((reply) => {
    const messages = messagesOf(reply, place);
    return messages.every(isSmallEnough) ? messages : [inPlainWords(reply)];
  });

const messagesOf = (reply: Reply, { shared }: Place): readonly Message[] => {
  switch (reply.kind) {
    case 'ask':
      return [onCard(optionsCard(reply), reply.text)];
    case 'result':
      return [
        inMarkdown(resultInShort(reply)),
        onCard(resultCard(reply), reply.headline),
        ...rowsUnder(reply),
      ];
    case 'answer':
      return [shared ? inMarkdown(markdown(reply)) : withSources(reply), ...rowsUnder(reply)];
    case 'crisis':
      return crisis(reply, shared);
    case 'say':
      return [said(reply, shared)];
    case 'trace':
      return [];
  }
};

/** All help in one message, whose links call on every client, as those on cards do not; then what is asked, in private. */
const crisis = (reply: CrisisReply, shared: boolean): readonly Message[] => {
  const help = inMarkdown(markdown({ ...reply, question: undefined }));
  if (shared) return [help];
  const asked =
    reply.question === undefined ? rowsUnder(reply) : [withButtons({ ...reply, text: reply.question })];
  return [help, ...asked];
};

/** What may have been meant stays to be picked; other ways on go with the next message. */
const said = (reply: SayReply, shared: boolean): Message => {
  if (reply.choices.length === 0) return inMarkdown(reply.text);
  const plain = !reply.text.includes('\n');
  return shared || reply.miss || !plain
    ? onCard(topicsCard(reply.choices, reply.text), reply.text)
    : withButtons(reply);
};

/** Sources and the question what people think of it are for private chats: channels show neither. */
const withSources = (reply: AnswerReply): Message => ({
  ...withCitations(inMarkdown(markdown(reply)), reply.cites ?? []),
  channelData: { feedbackLoopEnabled: true },
});

const rowsUnder = (reply: Reply): readonly Message[] => {
  const choices = choicesOf(reply);
  return choices.length === 0
    ? []
    : [onCard(topicsCard(choices), choices.map(({ label }) => label).join(' / '))];
};

const inMarkdown = (text: string): Message => ({ type: 'message', text, textFormat: 'markdown' });

const withButtons = ({ text, choices }: Pick<SayReply, 'text' | 'choices'>): Message => ({
  type: 'message',
  text,
  textFormat: 'plain',
  ...(choices.length > 0 ? { suggestedActions: buttons(choices) } : {}),
});

/** `summary` is what the notification and the list of chats say. */
const onCard = (card: Card, summary: string): Message => ({
  type: 'message',
  summary,
  attachments: [attached(card)],
});

const isSmallEnough = (message: Message): boolean => Buffer.byteLength(JSON.stringify(message)) <= largest;

const inPlainWords = (reply: Reply): Message => ({
  type: 'message',
  text: plainText(reply),
  textFormat: 'plain',
});

import type { Activity } from 'botbuilder';
import type { ChannelTraits } from '../../dialogs/message.ts';
import type { Reply } from '../../dialogs/reply.ts';
import { attached, type Card } from './card.ts';
import { optionsCard, topicsCard } from './choice-rows.ts';
import { withCitations } from './citations.ts';
import { choicesOf, plainText } from './plain-text.ts';
import { resultCard } from './result-card.ts';
import { buttons, markdown, resultInShort } from './web-chat.ts';

type Message = Partial<Activity>;

/** Teams refuses larger messages. */
const largest = 28 * 1024;

/**
 * Words as text, which is read aloud, copied and shown in the notification, and whose `tel:` links work on every
 * client, as those in cards do not; beside them a card where something is picked or the reply has parts.
 */
export const renderTeams = (
  replies: readonly Reply[],
  { shared }: Pick<ChannelTraits, 'shared'>,
): readonly Message[] => {
  const suggested = shared ? [] : suggestedUnder(replies);
  return replies.map((reply, at) => {
    const message = shared ? inShared(reply) : inPersonal(reply);
    const last = at === replies.length - 1 && suggested.length > 0;
    return smallEnough(last ? { ...message, suggestedActions: buttons(suggested) } : message, reply);
  });
};

const inPersonal = (reply: Reply): Message => {
  const message = inWords(reply);
  switch (reply.kind) {
    case 'ask':
      return withCard(message, optionsCard(reply));
    case 'result':
      return withCard(message, resultCard(reply));
    case 'answer':
      return { ...withCitations(message, reply.cites ?? []), channelData: { feedbackLoopEnabled: true } };
    default:
      return isOffer(reply) ? withCard(message, topicsCard(choicesOf(reply), message.text ?? '')) : message;
  }
};

/** No suggested actions here, and a number alone would not reach the bot: rows take the place of both. */
const inShared = (reply: Reply): Message => {
  const choices = choicesOf(reply);
  const message = inWords(reply);
  return choices.length > 0 ? withCard(message, topicsCard(choices, message.text ?? '')) : message;
};

const inWords = (reply: Reply): Message => ({
  type: 'message',
  text: reply.kind === 'result' ? resultInShort(reply) : markdown(reply),
  textFormat: 'markdown',
});

const withCard = (message: Message, card: Card): Message => ({ ...message, attachments: [attached(card)] });

/** What does not stand on a card. Teams takes suggested actions away at the next message, so the last one has them. */
const suggestedUnder = (replies: readonly Reply[]) => {
  const last = replies.findLast((reply) => choicesOf(reply).length > 0);
  return last === undefined || last.kind === 'ask' || isOffer(last) ? [] : choicesOf(last);
};

/** "Did you mean", and what else can be asked after an honest no. */
const isOffer = (reply: Reply): boolean =>
  reply.kind === 'say' && reply.miss === true && reply.choices.length > 0;

const smallEnough = (message: Message, reply: Reply): Message =>
  Buffer.byteLength(JSON.stringify(message)) <= largest
    ? message
    : { type: 'message', text: plainText(reply), textFormat: 'plain' };

import type { Activity } from 'botbuilder';
import { pickChoice } from '../dialogs/pick-choice.ts';
import type { Message } from '../dialogs/message.ts';
import type { AskReply, Choice, Reply } from '../dialogs/reply.ts';
import { LruMap } from './lru-map.ts';
import { settledAsk } from './render/settled-ask.ts';

/** So many conversations have their last cards in mind; a card that is forgotten keeps its buttons. */
const mostConversations = 5_000;

/** A question as it was sent, under the id that the channel gave it. */
interface AskedCard {
  readonly id: string;
  readonly ask: AskReply;
}

/**
 * Which cards with buttons stand in a conversation, so that they can be replaced once they are answered or passed by.
 * It is kept in this process alone: a card from before a restart stays as it is, and says when it is pressed that
 * it is an old one.
 */
export class AskedCards {
  readonly #shown = new LruMap<string, readonly AskedCard[]>(mostConversations);

  /** Notes what was sent; anything but a question's card is passed over. */
  sent(conversation: string, reply: Reply | undefined, id: string | undefined): void {
    if (reply?.kind !== 'ask' || id === undefined || id === '') return;
    this.#shown.set(conversation, [...(this.#shown.get(conversation) ?? []), { id, ask: reply }]);
  }

  /** What the cards become that are done with after a turn: those above the last question, or all without one. */
  settle(
    conversation: string,
    message: Message,
    replies: readonly Reply[],
  ): readonly (Partial<Activity> & { readonly id: string })[] {
    const shown = this.#shown.get(conversation) ?? [];
    if (shown.length === 0 || !movesOn(replies)) return [];
    const open = replies.some(({ kind }) => kind === 'ask') ? shown.slice(-1) : [];
    this.#shown.set(conversation, open);
    const done = shown.slice(0, shown.length - open.length);
    return done.map(({ id, ask }) => ({ ...settledAsk(ask, answerIn(message, ask)), id }));
  }
}

const movesOn = (replies: readonly Reply[]): boolean =>
  replies.some(
    (reply) =>
      reply.kind === 'ask' ||
      reply.kind === 'result' ||
      reply.kind === 'crisis' ||
      (reply.kind === 'trace' && reply.trace.name === 'Screening'),
  );

/** The option that was pressed, or named by number or label. Other words stand in the chat, below the card. */
const answerIn = (message: Message, { question, choices, actions }: AskReply): Choice | undefined => {
  const options = [...choices, ...actions];
  const found =
    message.kind === 'choice'
      ? options.find(({ id }) => id === message.choice)
      : message.kind === 'text'
        ? pickChoice(message.text, options)
        : undefined;
  return found?.id.startsWith(`${question}=`) ? found : undefined;
};

import type { Attachment } from 'botbuilder';

/** As much of Adaptive Cards 1.5 as our cards take. Text is Markdown to them, so it is escaped. */
export interface Card<Action extends CardAction = CardAction> {
  readonly type: 'AdaptiveCard';
  readonly $schema: string;
  readonly version: '1.5';
  /** What is shown, and read aloud, where the card can't be drawn. */
  readonly fallbackText: string;
  readonly speak: string;
  readonly body: readonly CardElement[];
  readonly actions: readonly Action[];
}

export type CardElement =
  | {
      readonly type: 'TextBlock';
      readonly text: string;
      readonly wrap: true;
      readonly weight?: 'Bolder';
      readonly size?: 'Large' | 'Medium' | 'Default' | 'Small';
      readonly isSubtle?: true;
      readonly style?: 'heading';
      readonly spacing?: 'Small' | 'None';
    }
  | {
      readonly type: 'Container';
      readonly separator?: true;
      readonly style?: 'emphasis';
      readonly spacing?: 'Small';
      readonly selectAction?: Submit;
      readonly items: readonly CardElement[];
    }
  | { readonly type: 'FactSet'; readonly facts: readonly { title: string; value: string }[] };

export type CardAction = OpenUrl | Submit;

export interface OpenUrl {
  readonly type: 'Action.OpenUrl';
  readonly title: string;
  readonly url: string;
}

export interface Submit {
  readonly type: 'Action.Submit';
  readonly title: string;
  readonly data: object;
}

/** What every card begins with. `words` are all that it says, without formatting. */
export const cardOf = <Action extends CardAction>(
  words: { readonly all: string; readonly first: string },
  body: readonly CardElement[],
  actions: readonly Action[],
): Card<Action> => ({
  type: 'AdaptiveCard',
  $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
  version: '1.5',
  fallbackText: words.all,
  speak: words.first,
  body,
  actions,
});

/** The card as a message carries it. */
export const attached = (card: Card): Attachment => ({
  contentType: 'application/vnd.microsoft.card.adaptive',
  content: card,
});

/** A clinic's name must not turn into a link or a list. */
export const escaped = (text: string): string => text.replaceAll(/[\\`*_[\]<>]|^[#+-]/g, String.raw`\$&`);

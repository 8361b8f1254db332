import { AdaptiveCard, SerializationContext, Versions } from 'adaptivecards';
import type { Activity } from 'botbuilder';
import type { Card } from '../../../bot/render/card.ts';

/** What the library that draws the card has to say against it. */
export const faultsOf = (card: Card): readonly string[] => {
  const context = new SerializationContext(Versions.v1_5);
  const parsed = new AdaptiveCard();
  parsed.parse(card, context);
  const parsing = Array.from({ length: context.eventCount }, (_, at) => context.getEventAt(at).message);
  const results = parsed.validateProperties();
  return [...parsing, ...results.validationEvents.map(({ message }) => message)];
};

export const cardsOn = ({ attachments = [] }: Partial<Activity>): readonly Card[] =>
  attachments.map(({ content }) => content as Card);

/** Every text below a part of the card, as it is shown. */
export const wordsIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value.replaceAll(/\\(.)/g, '$1')];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(wordsIn) : [];
};

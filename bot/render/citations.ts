import type { Activity, Entity } from 'botbuilder';
import type { Citation } from '../../dialogs/reply.ts';

/** Adds the sources of an answer as Teams shows them: numbers in the text, and what they stand for beside it. */
export const withCitations = (activity: Partial<Activity>, cites: readonly Citation[]): Partial<Activity> => {
  if (cites.length === 0) return activity;
  const numbers = cites.map((_, at) => `[${at + 1}]`).join('');
  return { ...activity, text: `${activity.text} ${numbers}`, entities: [entityOf(cites)] };
};

/** Nothing here says "AI generated": no sentence is. */
const entityOf = (cites: readonly Citation[]): Entity => ({
  type: 'https://schema.org/Message',
  '@type': 'Message',
  '@context': 'https://schema.org',
  '@id': '',
  citation: cites.map(({ name, about }, at) => ({
    '@type': 'Claim',
    position: at + 1,
    appearance: { '@type': 'DigitalDocument', name, abstract: about },
  })),
});

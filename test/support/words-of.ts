import type { Activity } from 'botbuilder';
import type { Card } from '../../bot/render/card.ts';

/** What a person reads of a message: its text, and its cards in words. */
export const wordsOf = ({ text, attachments = [] }: Partial<Activity>): string =>
  [text ?? '', ...attachments.map(({ content }) => (content as Card).fallbackText)]
    .filter((words) => words !== '')
    .join('\n');

import type { Contact, ResultReply, ResultSection } from '../../dialogs/reply.ts';
import { cardOf, escaped, type Card, type CardElement, type OpenUrl } from './card.ts';
import { bodyText } from './plain-text.ts';

export type ResultCard = Card<OpenUrl>;

/** The whole result as a card: sections, the answers it rests on, and where to look further. */
export const resultCard = (reply: ResultReply): ResultCard =>
  cardOf(
    { all: bodyText(reply), first: reply.headline },
    [
      {
        type: 'TextBlock',
        text: escaped(reply.headline),
        wrap: true,
        weight: 'Bolder',
        size: 'Large',
        style: 'heading',
      },
      ...reply.sections.map(sectionOf),
      answersOf(reply),
    ],
    reply.contacts.filter(isPage).map(openUrl),
  );

const heading = (title: string): CardElement => ({
  type: 'TextBlock',
  text: escaped(title),
  wrap: true,
  weight: 'Bolder',
  size: 'Default',
  style: 'heading',
});

const sectionOf = ({ title, lines }: ResultSection): CardElement => ({
  type: 'Container',
  separator: true,
  items: [
    heading(title),
    ...lines.map(
      (line) => ({ type: 'TextBlock', text: escaped(line), wrap: true, spacing: 'Small' }) as const,
    ),
  ],
});

const answersOf = ({ answers }: ResultReply): CardElement => ({
  type: 'Container',
  separator: true,
  items: [
    heading(answers.title),
    {
      type: 'FactSet',
      facts: answers.items
        .filter(({ state }) => state !== 'not-asked')
        .map(({ name, label }) => ({ title: escaped(name), value: escaped(label) })),
    },
  ],
});

/** A button that opens a `tel:` leaves an empty tab behind; numbers are links in the words beside the card. */
const isPage = ({ href }: Contact): boolean => href.startsWith('https:') || href.startsWith('http:');

const openUrl = ({ label, href }: Contact): OpenUrl => ({ type: 'Action.OpenUrl', title: label, url: href });

import type { Attachment } from 'botbuilder';
import type { Contact, ResultReply, ResultSection } from '../../dialogs/reply.ts';
import { bodyText } from './plain-text.ts';

/** As much of Adaptive Cards 1.5 as a result takes. Text is Markdown to them, so it is escaped. */
export interface ResultCard {
  readonly type: 'AdaptiveCard';
  readonly $schema: string;
  readonly version: '1.5';
  /** What is shown, and read aloud, where the card can't be drawn. */
  readonly fallbackText: string;
  readonly speak: string;
  readonly body: readonly CardElement[];
  readonly actions: readonly OpenUrl[];
}

type CardElement =
  | {
      readonly type: 'TextBlock';
      readonly text: string;
      readonly wrap: true;
      readonly weight?: 'Bolder';
      readonly size?: 'Medium';
      readonly style?: 'heading';
      readonly spacing?: 'Small' | 'None';
    }
  | { readonly type: 'Container'; readonly separator?: true; readonly items: readonly CardElement[] }
  | { readonly type: 'FactSet'; readonly facts: readonly { title: string; value: string }[] };

interface OpenUrl {
  readonly type: 'Action.OpenUrl';
  readonly title: string;
  readonly url: string;
}

/** The whole result as a card: sections, the answers it rests on, and where to look further. */
export const resultCard = (reply: ResultReply): ResultCard => ({
  type: 'AdaptiveCard',
  $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
  version: '1.5',
  fallbackText: bodyText(reply),
  speak: reply.headline,
  body: [
    {
      type: 'TextBlock',
      text: escaped(reply.headline),
      wrap: true,
      weight: 'Bolder',
      size: 'Medium',
      style: 'heading',
    },
    ...reply.sections.map(sectionOf),
    answersOf(reply),
  ],
  actions: reply.contacts.filter(isPage).map(openUrl),
});

/** The card as a message carries it. */
export const attached = (card: ResultCard): Attachment => ({
  contentType: 'application/vnd.microsoft.card.adaptive',
  content: card,
});

const heading = (title: string): CardElement => ({
  type: 'TextBlock',
  text: escaped(title),
  wrap: true,
  weight: 'Bolder',
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

/** A clinic's name must not turn into a link or a list. */
const escaped = (text: string): string => text.replaceAll(/[\\`*_[\]<>]|^[#+-]/g, String.raw`\$&`);

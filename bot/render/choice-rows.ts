import type { AskReply, Choice } from '../../dialogs/reply.ts';
import { cardOf, escaped, type Card, type CardElement, type Submit } from './card.ts';
import { numbered, paragraphs, plainText } from './plain-text.ts';

/**
 * A question with its options, each a row of its own: Teams cuts the labels of buttons short, and wraps those of rows.
 * What else can be done stands below as buttons. A press sends the option's id alone and leaves no message of the
 * person's, as the card itself shows the answer afterwards.
 */
export const optionsCard = (ask: AskReply): Card =>
  cardOf(
    { all: plainText(ask), first: ask.text },
    [...questionOn(ask), ...ask.choices.map((choice) => row(choice, { choice: choice.id }))],
    ask.actions.map((choice) => submit(choice, { choice: choice.id })),
  );

/** A question that is done with: nothing is left to press, and the answer stands below where one was picked. */
export const settledCard = (ask: AskReply, answer: Choice | undefined): Card =>
  cardOf(
    { all: paragraphs([ask.progress, ask.text, answer?.label ?? '']), first: ask.text },
    [...questionOn(ask), ...(answer ? [box(answer.label)] : [])],
    [],
  );

/** Topics to pick from. A press also says the label in the chat, so that the answer has its question above it. */
export const topicsCard = (choices: readonly Choice[], text = ''): Card =>
  cardOf(
    { all: paragraphs([text, numbered(choices)]), first: text || numbered(choices) },
    [...(text === '' ? [] : [words(text)]), ...choices.map((choice) => row(choice, spoken(choice)))],
    [],
  );

const spoken = ({ id, label }: Choice): object => ({
  msteams: { type: 'messageBack', text: label, displayText: label, value: { choice: id } },
});

const questionOn = ({ progress, text }: AskReply): readonly CardElement[] => [
  ...(progress === '' ? [] : [{ ...words(progress), isSubtle: true, size: 'Small' } as const]),
  { ...words(text), weight: 'Bolder', style: 'heading', spacing: 'Small' },
];

const row = (choice: Choice, data: object): CardElement => ({
  ...box(choice.label),
  selectAction: submit(choice, data),
});

const box = (label: string) =>
  ({ type: 'Container', style: 'emphasis', spacing: 'Small', items: [words(label)] }) as const;

const words = (text: string) => ({ type: 'TextBlock', text: escaped(text), wrap: true }) as const;

const submit = ({ label }: Choice, data: object): Submit => ({ type: 'Action.Submit', title: label, data });

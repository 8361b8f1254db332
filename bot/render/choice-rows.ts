import type { AskReply, Choice } from '../../dialogs/reply.ts';
import { cardOf, escaped, type Card, type CardElement, type Submit } from './card.ts';
import { numbered } from './plain-text.ts';

/**
 * The options of a question, each a row of its own: Teams cuts the labels of buttons short, and wraps those of rows.
 * What else can be done stands below as buttons. A press sends the option's id alone and leaves no message of the
 * person's, as the card itself shows the answer afterwards.
 */
export const optionsCard = ({ text, choices, actions }: AskReply): Card =>
  cardOf(
    { all: numbered([...choices, ...actions]), first: text },
    choices.map((choice) => row(choice, { choice: choice.id })),
    actions.map((choice) => submit(choice, { choice: choice.id })),
  );

/** Topics to pick from. A press also says the label in the chat, so that the answer has its question above it. */
export const topicsCard = (choices: readonly Choice[], first: string): Card =>
  cardOf(
    { all: numbered(choices), first },
    choices.map((choice) => row(choice, spoken(choice))),
    [],
  );

/** The answer that was picked, where the options stood. */
export const pickedCard = ({ label }: Choice): Card =>
  cardOf({ all: label, first: label }, [{ ...box([words(label)]), style: 'emphasis' }], []);

const spoken = ({ id, label }: Choice): object => ({
  msteams: { type: 'messageBack', text: label, displayText: label, value: { choice: id } },
});

const row = (choice: Choice, data: object): CardElement => ({
  ...box([words(choice.label)]),
  style: 'emphasis',
  selectAction: submit(choice, data),
});

const box = (items: readonly CardElement[]) => ({ type: 'Container', spacing: 'Small', items }) as const;

const words = (label: string): CardElement => ({
  type: 'TextBlock',
  text: escaped(label),
  wrap: true,
  weight: 'Bolder',
});

const submit = ({ label }: Choice, data: object): Submit => ({ type: 'Action.Submit', title: label, data });

import {
  ActivityHandler,
  ConversationState,
  MemoryStorage,
  UserState,
  type StatePropertyAccessor,
  type TurnContext,
} from 'botbuilder';
import { requirePeer } from '../../peers/require-peer.ts';
import { serveWithSdk } from './sdk-server.ts';

interface Step {
  readonly context: TurnContext;
  readonly result: unknown;
  readonly values: Record<string, unknown>;
  prompt(dialog: string, options: string | object, choices?: readonly string[]): Promise<unknown>;
  endDialog(): Promise<unknown>;
}
interface DialogContext {
  continueDialog(): Promise<{ readonly status: string }>;
  beginDialog(id: string): Promise<unknown>;
}
interface Dialogs {
  readonly DialogSet: new (state: StatePropertyAccessor) => {
    add(dialog: unknown): void;
    createContext(context: TurnContext): Promise<DialogContext>;
  };
  readonly WaterfallDialog: new (id: string, steps: readonly ((step: Step) => Promise<unknown>)[]) => unknown;
  readonly ChoicePrompt: new (id: string) => unknown;
  readonly TextPrompt: new (id: string) => unknown;
  readonly ConfirmPrompt: new (id: string) => unknown;
  readonly NumberPrompt: new (id: string) => unknown;
}

/** A bot of dialogs as the SDK means it: four questions, the answers in user state, all state in memory. */
const { DialogSet, WaterfallDialog, ChoicePrompt, TextPrompt, ConfirmPrompt, NumberPrompt } = requirePeer(
  'botbuilder-dialogs',
) as Dialogs;
const storage = new MemoryStorage();
const conversationState = new ConversationState(storage);
const userState = new UserState(storage);
const profile = userState.createProperty<Record<string, unknown>>('profile');
const dialogs = new DialogSet(conversationState.createProperty('dialogs'));
dialogs.add(new ChoicePrompt('choice'));
dialogs.add(new TextPrompt('text'));
dialogs.add(new ConfirmPrompt('confirm'));
dialogs.add(new NumberPrompt('number'));
dialogs.add(
  new WaterfallDialog('questions', [
    (step) => step.prompt('choice', 'How do you travel?', ['Car', 'Bus', 'Bicycle']),
    (step) => step.prompt('text', 'What is your name?'),
    (step) => {
      step.values['name'] = step.result;
      return step.prompt('confirm', 'Would you like to tell your age?');
    },
    (step) => step.prompt('number', { prompt: 'How old are you?', retryPrompt: 'A number, please.' }),
    async (step) => {
      await profile.set(step.context, { name: step.values['name'], age: step.result });
      await step.context.sendActivity('Thank you, that is all.');
      return step.endDialog();
    },
  ]),
);

const bot = new ActivityHandler();
bot.onMessage(async (context, next) => {
  const open = await dialogs.createContext(context);
  const { status } = await open.continueDialog();
  if (status === 'empty') await open.beginDialog('questions');
  await next();
});
bot.onDialog(async (context, next) => {
  await conversationState.saveChanges(context, false);
  await userState.saveChanges(context, false);
  await next();
});
serveWithSdk(bot);

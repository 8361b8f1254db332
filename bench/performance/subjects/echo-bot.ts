import { ActivityHandler, MessageFactory } from 'botbuilder';
import { serveWithSdk } from './sdk-server.ts';

/** The SDK's smallest bot: what every figure is compared with. */
const bot = new ActivityHandler();
bot.onMessage(async (context, next) => {
  const text = `Echo: ${context.activity.text}`;
  await context.sendActivity(MessageFactory.text(text, text));
  await next();
});
serveWithSdk(bot);

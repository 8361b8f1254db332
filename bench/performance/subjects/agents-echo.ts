import { requirePeer } from '../../peers/require-peer.ts';

interface Context {
  readonly activity: { readonly text: string };
  sendActivity(activity: unknown): Promise<unknown>;
}
interface Handler {
  onMessage(handle: (context: Context, next: () => Promise<void>) => Promise<void>): void;
  run(context: Context): Promise<void>;
}
interface Adapter {
  process(request: unknown, response: unknown, logic: (context: Context) => Promise<void>): Promise<void>;
}
interface Hosting {
  readonly ActivityHandler: new () => Handler;
  readonly CloudAdapter: new (configuration?: object) => Adapter;
  readonly MessageFactory: { text(text: string): unknown };
  readonly authorizeJWT: (configuration: object) => unknown;
}
interface Application {
  use(...handlers: readonly unknown[]): void;
  get(path: string, handle: (request: unknown, response: { sendStatus(status: number): void }) => void): void;
  post(path: string, handle: (request: unknown, response: unknown) => Promise<void>): void;
  listen(port: number, host: string): void;
}
type Express = (() => Application) & { readonly json: () => unknown };

/** The SDK's successor with its smallest bot, on the server that its samples use. */
const hosting = requirePeer('@microsoft/agents-hosting') as Hosting;
const express = requirePeer('express') as Express;
const bot = new hosting.ActivityHandler();
bot.onMessage(async (context, next) => {
  await context.sendActivity(hosting.MessageFactory.text(`Echo: ${context.activity.text}`));
  await next();
});
const adapter = new hosting.CloudAdapter({});
const application = express();
application.get('/healthz', (_request, response) => response.sendStatus(200));
application.use(express.json(), hosting.authorizeJWT({}));
application.post('/api/messages', (request, response) =>
  adapter.process(request, response, (context) => bot.run(context)),
);
application.listen(Number(process.env['PORT']), '127.0.0.1');

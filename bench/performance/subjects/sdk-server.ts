import {
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type ActivityHandler,
  type Request,
  type Response,
} from 'botbuilder';
import restify from 'restify';

/** Serves a bot as the Bot Framework SDK's own samples do, without an app id. */
export const serveWithSdk = (bot: ActivityHandler): void => {
  const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
  const server = restify.createServer();
  server.use(restify.plugins.bodyParser());
  server.get('/healthz', (_request, response, next) => {
    response.send(200);
    next();
  });
  // oxlint-disable-next-line oxc/no-async-endpoint-handlers -- restify takes them, and the samples are written so
  server.post('/api/messages', async (request, response) => {
    await adapter.process(request as Request, response as unknown as Response, (context) => bot.run(context));
  });
  server.listen(Number(process.env['PORT']), '127.0.0.1');
};

import restify from 'restify';

/** What the server alone costs: it reads a JSON body and answers a JSON body, and knows nothing of bots. */
const server = restify.createServer();
server.use(restify.plugins.bodyParser());
server.get('/healthz', (_request, response, next) => {
  response.send(200);
  next();
});
server.post('/api/messages', (request, response, next) => {
  const { text } = request.body as { readonly text: string };
  response.send(200, { activities: [{ type: 'message', text: `Echo: ${text}` }] });
  next();
});
server.listen(Number(process.env['PORT']), '127.0.0.1');

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import { activityOf, post } from '../support/emulator.ts';
import { quick } from '../support/connector/channel.ts';
import { startService, type RunningService } from '../support/service.ts';

/** A channel's connector on this machine that takes posts and answers them with `status`. */
const startConnector = async (status: number): Promise<{ url: string; taken: string[]; server: Server }> => {
  const taken: string[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString()));
    request.on('end', () => {
      taken.push(body);
      // Two statements: restify changes writeHead of every response in the process, and it returns nothing then.
      response.writeHead(status, { 'Content-Type': 'application/json' });
      response.end('{"id":"1"}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, taken, server };
};

describe('replies to a connector', () => {
  let service: RunningService;
  before(async () => {
    service = await startService({}, { limits: quick });
  });
  after(() => service.stop());

  const sendTo = (url: string, conversation: string) =>
    post(
      service.url,
      JSON.stringify(
        activityOf(conversation, 'what is an iop', {
          channelId: 'webchat',
          serviceUrl: url,
          deliveryMode: undefined,
        }),
      ),
    );

  it('arrive in order, each once', async () => {
    const connector = await startConnector(200);
    const response = await sendTo(connector.url, 'good');
    connector.server.close();
    expect(response.status).to.equal(200);
    expect(connector.taken).to.have.length(2);
    expect(connector.taken[0]).to.include('Automated service');
    expect(connector.taken[1]).to.include('outpatient');
  });

  it('are posted three times to a connector that answers 500, and the turn ends well', async () => {
    const connector = await startConnector(500);
    const response = await sendTo(connector.url, 'failing');
    connector.server.close();
    expect(response.status).to.equal(200);
    expect(connector.taken).to.have.length(3);
    expect(service.logged()).to.include('"event":"send-not-taken"');
  });

  it('go to no other machine while nobody is authenticated', async () => {
    const response = await sendTo('https://connector.example', 'elsewhere');
    expect(response.status).to.equal(400);
    expect(await response.text()).to.include('serviceUrl');
  });
});

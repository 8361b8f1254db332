import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import { WebSocket } from 'ws';
import { readConfig } from '../../../bot/config.ts';
import { startService, type RunningService } from '../../support/service.ts';
import { call } from './visitor.ts';

const secret = 'azure-secret-azure-secret';
const given = { conversationId: 'c1', token: 't1', expires_in: 1_800 };

const bodyOf = async (request: IncomingMessage): Promise<unknown> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return JSON.parse(Buffer.concat(chunks).toString());
};

const answering =
  (status: number, body: string, headers: Record<string, string> = {}): RequestListener =>
  (_request, response) => {
    response.statusCode = status;
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    response.end(body);
  };

describe('with the secret of an Azure Direct Line', () => {
  let azure: Server;
  let service: RunningService;
  let answer: RequestListener;
  let asked: {
    readonly url: string | undefined;
    readonly secret: string | undefined;
    readonly body: unknown;
  }[];
  let url: string;

  before(async () => {
    azure = createServer((request, response) => {
      void bodyOf(request).then((body) => {
        asked.push({ url: request.url, secret: request.headers.authorization, body });
        answer(request, response);
      });
    });
    azure.listen(0, '127.0.0.1');
    await once(azure, 'listening');
    url = `http://127.0.0.1:${(azure.address() as AddressInfo).port}`;
    service = await startService({
      DIRECT_LINE_SECRET: secret,
      DIRECT_LINE_URL: url,
      EMBED_ORIGINS: 'https://clinic.example *',
    });
  });
  beforeEach(() => {
    asked = [];
    answer = answering(200, JSON.stringify({ ...given, extra: 1 }));
  });
  after(async () => {
    await service.stop();
    azure.closeAllConnections();
    azure.close();
  });

  const token = (headers: Record<string, string> = {}) =>
    call(service.url, 'POST', '/api/directline/token', { headers });

  it("the page's token route exchanges it for a visitor's token, and says where that holds", async () => {
    const { status, body } = await token();
    expect([status, body]).to.deep.equal([200, { ...given, domain: `${url}/v3/directline` }]);
    expect(asked.map((each) => [each.url, each.secret])).to.deep.equal([
      ['/v3/directline/tokens/generate', `Bearer ${secret}`],
    ]);
    const sent = asked[0]?.body as {
      readonly user: { readonly id: string };
      readonly trustedOrigins: unknown;
    };
    expect(sent.user.id).to.match(/^dl_[\w-]{36}$/);
    expect(sent.trustedOrigins).to.deep.equal([service.url, 'https://clinic.example']);
  });

  it('each visitor is another user', async () => {
    await Promise.all([token(), token()]);
    expect(new Set(asked.map(({ body }) => JSON.stringify(body))).size).to.equal(2);
  });

  it('a refusal, nonsense or a redirection there is 502 here, without a word of the secret', async () => {
    const answers: readonly RequestListener[] = [
      answering(403, `{"error":"${secret} is wrong"}`),
      answering(500, '<html>'),
      answering(200, 'no JSON'),
      answering(200, '{"token":7}'),
    ];
    for (const each of answers) {
      answer = each;
      const { status, body } = await token();
      expect([status, body.error?.code, body.error?.message]).to.deep.equal([
        502,
        'BadGateway',
        'The chat could not be opened.',
      ]);
    }
    expect(service.logged()).to.include('check DIRECT_LINE_SECRET').and.not.include(secret);
  });

  it('an Azure that is busy or away is 503 here, with a time to come back', async () => {
    answer = answering(429, '{}', { 'retry-after': '7' });
    const busy = await token();
    expect([busy.status, busy.headers.get('retry-after')]).to.deep.equal([503, '7']);
    answer = (request) => void request.socket.destroy();
    const away = await token();
    expect([away.status, away.body.error?.code]).to.deep.equal([503, 'ServiceUnavailable']);
    answer = answering(307, '', { location: `${url}/elsewhere` });
    expect((await token()).status).to.equal(503);
    expect(asked.every((each) => each.url !== '/elsewhere')).to.equal(true);
  });

  it('an Azure that says nothing is given up after five seconds', async () => {
    answer = () => undefined;
    const begin = performance.now();
    expect((await token()).status).to.equal(503);
    expect(performance.now() - begin).to.be.within(4_900, 8_000);
  });

  it('our own Direct Line steps aside', async () => {
    for (const [method, path] of [
      ['POST', '/v3/directline/conversations'],
      ['POST', '/v3/directline/tokens/refresh'],
      ['GET', '/v3/directline/conversations/x/activities'],
    ] as const)
      expect((await call(service.url, method, path)).status, path).to.equal(404);
    const socket = new WebSocket(
      `${service.url.replace('http', 'ws')}/v3/directline/conversations/x/stream?t=x`,
    );
    const [error] = await once(socket, 'error');
    expect(String(error)).to.match(/hang up|ECONNRESET/);
  });

  it('the page may call Azure and nothing else, and says on its page on privacy who carries the chat', async () => {
    const policy = (await fetch(service.url)).headers.get('content-security-policy');
    expect(policy).to.include(`connect-src 'self' ${url} ${url.replace('http', 'ws')};`);
    const privacy = await (await fetch(`${service.url}/privacy`)).text();
    expect(privacy).to.include('goes through Microsoft Azure').and.not.include('does not lose the chat');
  });

  it('one address gets thirty tokens a minute', async () => {
    const headers = { 'x-forwarded-for': '203.0.113.7' };
    for (let count = 0; count < 30; count += 1) expect((await token(headers)).status).to.equal(200);
    expect((await token(headers)).status).to.equal(429);
  });

  it('the address must be one of https, or of this machine', () => {
    const read = (address: string) => readConfig({ DIRECT_LINE_SECRET: secret, DIRECT_LINE_URL: address });
    for (const wrong of ['http://example.org', 'https://example.org/path', 'example.org', 'ftp://127.0.0.1'])
      expect(() => read(wrong), wrong).to.throw('DIRECT_LINE_URL: must be an https address without a path');
    expect(read('').azureDirectLine?.url).to.equal('https://directline.botframework.com');
    expect(read('https://europe.directline.botframework.com').azureDirectLine?.url).to.match(
      /^https:..europe/,
    );
  });
});

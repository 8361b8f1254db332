import { expect } from 'chai';
import { call, openLine, Visitor, type Line } from './visitor.ts';

describe('Direct Line calls', () => {
  let line: Line;
  beforeEach(async () => (line = await openLine({ origins: ['https://clinic.example'] })));
  afterEach(() => line.close());

  it('gives a visitor a token for a conversation and a user id of its own', async () => {
    const { status, body } = await call(line.base, 'POST', '/api/directline/token');
    const claims: Record<string, unknown> = JSON.parse(
      Buffer.from(String(body['token']).split('.')[1] ?? '', 'base64url').toString(),
    );
    expect([status, body['expires_in']]).to.deep.equal([200, 1800]);
    expect(claims['conv']).to.equal(body['conversationId']);
    expect(claims['user']).to.match(/^dl_[\w-]{36}$/);
  });

  it('tells the bot once that the visitor came, and keeps its greeting for the visitor', async () => {
    const visitor = await Visitor.arrive(line.base);
    const again = await visitor.call('POST', '/conversations');
    expect(again.status).to.equal(200);
    expect(line.bot.heard.map(({ type }) => type)).to.deep.equal(['conversationUpdate']);
    expect(line.bot.heard[0]?.membersAdded).to.have.length(2);
    expect(await visitor.texts()).to.deep.equal(['Hello.']);
  });

  it('tells the bot the language of the page, and takes any other body as none', async () => {
    const { body } = await call(line.base, 'POST', '/api/directline/token');
    const headers = { authorization: `Bearer ${String(body['token'])}` };
    await call(line.base, 'POST', '/v3/directline/conversations', {
      headers,
      body: '{"locale":"es","user":{}}',
    });
    expect(line.bot.heard[0]?.locale).to.equal('es');
    for (const odd of ['[]', 'null', '{"locale":7}']) {
      const visitor = new Visitor(line.base);
      visitor.token = String((await call(line.base, 'POST', '/api/directline/token')).body['token']);
      expect((await visitor.call('POST', '/conversations', odd)).status, odd).to.equal(201);
      expect(line.bot.heard.at(-1)?.locale).to.equal(undefined);
    }
  });

  it('puts a message and its answer into the log before it answers the post', async () => {
    const visitor = await Visitor.arrive(line.base);
    const { status, body } = await visitor.say('hi');
    expect(status).to.equal(200);
    expect(body['id'])
      .to.be.a('string')
      .and.match(new RegExp(`^${visitor.conversation}\\|`));
    expect(await visitor.texts()).to.deep.equal(['Hello.', 'hi', 'You said: hi']);
    expect(await visitor.texts('2')).to.deep.equal(['You said: hi']);
  });

  it('lets nobody choose who they are, where they are or what their message is called', async () => {
    const visitor = await Visitor.arrive(line.base);
    const lies = {
      from: { id: 'dl_other', role: 'bot' },
      id: 'mine',
      channelId: 'emulator',
      serviceUrl: 'http://x',
      recipient: { id: 'x' },
      conversation: { id: 'y' },
    };
    await visitor.say('hi', lies);
    const [heard] = line.bot.messages;
    expect(heard?.from.id).to.match(/^dl_/).and.not.equal('dl_other');
    expect(heard?.from.role).to.equal('user');
    expect(heard?.conversation.id).to.equal(visitor.conversation);
    expect([heard?.channelId, heard?.serviceUrl, heard?.recipient.id]).to.deep.equal([
      'directline',
      'urn:directline:in-process',
      'bot',
    ]);
    expect(heard?.id).to.not.equal('mine');
  });

  it('ignores events and typing, and refuses other kinds and files', async () => {
    const visitor = await Visitor.arrive(line.base);
    const post = (body: unknown) =>
      visitor.call('POST', `/conversations/${visitor.conversation}/activities`, body);
    expect((await post({ type: 'event', name: 'webchat/join' })).status).to.equal(200);
    expect((await post({ type: 'typing' })).status).to.equal(200);
    expect((await post({ type: 'conversationUpdate' })).status).to.equal(400);
    expect((await post({})).body.error?.code).to.equal('BadArgument');
    expect((await post('{')).body.error?.message).to.equal('The body is not valid JSON.');
    expect((await visitor.call('POST', `/conversations/${visitor.conversation}/upload`)).status).to.equal(
      415,
    );
    expect(line.bot.messages).to.have.length(0);
  });

  it('takes 8,000 characters and says plainly that more are too many', async () => {
    const visitor = await Visitor.arrive(line.base);
    expect((await visitor.say('a'.repeat(8_000))).status).to.equal(200);
    const { status, body } = await visitor.say('a'.repeat(8_001));
    expect([status, body.error?.message]).to.deep.equal([
      413,
      'The message is too long: at most 8,000 characters.',
    ]);
    const large = await visitor.say('hi', { value: 'a'.repeat(65_536) });
    expect([large.status, large.body.error?.code]).to.deep.equal([413, 'BodyTooLarge']);
  });

  it('refuses a body that grows beyond the limit without having said so', async () => {
    const visitor = await Visitor.arrive(line.base);
    const body = new ReadableStream({
      start: (controller) => {
        for (let index = 0; index < 20; index += 1) controller.enqueue(Buffer.alloc(8_192, 97));
        controller.close();
      },
    });
    const init = {
      body,
      duplex: 'half',
      headers: { authorization: `Bearer ${visitor.token}` },
    } as RequestInit;
    const path = `/v3/directline/conversations/${visitor.conversation}/activities`;
    expect((await call(line.base, 'POST', path, init)).status).to.equal(413);
  });

  it('lets a visitor throw the chat away, and greets whoever comes back to an empty one', async () => {
    const visitor = await Visitor.arrive(line.base);
    await visitor.say('secret');
    const other = await Visitor.arrive(line.base);
    expect((await other.call('DELETE', `/conversations/${visitor.conversation}`)).status).to.equal(403);
    expect((await visitor.call('DELETE', `/conversations/${visitor.conversation}`)).status).to.equal(204);
    await visitor.call('GET', `/conversations/${visitor.conversation}?watermark=`);
    expect(await visitor.texts()).to.deep.equal(['Hello.']);
  });

  it('lets only the configured sites read what it answers', async () => {
    const from = (origin: string) =>
      call(line.base, 'POST', '/api/directline/token', { headers: { origin } });
    expect((await from('https://clinic.example')).headers.get('access-control-allow-origin')).to.equal(
      'https://clinic.example',
    );
    expect((await from('https://other.example')).headers.get('access-control-allow-origin')).to.equal(null);
    const preflight = await call(line.base, 'OPTIONS', '/v3/directline/conversations/x/activities', {
      headers: { origin: 'https://clinic.example' },
    });
    expect(preflight.status).to.equal(204);
    expect(preflight.headers.get('access-control-allow-headers')).to.include('x-ms-bot-agent');
  });

  it('gives one address thirty tokens a minute, and another address its own', async () => {
    const ask = (address: string) =>
      call(line.base, 'POST', '/api/directline/token', {
        headers: { 'x-forwarded-for': `1.1.1.1, ${address}` },
      });
    for (let count = 0; count < 30; count += 1) expect((await ask('203.0.113.7')).status).to.equal(200);
    const refused = await ask('203.0.113.7');
    expect([refused.status, refused.headers.get('retry-after')]).to.deep.equal([429, '60']);
    expect((await ask('203.0.113.8')).status).to.equal(200);
    line.pass(60_000);
    expect((await ask('203.0.113.7')).status).to.equal(200);
  });
});

import { expect } from 'chai';
import { MemoryStorage } from '../../../bot/storage/memory.ts';
import { call, openLine, Visitor, type Line } from './visitor.ts';

const minute = 60_000;
const hour = 60 * minute;

describe('Direct Line tokens', () => {
  let line: Line;
  beforeEach(async () => (line = await openLine({ key: 'k'.repeat(32) })));
  afterEach(() => line.close());

  it('open nothing when they are missing, changed, or for another conversation', async () => {
    const [one, other] = [await Visitor.arrive(line.base), await Visitor.arrive(line.base)];
    const path = `/conversations/${one.conversation}/activities`;
    expect((await one.call('GET', path, undefined, { authorization: '' })).status).to.equal(401);
    expect((await other.call('GET', path)).status).to.equal(403);
    const [head, body, signature] = one.token.split('.');
    const forged = Buffer.from(
      JSON.stringify({ use: 'conversation', conv: one.conversation, user: 'dl_x', exp: 9e9 }),
    ).toString('base64url');
    const none = Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url');
    for (const token of [
      `${head}.${forged}.${signature}`,
      `${none}.${body}.`,
      `${head}.${body}`,
      'x',
      `${head}.${body}.${signature}.x`,
    ]) {
      const { status, body: answer } = await one.call('GET', path, undefined, {
        authorization: `Bearer ${token}`,
      });
      expect([status, answer.error?.code], token).to.deep.equal([403, 'BadToken']);
    }
  });

  it('hold for thirty minutes, and longer when they are renewed in time', async () => {
    const visitor = await Visitor.arrive(line.base);
    line.pass(29 * minute);
    const renewed = await visitor.call('POST', '/tokens/refresh');
    expect(renewed.body['conversationId']).to.equal(visitor.conversation);
    line.pass(minute);
    const late = await visitor.say('hi');
    expect([late.status, late.body.error?.code]).to.deep.equal([403, 'TokenExpired']);
    expect((await visitor.call('POST', '/tokens/refresh')).status).to.equal(403);
    visitor.token = String(renewed.body['token']);
    expect((await visitor.say('hi')).status).to.equal(200);
  });

  it('that open a stream open nothing else', async () => {
    const visitor = await Visitor.arrive(line.base);
    visitor.token = new URL(visitor.streamUrl).searchParams.get('t') ?? '';
    expect((await visitor.say('hi')).status).to.equal(403);
  });

  it('outlive a restart when the key is configured, and a chat goes on in an empty log where its own is lost', async () => {
    const visitor = await Visitor.arrive(line.base);
    await visitor.say('before', { channelData: { clientActivityID: 'a' } });
    await line.close();
    line = await openLine({ key: 'k'.repeat(32) });
    const same = visitor.at(line.base);
    expect((await same.say('after')).status).to.equal(200);
    expect(await same.texts('3')).to.deep.equal(['after', 'You said: after']);
  });

  it('outlive a restart also without a configured key: the store keeps one', async () => {
    const storage = new MemoryStorage();
    const lines = [await openLine({ storage }), await openLine({ storage })] as const;
    try {
      const visitor = await Visitor.arrive(lines[0].base);
      expect((await visitor.at(lines[1].base).say('hi')).status).to.equal(200);
    } finally {
      await Promise.all(lines.map((each) => each.close()));
    }
  });

  it('end with the process when the store keeps no key either', async () => {
    const storage = new MemoryStorage();
    await storage.close();
    const lines = [await openLine({ storage }), await openLine({ storage })] as const;
    try {
      const visitor = await Visitor.arrive(lines[0].base);
      expect((await visitor.say('hi')).status).to.equal(200);
      expect((await visitor.at(lines[1].base).say('hi')).status).to.equal(403);
    } finally {
      await Promise.all(lines.map((each) => each.close()));
    }
  });

  it('that expired within the last day get one for the same chat from the page, and later ones a new chat', async () => {
    const visitor = await Visitor.arrive(line.base);
    await visitor.say('hi');
    line.pass(30 * minute + 23 * hour);
    expect((await visitor.call('POST', '/tokens/refresh')).status).to.equal(403);
    const { body } = await visitor.renew();
    expect(body['conversationId']).to.equal(visitor.conversation);
    const same = visitor.at(line.base);
    same.token = String(body['token']);
    expect(await same.texts()).to.deep.equal(['Hello.', 'hi', 'You said: hi']);
    line.pass(hour);
    const late = await visitor.renew();
    expect(late.status).to.equal(200);
    expect(late.body['conversationId']).to.not.equal(visitor.conversation);
  });

  it('that are forged, or open a stream, get nothing but a new chat from the page', async () => {
    const visitor = await Visitor.arrive(line.base);
    const stream = new URL(visitor.streamUrl).searchParams.get('t') ?? '';
    for (const token of [stream, `${visitor.token}x`, visitor.token.replace(/[^.]+$/, ''), 'x']) {
      visitor.token = token;
      expect((await visitor.renew()).body['conversationId']).to.not.equal(visitor.conversation);
    }
  });

  it('that stand in the address of a stream do not carry the key of the chat', async () => {
    const visitor = await Visitor.arrive(line.base);
    const [, body = ''] = new URL(visitor.streamUrl).searchParams.get('t')?.split('.') ?? [];
    expect(Object.keys(claimsIn(body))).to.have.members(['use', 'conv', 'user', 'exp']);
  });

  it("are given to a site's own server that shows the secret, for the user it names", async () => {
    const generate = (secret: string, body: object = {}) =>
      call(line.base, 'POST', '/v3/directline/tokens/generate', {
        headers: { authorization: `Bearer ${secret}`, 'x-forwarded-for': '203.0.113.9' },
        body: JSON.stringify(body),
      });
    const { status, body } = await generate('k'.repeat(32), { user: { id: 'dl_7' }, trustedOrigins: [] });
    expect([status, body['expires_in']]).to.deep.equal([200, 1800]);
    expect(claimsIn(String(body['token']).split('.')[1] ?? '')['user']).to.equal('dl_7');
    expect(line.bot.heard).to.have.length(0);
    expect((await generate('k'.repeat(32), { user: { id: 'someone' } })).body.error?.message).to.match(
      /^user\.id/,
    );
    for (let count = 0; count < 40; count += 1) expect((await generate('k'.repeat(32))).status).to.equal(200);
    for (let count = 0; count < 30; count += 1) expect((await generate('wrong')).status).to.equal(401);
    expect((await generate('wrong')).status).to.equal(429);
  });

  it('are given to no server where no secret is configured', async () => {
    const open = await openLine();
    try {
      for (const authorization of ['', 'Bearer ', 'Bearer undefined'])
        expect(
          (await call(open.base, 'POST', '/v3/directline/tokens/generate', { headers: { authorization } }))
            .status,
        ).to.equal(401);
    } finally {
      await open.close();
    }
  });
});

const claimsIn = (body: string): Readonly<Record<string, unknown>> => {
  const claims: Readonly<Record<string, unknown>> = JSON.parse(Buffer.from(body, 'base64url').toString());
  return claims;
};

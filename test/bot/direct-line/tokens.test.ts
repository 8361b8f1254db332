import { expect } from 'chai';
import { openLine, Visitor, type Line } from './visitor.ts';

const minute = 60_000;

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

  it('outlive a restart when the key is configured, and a chat goes on in an empty log', async () => {
    const visitor = await Visitor.arrive(line.base);
    await visitor.say('before', { channelData: { clientActivityID: 'a' } });
    await line.close();
    line = await openLine({ key: 'k'.repeat(32) });
    const same = new Visitor(line.base);
    [same.conversation, same.token] = [visitor.conversation, visitor.token];
    expect((await same.say('after')).status).to.equal(200);
    expect(await same.texts('3')).to.deep.equal(['after', 'You said: after']);
  });

  it('end with the process when no key is configured', async () => {
    await line.close();
    line = await openLine();
    const visitor = await Visitor.arrive(line.base);
    await line.close();
    line = await openLine();
    const lost = new Visitor(line.base);
    [lost.conversation, lost.token] = [visitor.conversation, visitor.token];
    expect((await lost.say('hi')).status).to.equal(403);
  });
});

import { once } from 'node:events';
import { connect } from 'node:net';
import { expect } from 'chai';
import { openLine, Stream, Visitor, type Line } from './visitor.ts';

describe('the stream of a conversation', () => {
  let line: Line;
  beforeEach(async () => (line = await openLine()));
  afterEach(() => line.close());

  it('begins with what was said before it opened and goes on with what is said after', async () => {
    const visitor = await Visitor.arrive(line.base);
    await visitor.say('early', { channelData: { clientActivityID: 'abc' } });
    const stream = new Stream(visitor.streamUrl);
    await stream.until(3);
    await visitor.say('late');
    const activities = await stream.until(5);
    expect(activities.map(({ text }) => text)).to.deep.equal([
      'Hello.',
      'early',
      'You said: early',
      'late',
      'You said: late',
    ]);
    expect(activities[1]?.channelData).to.deep.equal({ clientActivityID: 'abc' });
    expect(activities[2]?.replyToId).to.equal(activities[1]?.id);
    expect(activities.map(({ from }) => from?.role)).to.deep.equal(['bot', 'user', 'bot', 'user', 'bot']);
    expect(stream.frames.at(-1)?.watermark).to.equal('5');
  });

  it('shows a message at once, while the bot still thinks', async () => {
    const visitor = await Visitor.arrive(line.base);
    const stream = new Stream(visitor.streamUrl);
    await stream.until(1);
    const release = line.bot.hold();
    const posted = visitor.say('hi');
    expect((await stream.until(2)).at(-1)?.text).to.equal('hi');
    release();
    await posted;
    expect((await stream.until(3)).at(-1)?.text).to.equal('You said: hi');
  });

  it('goes on after a break from where the visitor was', async () => {
    const visitor = await Visitor.arrive(line.base);
    const first = new Stream(visitor.streamUrl);
    await first.until(1);
    first.socket.terminate();
    await first.closed;
    await visitor.say('missed');
    const { status, body } = await visitor.call('GET', `/conversations/${visitor.conversation}?watermark=1`);
    expect(status).to.equal(200);
    const second = new Stream(String(body['streamUrl']));
    expect((await second.until(2)).map(({ text }) => text)).to.deep.equal(['missed', 'You said: missed']);
  });

  it('is one at a time: a second one closes the first', async () => {
    const visitor = await Visitor.arrive(line.base);
    const first = new Stream(visitor.streamUrl);
    await first.until(1);
    const second = new Stream(visitor.streamUrl);
    expect(await first.closed).to.equal(4_000);
    await second.until(1);
    await visitor.say('hi');
    expect((await second.until(3)).at(-1)?.text).to.equal('You said: hi');
  });

  it('opens only with its own token, and only within a minute', async () => {
    const visitor = await Visitor.arrive(line.base);
    const other = await Visitor.arrive(line.base);
    const withToken = (token: string) => {
      const url = new URL(visitor.streamUrl);
      url.searchParams.set('t', token);
      return url.href;
    };
    const foreign = new URL(other.streamUrl).searchParams.get('t') ?? '';
    for (const url of [withToken(''), withToken(visitor.token), withToken(foreign)]) {
      const refused = new Stream(url);
      await refused.closed;
      expect(refused.frames).to.have.length(0);
    }
    line.pass(60_000);
    const late = new Stream(visitor.streamUrl);
    await late.closed;
    expect(late.frames).to.have.length(0);
  });

  it('is the only upgrade that is taken: every other one ends at once', async () => {
    for (const target of [
      '/',
      '/api/messages',
      '/v3/directline/conversations/x/stream',
      '//',
      '/v3/directline/conversations/%zz/stream',
    ]) {
      const socket = connect(Number(new URL(line.base).port), '127.0.0.1');
      socket.on('error', () => undefined);
      socket.write(
        `GET ${target} HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n`,
      );
      await once(socket, 'close');
    }
    expect((await Visitor.arrive(line.base)).conversation).to.have.length(22);
  });

  it('ends when a visitor sends more than a sign of life', async () => {
    const visitor = await Visitor.arrive(line.base);
    const stream = new Stream(visitor.streamUrl);
    await stream.until(1);
    stream.socket.send('');
    stream.socket.send('x'.repeat(2_000));
    expect(await stream.closed).to.not.equal(1_000);
    expect(await visitor.texts()).to.deep.equal(['Hello.']);
  });

  it('has the address that the visitor used, also behind a proxy that speaks TLS', async () => {
    const visitor = await Visitor.arrive(line.base);
    const at = async (headers: Record<string, string>) => {
      const { body } = await visitor.call(
        'GET',
        `/conversations/${visitor.conversation}?watermark=0`,
        undefined,
        headers,
      );
      return new URL(String(body['streamUrl'])).origin;
    };
    expect(await at({})).to.equal(line.base.replace('http', 'ws'));
    expect(await at({ 'x-forwarded-proto': 'https', 'x-forwarded-host': 'chat.clinic.example' })).to.equal(
      'wss://chat.clinic.example',
    );
    expect(await at({ 'sec-fetch-site': 'same-origin', referer: 'https://chat.clinic.example/' })).to.equal(
      'wss://chat.clinic.example',
    );
    expect(await at({ 'sec-fetch-site': 'cross-site', referer: 'https://evil.example/' })).to.equal(
      line.base.replace('http', 'ws'),
    );
  });
});

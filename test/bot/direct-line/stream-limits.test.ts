import { once } from 'node:events';
import { connect } from 'node:net';
import { expect } from 'chai';
import { WebSocket } from 'ws';
import { newChat, Tokens } from '../../../bot/direct-line/tokens.ts';
import { openLine, Stream, Visitor, type Line } from './visitor.ts';

const key = 'k'.repeat(32);
const clock = () => new Date('2026-11-23T10:00:00Z');

/** Sends frames and reads nothing: what the service answers stays in its hands. */
const openWithoutReading = async (url: string): Promise<WebSocket> => {
  const socket = new WebSocket(url);
  socket.on('error', () => undefined);
  await once(socket, 'open');
  socket.pause();
  return socket;
};

describe('the streams of conversations', () => {
  let line: Line;
  afterEach(() => line.close());

  /** A new conversation's stream, without asking for a token. */
  const streamUrl = async (): Promise<string> => {
    const visitor = new Visitor(line.base);
    visitor.token = new Tokens(key, clock).issue(newChat());
    const { body } = await visitor.call('POST', '/conversations');
    return String(body['streamUrl']);
  };
  const statusOf = (url: string, address: string): Promise<number> =>
    new Promise((resolve) => {
      const socket = new WebSocket(url, { headers: { 'x-forwarded-for': address } });
      socket.on('open', () => resolve(101));
      socket.on('unexpected-response', (_request, response) => {
        resolve(response.statusCode ?? 0);
        response.destroy();
      });
      socket.on('error', () => resolve(0));
    });

  it('are so many at most, also when thousands are asked for, and the others go on', async () => {
    line = await openLine({ key, clock, streams: { total: 300, perAddress: 1_000 } });
    const visitor = await Visitor.arrive(line.base);
    const stream = new Stream(visitor.streamUrl);
    await stream.until(1);
    const statuses: number[] = [];
    for (let round = 0; round < 20; round += 1) {
      const urls = await Promise.all(Array.from({ length: 20 }, streamUrl));
      const asked = urls.flatMap((url) => Array.from({ length: round < 15 ? 1 : 16 }, () => url));
      statuses.push(...(await Promise.all(asked.map((url) => statusOf(url, '203.0.113.7')))));
    }
    expect(statuses).to.have.length(1_900);
    expect(statuses.filter((status) => status === 101)).to.have.length(299);
    expect(new Set(statuses)).to.deep.equal(new Set([101, 503]));
    await visitor.say('still here?');
    expect((await stream.until(3)).at(-1)?.text).to.equal('You said: still here?');
  });

  it('are fewer for one address, and a place is free again when a stream ends', async () => {
    line = await openLine({ key, clock, streams: { perAddress: 2 } });
    const urls = await Promise.all([streamUrl(), streamUrl(), streamUrl()]);
    const sockets = urls
      .slice(0, 2)
      .map((url) => new WebSocket(url, { headers: { 'x-forwarded-for': '203.0.113.7' } }));
    await Promise.all(sockets.map((socket) => once(socket, 'open')));
    expect(await statusOf(urls[2] ?? '', '203.0.113.7')).to.equal(429);
    expect(await statusOf(urls[2] ?? '', '203.0.113.8')).to.equal(101);
    for (const socket of sockets.slice(0, 1)) {
      socket.close();
      await once(socket, 'close');
    }
    expect(await statusOf(urls[2] ?? '', '203.0.113.7')).to.equal(101);
  });

  it("end when the visitor's machine has gone without a word", async () => {
    line = await openLine({ key, clock, streams: { heartbeat: 40 } });
    const gone = new WebSocket(await streamUrl(), { autoPong: false });
    const here = new WebSocket(await streamUrl());
    const beats = new Promise<void>((resolve) => {
      let count = 0;
      here.on('ping', () => (count += 1) === 4 && resolve());
    });
    const [code] = await once(gone, 'close');
    expect(code).to.equal(1_006);
    await beats;
    expect(here.readyState).to.equal(WebSocket.OPEN);
  });

  it('end when a client does not read, before much is held for it, and the chat goes on', async () => {
    line = await openLine({ key, streams: { buffered: 200_000 } });
    const visitor = await Visitor.arrive(line.base);
    const slow = await openWithoutReading(visitor.streamUrl);
    const value = 'x'.repeat(60_000);
    for (let count = 0; count < 200; count += 1) {
      if (count % 50 === 0) line.pass(60_000);
      await visitor.say(`${count}`, { value });
    }
    slow.resume();
    const [code] = await once(slow, 'close');
    expect(code).to.equal(1_006);
    const again = await visitor.reconnect();
    expect((await again.until(1)).length).to.be.greaterThan(0);
  });

  it('end when a client asks for signs of life and does not read them', async () => {
    line = await openLine({ key, clock, streams: { buffered: 10_000 } });
    const slow = await openWithoutReading(await streamUrl());
    const closed = once(slow, 'close');
    const flood = setInterval(() => {
      for (let count = 0; count < 5_000 && slow.readyState === WebSocket.OPEN; count += 1)
        slow.ping('x'.repeat(125));
    }, 5);
    const raw = Reflect.get(slow, '_socket') as { on: (name: string, heard: () => void) => void };
    await Promise.race([closed, new Promise<void>((resolve) => raw.on('error', resolve))]);
    clearInterval(flood);
    slow.terminate();
    expect((await Visitor.arrive(line.base)).conversation).to.have.length(22);
  });

  it('end at a frame of a megabyte, without reading it', async () => {
    line = await openLine({ key, clock });
    for (const frame of ['x'.repeat(1_048_576), Buffer.alloc(1_048_576)]) {
      const socket = new WebSocket(await streamUrl());
      socket.on('error', () => undefined);
      await once(socket, 'open');
      socket.send(frame);
      const [code] = await once(socket, 'close');
      expect([1_006, 1_009]).to.include(code);
    }
  });

  it('leave the service up when a client breaks off in the middle of opening one', async () => {
    line = await openLine({ key, clock, streams: { total: 0 } });
    const url = new URL(await streamUrl());
    for (let count = 0; count < 20; count += 1) {
      const socket = connect(Number(url.port), '127.0.0.1');
      socket.on('error', () => undefined);
      socket.write(
        `GET ${url.pathname}${url.search} HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n`,
        () => socket.resetAndDestroy(),
      );
      await once(socket, 'close');
    }
    expect((await Visitor.arrive(line.base)).conversation).to.have.length(22);
  });
});

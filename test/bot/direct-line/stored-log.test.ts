import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { openStorage } from '../../../bot/storage/index.ts';
import type { Storage } from '../../../bot/storage/storage.ts';
import { openLine, Stream, Visitor, type Line } from './visitor.ts';

const hour = 3_600_000;

describe('a chat that is stored', () => {
  let folder: string;
  let now: number;
  let storage: Storage;
  let line: Line;
  const clock = () => new Date(now);
  const start = async (): Promise<void> => {
    storage = await openStorage(`sqlite:${join(folder, 'bot.db')}`, { clock });
    line = await openLine({ storage, clock });
  };
  const restart = async (): Promise<void> => {
    await line.close();
    await storage.close();
    await start();
  };
  const bytes = (): string =>
    readdirSync(folder)
      .map((name) => readFileSync(join(folder, name), 'latin1'))
      .join('\n');

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'chat-'));
    now = Date.parse('2026-11-23T10:00:00Z');
    await start();
  });
  afterEach(async () => {
    await line.close();
    await storage.close();
    rmSync(folder, { recursive: true });
  });

  it('is there again after a restart, for the visitor who comes back with the token', async () => {
    const visitor = await Visitor.arrive(line.base);
    await visitor.say('my secret', { channelData: { clientActivityID: 'a' } });
    await restart();
    const same = visitor.at(line.base);
    const stream = await same.reconnect();
    const activities = await stream.until(3);
    expect(activities.map(({ text }) => text)).to.deep.equal(['Hello.', 'my secret', 'You said: my secret']);
    expect(activities[1]?.channelData).to.deep.equal({ clientActivityID: 'a' });
    await same.say('and on');
    expect((await stream.until(5)).at(-1)?.text).to.equal('You said: and on');
    expect(line.bot.heard.map(({ type }) => type)).to.deep.equal(['message']);
  });

  it('goes on at the watermark of before the restart: nothing lost, nothing twice', async () => {
    const visitor = await Visitor.arrive(line.base);
    const before = new Stream(visitor.streamUrl);
    await before.until(1);
    await visitor.say('one');
    await before.until(3);
    await restart();
    const same = visitor.at(line.base);
    await same.say('two');
    const stream = await same.reconnect(before.frames.at(-1)?.watermark);
    expect((await stream.until(2)).map(({ text }) => text)).to.deep.equal(['two', 'You said: two']);
    expect(await same.texts(stream.frames.at(-1)?.watermark)).to.deep.equal([]);
    expect(await same.texts()).to.deep.equal(['Hello.', 'one', 'You said: one', 'two', 'You said: two']);
  });

  it('hides nothing from a client that saw more than was stored', async () => {
    const visitor = await Visitor.arrive(line.base);
    for (const text of ['a', 'b', 'c']) await visitor.say(text);
    await line.close();
    await storage.save([
      { key: `direct-line-log:${visitor.conversation}`, document: undefined, expect: 'any' },
    ]);
    await storage.close();
    await start();
    const same = visitor.at(line.base);
    for (const text of ['d', 'e', 'f', 'g']) await same.say(text);
    expect(await same.texts('7')).to.have.length(8);
  });

  it('is in no form readable in the file: not what was written, not what was answered, not the key', async () => {
    const visitor = await Visitor.arrive(line.base);
    await visitor.say('zebra crossing', { value: { note: 'giraffe' } });
    await line.flush();
    const file = bytes();
    expect(file).to.include('direct-line-log');
    const claims: { readonly key: string; readonly user: string } = JSON.parse(
      Buffer.from(visitor.token.split('.')[1] ?? '', 'base64url').toString(),
    );
    const raw = Buffer.from(claims.key, 'base64url');
    for (const word of ['zebra', 'giraffe', 'You said', 'Hello', claims.key, claims.user])
      for (const form of [
        word,
        Buffer.from(word)
          .toString('base64')
          .replace(/.{2}=*$/, ''),
        Buffer.from(word).toString('hex'),
      ])
        expect(file.includes(form), form).to.equal(false);
    for (const form of ['latin1', 'hex', 'base64'] as const)
      expect(file.includes(raw.toString(form)), form).to.equal(false);
  });

  it('is another one for each visitor', async () => {
    const [one, two] = [await Visitor.arrive(line.base), await Visitor.arrive(line.base)];
    await one.say('I am one');
    await two.say('I am two');
    await restart();
    expect(await one.at(line.base).texts()).to.deep.equal(['Hello.', 'I am one', 'You said: I am one']);
    expect(await two.at(line.base).texts()).to.deep.equal(['Hello.', 'I am two', 'You said: I am two']);
    const thief = one.at(line.base);
    thief.conversation = two.conversation;
    expect((await thief.call('GET', `/conversations/${two.conversation}`)).status).to.equal(403);
  });

  it('is gone a day after the first of its words, at the latest', async () => {
    const visitor = await Visitor.arrive(line.base);
    await visitor.say('old');
    await line.flush();
    now += 13 * hour;
    visitor.token = String((await visitor.renew()).body['token']);
    await visitor.say('young');
    await line.flush();
    now += 11 * hour;
    await storage.sweep(clock());
    await restart();
    const same = visitor.at(line.base);
    same.token = String((await same.renew()).body['token']);
    expect(await same.texts()).to.deep.equal(['young', 'You said: young']);
    now += 13 * hour;
    await line.close();
    await storage.sweep(clock());
    await storage.close();
    expect(bytes()).to.not.include('direct-line-log');
    await start();
  });

  it('is gone from the file when the visitor clears it', async () => {
    const visitor = await Visitor.arrive(line.base);
    await visitor.say('hi');
    await line.flush();
    expect(bytes()).to.include('direct-line-log');
    expect((await visitor.call('DELETE', `/conversations/${visitor.conversation}`)).status).to.equal(204);
    expect(bytes()).to.not.include('direct-line-log');
    await restart();
    expect(await visitor.at(line.base).texts()).to.deep.equal([]);
  });

  it('is cleared also when that is the first that is heard of it after a restart', async () => {
    const visitor = await Visitor.arrive(line.base);
    await visitor.say('hi');
    await restart();
    const same = visitor.at(line.base);
    expect((await same.call('DELETE', `/conversations/${same.conversation}`)).status).to.equal(204);
    expect(bytes()).to.not.include('direct-line-log');
  });

  it('begins anew, and harms nobody, when its document is damaged', async () => {
    const visitor = await Visitor.arrive(line.base);
    await visitor.say('hi');
    await line.flush();
    const key = `direct-line-log:${visitor.conversation}`;
    const { document } = (await storage.load(key)) ?? {};
    const { data } = document as { readonly data: string };
    const flipped = `${data.startsWith('A') ? 'B' : 'A'}${data.slice(1)}`;
    for (const damaged of [{ ...(document as object), data: flipped }, { v: 1, data: '' }, {}]) {
      await line.close();
      await storage.save([{ key, document: damaged, expect: 'any' }]);
      line = await openLine({ storage, clock });
      const same = visitor.at(line.base);
      expect((await same.say('again')).status).to.equal(200);
      expect(await same.texts()).to.deep.equal(['again', 'You said: again']);
    }
  });
});

import type { Activity } from 'botbuilder';
import { expect } from 'chai';
import { startService, type RunningService } from '../../support/service.ts';
import { openLine, Visitor, type Line } from './visitor.ts';

describe('bad input over Direct Line', () => {
  let line: Line;
  before(async () => (line = await openLine({ key: 'k'.repeat(32) })));
  after(() => line.close());

  it('refuses what is nested so deep that it would break a reader', async () => {
    const visitor = await Visitor.arrive(line.base);
    for (const depth of [9, 30_000]) {
      const body = `{"type":"message","text":"hi","value":${'['.repeat(depth)}${']'.repeat(depth)}}`;
      const { status, body: answer } = await visitor.call(
        'POST',
        `/conversations/${visitor.conversation}/activities`,
        body,
      );
      expect([status, answer.error?.code], `${depth}`).to.deep.equal([400, 'BadArgument']);
    }
    expect((await visitor.say('hi', { value: { note: ['a', { b: 'c' }] } })).status).to.equal(200);
  });

  it('gives back of a message only its words, as plain text, and what the client needs to know it again', async () => {
    const visitor = await Visitor.arrive(line.base);
    const words = '<img src=x onerror=alert(1)> [x](javascript:alert(1)) **bold**';
    await visitor.say(words, {
      textFormat: 'xml',
      channelData: { clientActivityID: 'a', speak: '<speak/>', tenant: { id: 'x' } },
      attachments: [{ contentType: 'text/html', content: '<script>' }],
      suggestedActions: { actions: [] },
      entities: [{ type: 'mention' }],
      attachmentLayout: 'carousel',
      inputHint: 'x',
      replyToId: 'x',
      timestamp: '1999-01-01',
      conversation: { id: 'other', isGroup: true },
    });
    const { body } = await visitor.call('GET', `/conversations/${visitor.conversation}/activities`);
    const found: Partial<Activity> = body.activities?.find(({ text }) => text === words) ?? {};
    const { id: _id, timestamp, ...message } = found;
    expect(message).to.deep.equal({
      type: 'message',
      text: words,
      textFormat: 'plain',
      channelId: 'directline',
      from: { id: message.from?.id, name: '', role: 'user' },
      conversation: { id: visitor.conversation, name: '', isGroup: false, conversationType: 'personal' },
      channelData: { clientActivityID: 'a' },
    });
    expect(String(timestamp)).to.match(/^2026-/);
  });

  it('is refused at once when it is a megabyte', async () => {
    const visitor = await Visitor.arrive(line.base);
    const { status, body } = await visitor.say('hi', { value: 'x'.repeat(1_048_576) });
    expect([status, body.error?.code]).to.deep.equal([413, 'BodyTooLarge']);
  });

  it('is refused beyond six hundred messages a minute from one address, in however many chats', async () => {
    const visitors = await Promise.all(Array.from({ length: 11 }, () => Visitor.arrive(line.base)));
    const statuses: number[] = [];
    for (const visitor of visitors)
      for (let count = 0; count < 55; count += 1) {
        const path = `/conversations/${visitor.conversation}/activities`;
        const headers = { 'x-forwarded-for': '198.51.100.1' };
        statuses.push((await visitor.call('POST', path, { type: 'typing' }, headers)).status);
      }
    expect(statuses.filter((status) => status === 200)).to.have.length(600);
    expect(statuses.at(-1)).to.equal(429);
    expect((await visitors[0]?.say('hi'))?.status).to.equal(200);
  });
});

describe('what a visitor writes', () => {
  let service: RunningService;
  before(async () => (service = await startService()));
  after(() => service.stop());

  it("never comes back in an answer, so that no markup of it is drawn as the bot's", async () => {
    const visitor = await Visitor.arrive(service.url);
    for (const words of [
      '<img src=x onerror=alert(7341)> what is an IOP?',
      '[click 7341](javascript:alert(7341))',
      '![7341](https://x.example/7341.png)',
    ])
      await visitor.say(words);
    const { body } = await visitor.call('GET', `/conversations/${visitor.conversation}/activities`);
    const answers = (body.activities ?? []).filter(({ from }) => from.role === 'bot');
    expect(answers.length).to.be.greaterThan(3);
    expect(JSON.stringify(answers)).to.not.include('7341');
    expect(service.logged()).to.not.include('7341');
  });
});

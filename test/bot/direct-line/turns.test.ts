import { expect } from 'chai';
import { openLine, Visitor, type Line } from './visitor.ts';

const sent = (clientActivityID: string) => ({ channelData: { clientActivityID } });

describe('a message over Direct Line', () => {
  let line: Line;
  beforeEach(async () => (line = await openLine()));
  afterEach(() => line.close());

  it('that is sent again while it is answered, or after, is answered once', async () => {
    const visitor = await Visitor.arrive(line.base);
    const [first, second] = await Promise.all([visitor.say('hi', sent('a')), visitor.say('hi', sent('a'))]);
    const third = await visitor.say('hi', sent('a'));
    expect([second.body, third.body]).to.deep.equal([first.body, first.body]);
    expect(line.bot.messages).to.have.length(1);
    expect(await visitor.texts()).to.deep.equal(['Hello.', 'hi', 'You said: hi']);
  });

  it('of other words is never taken for a resend', async () => {
    const visitor = await Visitor.arrive(line.base);
    await visitor.say('hi', sent('a'));
    await visitor.say('I want to die', sent('a'));
    expect(line.bot.messages.map(({ text }) => text)).to.deep.equal(['hi', 'I want to die']);
  });

  it('gets 502 when the bot fails, and is tried again when sent again', async () => {
    const visitor = await Visitor.arrive(line.base);
    line.bot.before = async () => Promise.reject(new Error('broken: secret reason'));
    const failed = await visitor.say('hi', sent('a'));
    expect(failed.status).to.equal(502);
    expect(JSON.stringify(failed.body)).to.not.include('secret reason');
    line.bot.before = async () => undefined;
    expect((await visitor.say('hi', sent('a'))).status).to.equal(200);
    expect(await visitor.texts()).to.deep.equal(['Hello.', 'hi', 'You said: hi']);
  });

  it('gets 504 when the bot takes too long, and its answer all the same', async () => {
    await line.close();
    line = await openLine({ turnLimit: 20 });
    const visitor = await Visitor.arrive(line.base);
    const release = line.bot.hold();
    expect((await visitor.say('hi', sent('a'))).status).to.equal(504);
    release();
    expect((await visitor.say('hi', sent('a'))).status).to.equal(200);
    expect(await visitor.texts()).to.deep.equal(['Hello.', 'hi', 'You said: hi']);
  });

  it('is refused beyond sixty a minute', async () => {
    const visitor = await Visitor.arrive(line.base);
    const answers = [];
    for (let count = 0; count < 61; count += 1) answers.push((await visitor.say(`${count}`)).status);
    expect(answers.filter((status) => status === 200)).to.have.length(60);
    expect(answers.at(-1)).to.equal(429);
  });
});

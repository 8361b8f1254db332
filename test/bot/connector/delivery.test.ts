import { expect } from 'chai';
import { Channel, quick } from '../../support/connector/channel.ts';
import { hold } from '../../support/connector/hold.ts';

const danger = 'i am going to kill myself tonight';
const minute = 60_000;

describe('replies over a connector', () => {
  let channel: Channel;
  let now: number;
  beforeEach(async () => {
    now = Date.now();
    channel = await Channel.open({}, { clock: () => new Date(now) });
  });
  afterEach(() => channel.close());

  const texts = (): readonly string[] => channel.connector.messages.map(({ text }) => text ?? '');
  const next = (before: { readonly conversation: object }, text: string) => {
    now += 1_000;
    return channel.said(text, { conversation: before.conversation });
  };

  it('come in order, each once, as answers to the message', async () => {
    const activity = channel.said('what is an iop');
    expect((await channel.deliver(activity)).status).to.equal(200);
    expect(texts()).to.have.length(2);
    expect(texts()[0]).to.include('Automated service');
    expect(texts()[1]).to.include('outpatient');
    expect(channel.connector.calls.map(({ activityId }) => activityId)).to.deep.equal([
      activity.id,
      activity.id,
    ]);
  });

  it('keep the order of the messages when the first one is slow', async () => {
    const first = channel.said('what is an iop');
    const { held, release } = hold();
    channel.connector.meetNext({ after: held });
    const answers = [channel.deliver(first)];
    await channel.connector.called(1);
    answers.push(channel.deliver(next(first, 'what is php')));
    // Whatever overtakes would arrive in this time.
    setTimeout(release, 100);
    await Promise.all(answers);
    expect(texts().at(-1)).to.match(/partial hospitalization/i);
    expect(texts().slice(0, -1).join(' ')).to.match(/intensive outpatient/i);
  });

  for (const [what, text] of [
    ['a message', 'what is an iop'],
    ['a message in danger', danger],
  ] as const)
    it(`are given once to ${what} that the channel sends again, at the same time and later`, async () => {
      const activity = channel.said(text);
      const { held, release } = hold();
      channel.connector.meetNext({ after: held });
      const answers = [channel.deliver(activity), channel.deliver(activity)];
      await channel.connector.called(1);
      release();
      await Promise.all(answers);
      const { messages } = channel.connector;
      expect((await channel.deliver(activity)).status).to.equal(200);
      expect(channel.connector.messages).to.deep.equal(messages);
      expect(new Set(texts()).size).to.equal(messages.length);
    });

  for (const status of [429, 500, 502, 503])
    it(`arrive after two answers ${status}`, async () => {
      channel.connector.meetNext({ status }, { status });
      await channel.deliver(channel.said('what is an iop'));
      expect(texts()).to.have.length(2);
      expect(await channel.figure('bot_send_retries_total')).to.equal(2);
    });

  it('are given up after three tries, with a code in the log and in the figures', async () => {
    channel.connector.meetAll({ status: 503 });
    expect((await channel.deliver(channel.said('what is an iop'))).status).to.equal(200);
    expect(channel.connector.calls).to.have.length(3);
    expect(channel.service.logged()).to.include('"event":"send-not-taken","count":3,"status":503');
    expect(await channel.figure('bot_sends_total{outcome="not-taken"}')).to.equal(1);
  });

  it('arrive when the connection was cut at the first try', async () => {
    channel.connector.meetNext('reset');
    await channel.deliver(channel.said('what is an iop'));
    expect(texts()).to.have.length(2);
  });

  it('are not given twice where the connector may have taken them in silence', async () => {
    const activity = channel.said('what is an iop');
    channel.connector.meetAll('silence');
    await channel.deliver(activity);
    expect(channel.connector.calls).to.have.length(2);
    channel.connector.meetAll(undefined);
    await channel.deliver(next(activity, 'what is php'));
    expect(channel.connector.read)
      .to.match(/partial hospitalization/i)
      .and.not.include('Automated service');
  });

  it('are given twice rather than not at all in danger', async () => {
    channel.connector.meetNext(
      'silence',
      'silence',
      { status: 500 },
      { status: 429, headers: { 'Retry-After': '900' } },
    );
    await channel.deliver(channel.said(danger));
    expect(await channel.helped()).to.equal(1);
    expect(channel.connector.calls.slice(0, 5).map(({ activity }) => activity.text)).to.deep.equal(
      Array.from({ length: 5 }, () => channel.connector.messages[0]?.text),
    );
  });

  it('come as plain text where the channel rejects their form', async () => {
    channel.connector.meetNext({ status: 400 });
    await channel.deliver(channel.said(danger));
    const [message] = channel.connector.messages;
    expect(message?.textFormat).to.equal('plain');
    expect(message?.text).to.include('988').and.not.include('**');
  });

  it('are not tried again where the conversation is gone', async () => {
    const activity = channel.said('what is an iop');
    channel.connector.meetAll({ status: 403 });
    await channel.deliver(activity);
    expect(channel.connector.calls).to.have.length(2);
    channel.connector.meetAll(undefined);
    await channel.deliver(next(activity, 'what is php'));
    expect(channel.connector.read).to.not.include('Automated service');
  });

  it('that failed come before the next answer, while they are fresh', async () => {
    const activity = channel.said('what is an iop');
    channel.connector.meetAll({ status: 500 });
    await channel.deliver(activity);
    channel.connector.meetAll(undefined);
    await channel.deliver(next(activity, 'what is php'));
    expect(texts()).to.have.length(3);
    expect(texts()[1]).to.match(/intensive outpatient/i);
    expect(texts()[2]).to.match(/partial hospitalization/i);
    await channel.deliver(next(activity, 'what is inpatient care'));
    expect(texts()).to.have.length(4);
  });

  it('that failed are let go after some minutes', async () => {
    const activity = channel.said('what is an iop');
    channel.connector.meetAll({ status: 500 });
    await channel.deliver(activity);
    channel.connector.meetAll(undefined);
    now += 6 * minute;
    await channel.deliver(next(activity, 'what is php'));
    expect(texts()).to.have.length(1);
  });

  it('that failed in danger are told of in the log, and come with the next message', async () => {
    const activity = channel.said(danger);
    channel.connector.meetAll({ status: 500 });
    await channel.deliver(activity);
    expect(channel.service.logged()).to.include('"event":"crisis-unsent"');
    expect(channel.connector.calls).to.have.length(quick.crisis.pauses.length + 1);
    expect(channel.service.logged()).to.not.match(/kill|tonight/);
    channel.connector.meetAll(undefined);
    await channel.deliver(next(activity, 'hello?'));
    expect(texts()[0]).to.equal(channel.connector.calls[0]?.activity.text);
  });

  it('that failed do not stand before help in danger', async () => {
    const activity = channel.said('what is an iop');
    channel.connector.meetAll({ status: 500 });
    await channel.deliver(activity);
    channel.connector.meetAll(undefined);
    await channel.deliver(next(activity, danger));
    expect(texts()[0]).to.include('988');
    expect(channel.connector.read).to.not.include('Automated service');
    await channel.deliver(next(activity, 'ok'));
    expect(channel.connector.read).to.not.include('Automated service');
  });
});

import { expect } from 'chai';
import type { Activity } from 'botbuilder';
import type { Reference } from '../../../bot/connector/send-to.ts';
import type { Reply } from '../../../dialogs/reply.ts';
import { Channel } from '../../support/connector/channel.ts';
import { wordsOf } from '../../support/words-of.ts';

const word: Reply = {
  kind: 'ask',
  question: 'safe',
  progress: 'Question 1 of 2',
  text: 'Are you safe?',
  choices: [{ id: 'safe=yes', label: 'Yes' }],
  actions: [],
};

/** What a bot would keep of an activity to be able to write later. */
const referenceOf = ({
  recipient,
  from,
  channelId,
  conversation,
  serviceUrl,
  locale,
}: Activity): Reference => ({
  bot: recipient,
  user: from,
  channelId,
  conversation,
  serviceUrl,
  ...(locale ? { locale } : {}),
});

describe('what the bot says unasked', () => {
  let channel: Channel;
  before(async () => {
    channel = await Channel.open();
  });
  after(() => channel.close());

  const sent = async (name: string) => {
    const reference = referenceOf(channel.payload(name) as Activity);
    expect(await channel.service.sendTo(reference, [word])).to.equal('taken');
    const call = channel.connector.calls.at(-1);
    expect(call?.conversation).to.equal(reference.conversation.id);
    expect(call?.activityId).to.equal(undefined);
    expect(channel.framework.issued.has(call?.token ?? '')).to.equal(true);
    expect(call?.activity.recipient?.id).to.equal(reference.user?.id);
    expect(call?.activity.replyToId).to.equal(undefined);
    return call?.activity;
  };

  it('reaches a person on the website, with buttons', async () => {
    const activity = await sent('webchat.message');
    expect(activity?.textFormat).to.equal('markdown');
    expect(activity?.suggestedActions?.actions.map(({ title }) => title)).to.deep.equal(['Yes']);
  });

  it('reaches a person in Teams, and a channel without suggested actions', async () => {
    for (const name of ['msteams.personal.message', 'msteams.channel.mention']) {
      const activity = await sent(name);
      expect(activity && wordsOf(activity), name)
        .to.include('Are you safe?')
        .and.include('1. Yes');
      expect(activity?.suggestedActions, name).to.equal(undefined);
    }
  });

  it('reaches a phone as plain text', async () => {
    const activity = await sent('sms.message');
    expect(activity?.textFormat).to.equal('plain');
    expect(activity?.text).to.include('Are you safe?').and.include('1. Yes');
  });

  it('is tried again like any other reply', async () => {
    channel.connector.meetNext({ status: 502 }, 'reset');
    await sent('webchat.message');
  });

  it('goes to no address but those of the channels', async () => {
    const reference = {
      ...referenceOf(channel.payload('sms.message') as Activity),
      serviceUrl: 'https://evil.example',
    };
    const outcome = await channel.service.sendTo(reference, [word]).catch((error: Error) => error.message);
    expect(outcome).to.match(/serviceUrl/);
  });
});

import { expect } from 'chai';
import { Channel } from '../../support/connector/channel.ts';

describe('what a person sees of what is no message', () => {
  let channel: Channel;
  beforeEach(async () => {
    channel = await Channel.open();
  });
  afterEach(() => channel.close());

  describe('is nothing', () => {
    const quiet: readonly (readonly [string, string, object?])[] = [
      ['for a reaction', 'msteams.messageReaction'],
      ['while someone types', 'webchat.message', { type: 'typing', text: undefined }],
      [
        'when a message is taken back',
        'msteams.personal.message',
        { type: 'messageDelete', text: undefined },
      ],
      ['when the bot is removed', 'msteams.personal.installationUpdate', { action: 'remove' }],
      [
        'when someone leaves',
        'webchat.conversationUpdate',
        { membersAdded: [], membersRemoved: [{ id: 'x' }] },
      ],
      ['when the conversation ends', 'webchat.message', { type: 'endOfConversation', text: undefined }],
      ['for an event', 'webchat.message', { type: 'event', name: 'webchat/join', text: undefined }],
      ['for a type that does not exist', 'webchat.message', { type: 'somethingNew' }],
    ];
    for (const [what, name, changes] of quiet)
      it(what, async () => {
        expect(await channel.seenAfter(name, changes)).to.equal('');
        expect(channel.connector.calls).to.deep.equal([]);
        expect(channel.service.logged()).to.not.match(/fault|error/i);
      });
  });

  describe('when they rate an answer', () => {
    const feedback = (comment: string) => ({
      type: 'invoke',
      name: 'message/submitAction',
      text: undefined,
      value: {
        actionName: 'feedback',
        actionValue: { reaction: 'dislike', feedback: JSON.stringify({ feedbackText: comment }) },
      },
    });

    it('is thanks without a word, and no error', async () => {
      const response = await channel.deliver(
        channel.payload('msteams.personal.message', feedback('too long')),
      );
      expect(response.status).to.equal(200);
      expect(await response.json()).to.deep.equal({});
      expect(channel.connector.calls).to.deep.equal([]);
    });

    it('is help where their comment tells of danger', async () => {
      const response = await channel.deliver(
        channel.payload('msteams.personal.message', feedback('i want to kill myself tonight')),
      );
      expect(await response.json()).to.deep.equal({});
      expect(channel.connector.read).to.include('988');
      expect(await channel.helped()).to.equal(1);
    });

    it('is nothing for any other invoke, which gets 501 without noise', async () => {
      const invoke = { type: 'invoke', name: 'composeExtension/query', text: undefined };
      const response = await channel.deliver(channel.payload('msteams.personal.message', invoke));
      expect(response.status).to.equal(501);
      expect(channel.service.logged()).to.equal('');
    });
  });
});

import { expect } from 'chai';
import { Channel } from '../../support/connector/channel.ts';

const danger = 'i want to kill myself tonight';

/** What each captured activity of a channel leads to, over HTTP and with a signed token as in production. */
describe('what a person sees', () => {
  let channel: Channel;
  beforeEach(async () => {
    channel = await Channel.open();
  });
  afterEach(() => channel.close());

  const after = (name: string, changes?: object) => channel.seenAfter(name, changes);
  /** As above, where it has to be the crisis reply. */
  const helpAfter = async (name: string, changes: object = {}): Promise<string> => {
    const before = await channel.helped();
    const seen = await after(name, changes);
    expect(await channel.helped()).to.equal(before + 1);
    return seen;
  };
  const lastMessage = () => channel.connector.messages.at(-1);

  describe('in a personal chat in Teams', () => {
    it('is one greeting with its choices when the bot is installed', async () => {
      await after('msteams.personal.conversationUpdate');
      await after('msteams.personal.installationUpdate');
      expect(channel.connector.messages).to.have.length(1);
      expect(channel.connector.read)
        .to.include('988')
        .and.match(/automated/i);
      expect(lastMessage()?.suggestedActions?.actions.map(({ type }) => type)).to.include('imBack');
    });

    it('is an answer to what they ask', async () => {
      expect(await after('msteams.personal.message')).to.not.equal('');
      expect(await after('msteams.personal.message', { id: '2', text: 'what is an iop' })).to.match(
        /outpatient/,
      );
    });

    it('is an answer to words that come as HTML only', async () => {
      const attachments = [
        { contentType: 'text/html', content: '<p>I don&#39;t want to&nbsp;live anymore</p>' },
      ];
      expect(await helpAfter('msteams.personal.message', { text: null, attachments })).to.include('988');
    });

    it('is a polite word where there are none', async () => {
      expect(await after('msteams.personal.message', { text: null, attachments: [] })).to.include('words');
    });

    it('is a reply to the words typed into a card, and help where they tell of danger', async () => {
      expect(await after('msteams.personal.cardSubmit')).to.not.equal('');
      expect(
        await helpAfter('msteams.personal.cardSubmit', { id: 'f:2', value: { note: danger } }),
      ).to.include('988');
    });

    it('is the next question when they press an option', async () => {
      const asked = await after('msteams.personal.message', { text: 'start the screening' });
      expect(asked).to.match(/1 of|question/i);
      const next = await after('msteams.personal.cardSubmit', { value: { choice: 'safe=no' } });
      expect(next).to.not.equal('').and.not.equal(asked);
    });

    it('is help when a message is edited into one of danger, also after an answer to the first words', async () => {
      await after('msteams.personal.message', { id: '7', text: 'what is an iop' });
      const edited = { id: '7', type: 'messageUpdate', channelData: { eventType: 'editMessage' } };
      const seen = await helpAfter('msteams.personal.message', {
        ...edited,
        timestamp: '2025-10-08T17:34:00Z',
        text: danger,
      });
      expect(seen).to.include('988');
      const worried = { ...edited, timestamp: '2025-10-08T17:35:00Z', text: 'i do not want to be alive' };
      expect(await helpAfter('msteams.personal.message', worried)).to.include('988');
    });

    it('is nothing when a message is edited otherwise', async () => {
      await after('msteams.personal.message', { id: '7', text: 'what is an iop' });
      const edited = {
        id: '7',
        type: 'messageUpdate',
        timestamp: '2025-10-08T17:34:00Z',
        text: 'what is a php',
      };
      expect(await after('msteams.personal.message', edited)).to.equal('');
    });
  });

  describe('in a shared place in Teams', () => {
    for (const name of ['msteams.groupChat.mention', 'msteams.channel.mention'])
      it(`is an answer without buttons, and nothing personal (${name})`, async () => {
        const text = '<at>Spike bot</at> what is an iop?';
        expect(await after(name, { text })).to.match(/outpatient/);
        expect(lastMessage()?.suggestedActions).to.equal(undefined);
        const personal = await after(name, { id: '2', text: '<at>Spike bot</at> start the screening' });
        expect(personal).to.match(/private/i);
      });

    it('is help at once, without a question, in danger', async () => {
      const seen = await helpAfter('msteams.channel.mention', { text: `<at>Spike bot</at> ${danger}` });
      expect(seen).to.include('988');
      expect(channel.connector.calls[0]?.conversation).to.include(';messageid=');
      expect(lastMessage()?.suggestedActions).to.equal(undefined);
    });

    it("keeps a colleague's name in what was said", async () => {
      const entities = [
        { type: 'mention', mentioned: { id: '29:colleague' }, text: '<at>Kay Ill</at>' },
        {
          type: 'mention',
          mentioned: { id: '28:aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee' },
          text: '<at>Spike bot</at>',
        },
      ];
      const text = '<at>Spike bot</at> what is an iop, asks <at>Kay Ill</at>';
      expect(await after('msteams.channel.mention', { text, entities })).to.match(/outpatient/);
    });

    it('is one greeting when the bot joins a team, and none for each colleague who does', async () => {
      await after('msteams.team.conversationUpdate');
      expect(channel.connector.messages).to.have.length(1);
      const membersAdded = [{ id: '29:somebody' }];
      expect(await after('msteams.team.conversationUpdate', { id: 'f:2', membersAdded })).to.equal('');
    });
  });

  describe('on the website and by text message', () => {
    it('is one greeting when they open the chat, then answers', async () => {
      expect(await after('webchat.conversationUpdate'))
        .to.match(/automated/i)
        .and.include('988');
      expect(channel.connector.messages).to.have.length(1);
      expect(channel.connector.calls[0]?.activityId).to.equal(undefined);
      expect(await after('webchat.message', { text: 'what is an iop' })).to.match(/outpatient/);
      expect(lastMessage()?.textFormat).to.equal('markdown');
    });

    it('is the same over Direct Line, and for what is pressed there', async () => {
      expect(await after('directline.message', { text: 'what is an iop' })).to.match(/outpatient/);
      expect(await after('directline.cardSubmit', { value: { choice: 'topic:php-definition' } })).to.match(
        /partial/i,
      );
      expect(await after('directline.cardSubmit', { id: '3' })).to.not.equal('');
    });

    it('is short and plain by text message', async () => {
      expect(await after('sms.message', { text: 'what is an iop' })).to.match(/outpatient/);
      for (const { text, textFormat, suggestedActions, attachments } of channel.connector.messages) {
        expect(text?.length).to.be.at.most(306);
        expect(text).to.not.match(/[*_’“]/);
        expect([textFormat, suggestedActions, attachments]).to.deep.equal(['plain', undefined, undefined]);
      }
      expect(await helpAfter('sms.message', { id: 'b', text: danger })).to.include('988');
    });
  });
});

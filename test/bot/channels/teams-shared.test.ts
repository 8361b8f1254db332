import { expect } from 'chai';
import { Channel } from '../../support/connector/channel.ts';

const danger = 'i want to kill myself tonight';

describe('where others read along in Teams', () => {
  let channel: Channel;
  let count = 0;
  beforeEach(async () => {
    channel = await Channel.open();
  });
  afterEach(() => channel.close());

  const id = (): string => `1:${(count += 1)}`;
  const says = (place: string, words: string, changes: object = {}) =>
    channel.seenAfter(place, { id: id(), text: `<at>Spike bot</at> ${words}`, ...changes });
  const presses = (place: string, choice: string) =>
    channel.seenAfter(place, { id: id(), text: undefined, value: { choice } });
  const privately = (text: string) => channel.seenAfter('msteams.personal.message', { id: id(), text });
  const all = () => JSON.stringify(channel.connector.messages);

  for (const place of ['msteams.groupChat.mention', 'msteams.channel.mention']) {
    it(`answers general questions, with what to ask next as rows of a card (${place})`, async () => {
      expect(await says(place, 'what is an iop?')).to.match(/outpatient/);
      const last = channel.connector.messages.at(-1);
      expect(JSON.stringify(last?.attachments)).to.include('topic:');
      expect([last?.suggestedActions, last?.entities, last?.channelData]).to.deep.equal([
        undefined,
        undefined,
        undefined,
      ]);
      expect(await presses(place, 'topic:php-definition')).to.match(/partial hospitalization/i);
    });

    it(`moves what is personal to a private chat, said or pressed (${place})`, async () => {
      for (const seen of [
        await says(place, 'start the screening'),
        await presses(place, 'topic:start-screening'),
        await says(place, 'delete my data'),
      ])
        expect(seen).to.match(/private chat/i);
      expect(all()).to.not.match(/\d of \d/);
    });

    it(`takes no answer to a question of the screening (${place})`, async () => {
      const seen = await presses(place, 'safe=no');
      expect(seen).to.not.match(/\d of \d/);
      expect(await says(place, 'what is an iop?')).to.match(/outpatient/);
    });

    it(`repeats nothing that was said in a private chat (${place})`, async () => {
      await privately('start the screening');
      for (const choice of ['safe=no', 'body=no', 'age=under-18', 'detox=yes'])
        await channel.seenAfter('msteams.personal.cardSubmit', { id: id(), value: { choice } });
      const told = channel.connector.read;
      expect(told).to.match(/detox|24/i);
      for (const words of ['what was my result', 'my answers', 'go on', 'back'])
        expect(await says(place, words), words).to.not.match(/under 18|withdrawal|summary\//i);
    });

    it(`gives help at once in danger, repeats none of the words, and asks nothing (${place})`, async () => {
      const seen = await says(place, danger);
      expect(seen)
        .to.include('988')
        .and.not.match(/tonight|kill/i);
      expect(await channel.helped()).to.equal(1);
      expect(channel.connector.messages.at(-1)?.suggestedActions).to.equal(undefined);
      expect(all()).to.not.include('crisis:');
    });
  }

  it('keeps what one person is told apart from what another is', async () => {
    const place = 'msteams.groupChat.mention';
    await says(place, 'what is an iop?');
    const other = { from: { id: '29:another-person' } };
    expect(await says(place, 'more', other)).to.not.match(/9 hours/);
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { receive } from '../../bot/receive.ts';
import { projectRoot } from '../../knowledge/project-root.ts';

type Activity = Parameters<typeof receive>[0];

const payload = (name: string, changes: object = {}): Activity => {
  const file = join(projectRoot(), 'test/payloads', `${name}.json`);
  return { ...JSON.parse(readFileSync(file, 'utf8')).activity, ...changes } as Activity;
};

describe('an activity is received', () => {
  it('as the words of a personal message in Teams', () => {
    expect(receive(payload('msteams.personal.message'))?.message).to.include({ kind: 'text' });
  });

  it("without the bot's own mention in a channel, as a place where others read along", () => {
    const message = receive(payload('msteams.channel.mention'))?.message;
    expect(message).to.deep.include({ kind: 'text', text: 'hello there' });
    expect(message?.channel.shared).to.equal(true);
  });

  it('with the words that a client sends only as HTML', () => {
    const message = receive(payload('msteams.channel.mention', { text: null }))?.message;
    expect(message).to.have.property('text').that.includes('hello there');
  });

  it('as an arrival when the bot is installed in Teams, but not when only the bot joins elsewhere', () => {
    expect(receive(payload('msteams.personal.conversationUpdate'))?.message.kind).to.equal('joined');
    const alone = payload('webchat.conversationUpdate');
    const onlyBot = { ...alone, membersAdded: [{ id: alone.recipient.id }] } as Activity;
    expect(receive(onlyBot)).to.equal(undefined);
  });

  it('with every word that was typed into a card', () => {
    const typed = payload('msteams.personal.cardSubmit', { value: { note: 'i want to die', id: 7 } });
    expect(receive(typed)?.message).to.deep.include({ kind: 'text', text: 'i want to die' });
  });

  it('as a pressed choice where the card names one', () => {
    const pressed = payload('msteams.personal.cardSubmit', { value: { choice: 'safe=no' } });
    expect(receive(pressed)?.message).to.deep.include({ kind: 'choice', choice: 'safe=no' });
  });

  it('with a limit of two segments on SMS', () => {
    expect(receive(payload('sms.message'))?.message.channel.pageLength).to.equal(306);
  });

  it('as edited words when a message was changed', () => {
    const edited = payload('msteams.personal.message', { type: 'messageUpdate', text: 'new words' });
    expect(receive(edited)?.message).to.deep.include({ kind: 'edited', text: 'new words' });
  });

  it('as nothing when it is a reaction or a sign of typing', () => {
    expect(receive(payload('msteams.messageReaction'))).to.equal(undefined);
    expect(receive(payload('webchat.message', { type: 'typing' }))).to.equal(undefined);
  });
});

import { expect } from 'chai';
import { readMemory } from '../../dialogs/memory.ts';
import { knowledge } from '../support/knowledge.ts';
import { Chat } from '../support/chat.ts';

describe('an answer', () => {
  it('suggests what was not answered yet, and never itself', () => {
    const chat = new Chat();
    const answered: string[] = [];
    for (let turn = 0; turn < 12; turn += 1) {
      const label =
        chat.labels.find((each) => !/^(Yes|No),|person|Help me|Delete|chat private|Start over/.test(each)) ??
        'What is an IOP?';
      answered.push(label);
      chat.say(label);
      expect(
        chat.labels.filter((each) => answered.includes(each)),
        label,
      ).to.deep.equal([]);
    }
    expect(new Set(answered).size).to.equal(12);
  });

  it('comes for two questions at once in the order asked, with one set of suggestions', () => {
    const chat = new Chat();
    chat.say('hi', 'does insurance cover it and how many hours a week is it?');
    expect(chat.match.topics).to.deep.equal(['cost-insurance', 'iop-hours']);
    expect(chat.messages).to.have.length(2);
    expect(chat.messages[0]).to.include('What does it cost?');
    expect(chat.labels.filter((label) => /How many hours|cost/.test(label))).to.deep.equal([]);
  });

  it('is short for each of two questions by text message, with one hint to read on, and MORE reads both', () => {
    const chat = new Chat('sms');
    chat.say('hi', 'whats php? how much does it cost');
    expect(chat.match.topics).to.deep.equal(['php-definition', 'cost-insurance']);
    expect(chat.messages.filter((message) => message.includes('MORE'))).to.have.length(1);
    const pages: string[] = [];
    do pages.push(chat.say('more'));
    while (chat.text.includes('Text MORE') && pages.length < 10);
    for (const page of pages) expect(page.length, page).to.be.at.most(306);
    const { entries } = knowledge();
    const words = (text: string) => text.split(/\s+/).length;
    const whole = ['php-definition', 'cost-insurance'].map((id) => entries.get(id)?.full ?? '').join(' ');
    const read = pages.join(' ').replaceAll('Text MORE to read on.', '');
    expect(words(read)).to.be.at.least(words(whole));
    expect(read).to.include('What does it cost?');
  });

  it('to the same question again is the short one, and says so in other words each time', () => {
    const chat = new Chat();
    const first = chat.say('how many hours a week is it');
    const second = chat.say('how many hours a week is it');
    const third = chat.say('how many hours a week is it');
    expect(second.length).to.be.below(first.length);
    expect(new Set([first, second, third]).size).to.equal(3);
    expect(chat.match.topics).to.deep.equal(['iop-hours']);
  });

  it('is what a follow-up refers to, also after small talk', () => {
    const chat = new Chat();
    chat.say('how many hours a week is it', 'thanks', 'and for teens?');
    expect(chat.match.topics).to.deep.equal(['iop-hours-adolescents']);
    chat.say('are you a bot', 'what about php');
    expect(chat.match.topics).to.deep.equal(['php-hours']);
  });
});

describe('"tell me more"', () => {
  it('asks what about where nothing was answered', () => {
    const chat = new Chat();
    expect(chat.say('tell me more')).to.include('more about');
    expect(chat.labels).to.include('What is an IOP?');
  });

  it('says that all was told where it was, and what else there is', () => {
    const chat = new Chat();
    const first = chat.say('what is an iop', 'tell me more');
    expect(first).to.include('all I have');
    expect(chat.labels).to.include('What happens in an IOP?');
    expect(chat.say('more')).to.not.equal(first);
  });

  it('reads on in the middle of the screening, and its question stays', () => {
    const chat = new Chat('sms');
    chat.say('start the screening', 'what is php', 'MORE');
    expect(chat.text).to.include('day program').and.include('hurting');
  });
});

describe('what an older version remembered', () => {
  it('is read without what it was just offering', () => {
    const chat = new Chat();
    const old = { ...chat.memory, open: { kind: 'offer', topics: ['php-hours'] }, talk: { last: 7 } };
    const memory = readMemory(old);
    expect(memory?.language).to.equal('en');
    expect(memory?.open).to.equal(undefined);
    expect(memory?.talk).to.equal(undefined);
  });
});

import { expect } from 'chai';
import { exampleClinic } from '../../bench/example-clinic.ts';
import { Chat } from '../support/chat.ts';

const clinic = {
  ...exampleClinic,
  name: 'Hill Clinic',
  phone: '555-0100',
  hours: 'Monday to Friday, 9 to 5',
};

describe('what the source does not say', () => {
  it('is met with whom to ask: the clinic with its hours, and where to find care', () => {
    const chat = new Chat('directline', clinic);
    chat.say('what is the capital of france');
    expect(chat.text).to.include('can not answer').and.include('555-0100').and.include('9 to 5');
    expect(chat.text).to.include('FindTreatment.gov').and.include('1-800-662-4357');
    expect(chat.match.topics).to.deep.equal([]);
  });

  it('names no American places to a clinic elsewhere', () => {
    const chat = new Chat('directline', { ...clinic, country: 'IE' });
    expect(chat.say('what is the capital of france', 'human')).to.not.match(/FindTreatment|662/);
    expect(chat.text).to.include('112');
  });

  it('is said in other words each time, and the second time with the list of topics and a person', () => {
    const chat = new Chat('directline', clinic);
    const texts = Array.from({ length: 7 }, () => chat.say('what is the capital of france'));
    texts.slice(1).forEach((text, at) => expect(text).to.not.equal(texts[at]));
    expect(chat.labels).to.include('Which levels of care are there?').and.include('Talk to a person');
  });

  it('shows what comes near', () => {
    const chat = new Chat();
    chat.say('is the parking free or do i pay');
    expect(chat.labels).to.include('What does it cost? Will insurance pay?').and.include('Talk to a person');
  });

  it('starts anew with the ways in after an answer', () => {
    const chat = new Chat();
    chat.say('capital of france', 'capital of peru', 'what is php', 'capital of chile');
    expect(chat.labels).to.include('Help me find a kind of care');
  });

  it('fits two segments of a text message, numbered choices and all', () => {
    const chat = new Chat('sms', clinic);
    chat.say('hi');
    for (let turn = 0; turn < 6; turn += 1) {
      chat.say('what is the capital of france');
      for (const message of chat.messages) expect(message.length, message).to.be.at.most(306);
    }
  });
});

describe('"did you mean"', () => {
  const asked = (): Chat => {
    const chat = new Chat();
    chat.say('can i bring my dog');
    expect(chat.match.offered).to.have.length.within(2, 3);
    expect(chat.labels.at(-1)).to.equal('None of these');
    return chat;
  };

  it('is picked from by number, by words and by button', () => {
    for (const words of ['2', 'the second one', 'number two']) {
      const chat = asked();
      const [, second] = chat.match.offered;
      chat.say(words);
      expect(chat.match.topics, words).to.deep.equal([second]);
    }
    const chat = asked();
    const [first] = chat.match.offered;
    chat.press(`topic:${first}`, 'old label');
    expect(chat.match.topics).to.deep.equal([first]);
  });

  it('takes "none of these" in many words for an honest no with ways on', () => {
    for (const words of ['None of these', 'neither', 'ninguna', 'no', '4', 'no, something else']) {
      const chat = asked();
      chat.say(words);
      expect(chat.match.topics, words).to.deep.equal([]);
      expect(chat.match.offered, words).to.deep.equal([]);
      expect(chat.labels.length, words).to.be.above(1);
    }
  });

  it('takes another question as a new one, and an old button still works later', () => {
    const chat = asked();
    expect(chat.say('what is php')).to.include('partial hospitalization');
    chat.press('topic:family', 'Can my family take part or visit?');
    expect(chat.match.topics).to.deep.equal(['family']);
    chat.press('offer:none', 'None of these');
    expect(chat.labels).to.include('Talk to a person');
  });

  it('asks in other words the second time', () => {
    const chat = asked();
    const first = chat.text;
    expect(chat.say('can i bring my dog')).to.not.equal(first);
  });
});

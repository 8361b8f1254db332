import { expect } from 'chai';
import { Chat } from '../support/chat.ts';

describe('asked where an answer comes from, the service', () => {
  it('names the article, and what the facts of that answer rest on besides', () => {
    const chat = new Chat();
    expect(chat.say('How well does an IOP work?', 'says who'))
      .to.match(/one article/)
      .and.match(/2014/);
    expect(chat.text).to.not.include('NAMI');
    expect(chat.say('Who is an IOP right for?', 'where does this come from?')).to.include('NAMI');
    expect(chat.text).to.include('Who is an IOP right for?').and.not.include('2014');
    expect(chat.say('How many hours a week does a PHP take?', 'source')).to.include('one article');
    expect(chat.text).to.not.match(/NAMI|2014/);
  });

  it('says that an answer goes beyond the article', () => {
    const chat = new Chat();
    expect(chat.say('What does it cost? Will insurance pay?', 'source please')).to.include('does not answer');
    expect(chat.say('Can I take time off work for this?', 'source')).to.include('only in part');
    expect(chat.say('Who or what are you?', 'source')).to.include('about this service');
  });

  it('names both questions of a double answer', () => {
    const chat = new Chat();
    chat.say('what is php and what is inpatient', 'source');
    expect(chat.text).to.include('What is a PHP or day program?').and.include('What is inpatient treatment?');
  });

  it('says what all answers rest on where nothing was answered yet, and nothing twice running', () => {
    const chat = new Chat();
    const first = chat.say('source?');
    expect(first).to.include('NAMI').and.include('2014').and.include('one article');
    expect(chat.say('source')).to.not.equal(first);
  });

  it('understands it in Spanish and as a text message, in two segments', () => {
    const chat = new Chat('sms');
    chat.say('¿Para quién es un IOP?', 'de donde sale esto');
    expect(chat.text)
      .to.match(/articulo/)
      .and.match(/NAMI/);
    for (const message of chat.messages) expect(message.length, message).to.be.at.most(306);
  });
});

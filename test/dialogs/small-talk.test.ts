import { expect } from 'chai';
import fc from 'fast-check';
import { Chat } from '../support/chat.ts';

/** Short messages of all sorts, as people send them between questions. */
const small = [
  'hi', 'thanks', 'bye', 'ok', 'k', 'lol', 'yes', 'no', '👍', '😭', '🐶', '???', '...', '2', '77',
  "you're useless", 'this bot sucks', 'fuck you', 'stop', 'human', 'source', 'says who', 'more', 'english',
  'español', 'are you a bot', 'what can you do', 'what is php', 'how many hours', 'can i bring my dog',
  'none of these', 'that helped', "that didn't help", 'capital of france', 'what is an iop and what does it cost',
]; // prettier-ignore

describe('small talk', () => {
  it('never says the same thing twice running, remembers little, and stays in its place', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...small), { minLength: 2, maxLength: 14 }),
        fc.constantFrom('directline' as const, 'sms' as const, 'msteams' as const),
        (messages, channel) => {
          const chat = new Chat(channel);
          let before = '';
          for (const words of messages.flatMap((each) => [each, each])) {
            const said = chat.say(words);
            // A number may have picked the guided questions, which have ways of their own.
            if (chat.memory.open) return;
            expect(said, messages.join(' | ')).to.not.equal(before);
            expect(said.trim()).to.not.equal('');
            before = said;
          }
          expect(JSON.stringify(chat.memory).length).to.be.below(4_096);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('gets a short word that fits', () => {
    const chat = new Chat();
    chat.say('what is php');
    const fitting: readonly (readonly [string, RegExp])[] = [
      ['ok', /know/],
      ['👍', /know|ask/i],
      ['😭', /sorry.*988/],
      ['🐶', /words/],
      ['???', /words/],
      ["you're useless", /sorry/],
      ['yes', /which|what/i],
      ['77', /list/],
      ['so my story is long '.repeat(60), /short questions/],
    ];
    for (const [words, expected] of fitting) {
      expect(chat.say(words), words).to.match(expected);
      expect(chat.text.length).to.be.below(220);
      expect(chat.match.topics).to.deep.equal([]);
    }
  });

  it('takes scolding for what it is, and hard words about oneself for none', () => {
    const chat = new Chat();
    for (const words of ['this bot sucks', 'you are so dumb', 'eres un inútil', 'shut up'])
      expect(chat.say(words), words).to.match(/person|persona/);
    for (const words of [
      'i am useless',
      'my life is shit',
      'my mom says i am stupid',
      'it is my stupid fault',
    ])
      expect(chat.say(words), words).to.not.match(/no help so far|not good enough|Fair enough/);
  });

  it('is not in the way of the screening', () => {
    const chat = new Chat();
    chat.say('start the screening', 'no');
    expect(chat.text).to.not.match(/All right. I am here/);
    expect(chat.memory.screening?.answers).to.include({ safe: 'no' });
  });
});

describe('an empty message or a picture', () => {
  it('is met with a polite word, each time another one', () => {
    const chat = new Chat();
    const first = chat.send({});
    expect(first).to.include('words');
    expect(chat.send({})).to.not.equal(first);
    expect(chat.send({ attachments: [{ contentType: 'image/png' }] })).to.include('only read words');
  });
});

describe('the service', () => {
  it('says again that it is a machine after a long absence, and answers "hi" in few words', () => {
    const chat = new Chat();
    chat.send({ type: 'conversationUpdate', membersAdded: [{ id: 'person' }] });
    expect(chat.text)
      .to.match(/automated/)
      .and.match(/not a person/)
      .and.match(/not a clinician/);
    expect(chat.say('hi')).to.not.include('automated');
    chat.wait(20);
    expect(chat.say('hello')).to.match(/Automated service of .*not a person/);
    expect(chat.say('what is php')).to.not.include('Automated');
  });
});

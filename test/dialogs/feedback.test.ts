import { expect } from 'chai';
import { startService, type RunningService } from '../support/service.ts';
import { Chat } from '../support/chat.ts';
import { say } from '../support/emulator.ts';

const asksWhetherItHelped = (chat: Chat): boolean => chat.labels.includes('Yes, that helped');
const questions = [
  'What is an IOP?',
  'What is a PHP or day program?',
  'What is inpatient treatment?',
  'What is outpatient treatment?',
  'What happens in an IOP?',
  'Why is it called intensive?',
  'Who is an IOP right for?',
  'How well does an IOP work?',
];

describe('"did this help?"', () => {
  it('stands under the second answer, and then under every fifth', () => {
    const chat = new Chat();
    const asked = questions.map((question) => (chat.say(question), asksWhetherItHelped(chat)));
    expect(asked).to.deep.equal([false, true, false, false, false, false, true, false]);
  });

  it('is never asked by text message, after a word about danger, or of small talk', () => {
    const phone = new Chat('sms');
    expect(questions.map((question) => phone.say(question)).join()).to.not.include('that helped');
    const worried = new Chat();
    worried.say('i have been thinking about suicide', 'no', 'no');
    expect(questions.some((question) => (worried.say(question), asksWhetherItHelped(worried)))).to.equal(
      false,
    );
    const chat = new Chat();
    chat.say('what is php', 'thanks');
    expect(asksWhetherItHelped(chat)).to.equal(false);
  });

  it('is answered by button, by its words, by yes or no, and without being asked', () => {
    const ways: readonly (readonly [string, boolean])[] = [
      ['Yes, that helped', true],
      ['No, that did not help', false],
      ['yes', true],
      ['no', false],
      ['thanks that helped', true],
      ["that didn't help", false],
      ['no me sirvió', false],
      ['ok that was very helpful, thank you', true],
    ];
    for (const [words, helped] of ways) {
      const chat = new Chat();
      chat.say('What is an IOP?', 'What is a PHP or day program?', words);
      expect(chat.feedback, words).to.deep.equal({ topics: ['php-definition'], helped });
    }
  });

  it('is counted once for each answer', () => {
    const chat = new Chat();
    chat.say('what is php', 'that helped');
    expect(chat.feedback?.helped).to.equal(true);
    chat.say('that helped');
    expect(chat.feedback).to.equal(undefined);
  });

  it('leads to the topics near it and a person after a "no"', () => {
    const chat = new Chat();
    chat.say('what is php', 'that did not help');
    expect(chat.labels).to.include('Talk to a person').and.have.length.above(2);
    expect(chat.labels).to.not.include('What is a PHP or day program?');
  });

  it('is not read from what is no word about an answer', () => {
    const chat = new Chat();
    for (const words of ['my son went to rehab and it did not help him at all last year', 'does it help']) {
      chat.say('what is php', words);
      expect(chat.feedback, words).to.equal(undefined);
    }
  });
});

describe('what people say of an answer', () => {
  let service: RunningService;
  before(async () => {
    service = await startService();
  });
  after(() => service.stop());

  it('is counted by topic in the metrics, without their words', async () => {
    await say(service.url, 'f1', 'what is php');
    await say(service.url, 'f1', 'thanks, that was really helpful');
    await say(service.url, 'f1', 'that was very helpful');
    await say(service.url, 'f2', 'how many hours a week is an iop');
    await say(service.url, 'f2', 'no me sirvió');
    const metrics = await (await fetch(`${service.url}/metrics`)).text();
    expect(metrics).to.include('bot_feedback_total{topic="php-definition",helped="yes"} 1');
    expect(metrics).to.include('bot_feedback_total{topic="iop-hours",helped="no"} 1');
    expect(metrics + service.logged()).to.not.match(/really helpful|sirvi/);
  });
});

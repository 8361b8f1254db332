import { expect } from 'chai';
import { converse } from '../../dialogs/converse.ts';
import { languages } from '../../knowledge/language/language.ts';
import { toGsm7 } from '../../knowledge/texts/gsm7.ts';
import { knowledge } from '../support/knowledge.ts';
import { after, Chat } from './crisis-chat.ts';
import { texts } from './crisis-support.ts';

const danger = 'i have a gun and i want to end it tonight';

describe('after a danger', () => {
  const barriers: readonly (readonly [string, RegExp])[] = [
    ['calling is hard for me', /speak out loud: text 988/],
    ['i dont want the police to come', /no one is sent/],
    ['they put me on hold for an hour', /sorry that you had to wait/],
    ['they kept me waiting an hour', /sorry that you had to wait/],
    ['me tuvieron esperando una hora', /esperar|sorry that you had to wait/],
    ["please don't tell my parents", /need not say your name/],
    ['i have no one to call', /at any hour/],
    ['i wont go to the hospital again', /does not by itself mean a hospital/],
    ['nothing helps', /Another person, or another day/],
    ['leave me alone', /still write to me/],
    ['i have no credit', /is free/],
    ["you don't understand", /only a bot/],
    ['¿va a venir la policía? me da miedo', /no va nadie|no one is sent/],
    ['no tengo saldo', /gratis|free/],
  ];
  for (const [words, answer] of barriers)
    it(`"${words}" is taken seriously, with the help in sight and the question open`, () => {
      const chat = after(danger);
      expect(chat.say(words)).to.match(answer).and.match(/988/);
      expect(chat.memory.open).to.deep.equal({ kind: 'crisis', asks: 'company' });
    });

  it('what stands in the way is not answered twice with the same words', () => {
    const chat = after(danger, 'no');
    const first = chat.say('i wont call anyone');
    const second = chat.say('stop telling me to call');
    expect(second).to.not.equal(first);
    expect(second).to.include('988');
  });

  it('words of a person about themselves are never answered as a question about care', () => {
    for (const words of [
      'my head is so loud',
      'nobody sees me',
      'the group at work hates me',
      'no one came',
    ]) {
      const chat = after(danger, 'no');
      const text = chat.say(words);
      expect(
        chat.replies.some(({ kind }) => kind === 'answer'),
        words,
      ).to.equal(false);
      expect(text, words).to.include('988');
    }
  });

  it('a harmless edit of an older message is met with nothing, and the direct question stays open', () => {
    const { memory } = after(danger);
    const channel = { shared: false, pageLength: undefined };
    const edited = { kind: 'edited', text: 'calling is hard for me', channel } as const;
    const outcome = converse(memory, edited, knowledge(), new Date(0));
    expect(outcome.replies.filter(({ kind }) => kind !== 'trace')).to.deep.equal([]);
    expect(outcome.memory?.open).to.deep.equal(memory.open);
  });

  it('a question about care is still answered', () => {
    const chat = after(danger, 'no');
    for (const words of ['how many hours a week is it?', 'php hours', 'tell me about iop']) {
      chat.say(words);
      expect(
        chat.replies.some(({ kind }) => kind === 'answer'),
        words,
      ).to.equal(true);
    }
  });

  it('a late "yes" still answers the direct question that was passed over twice', () => {
    const chat = after('i dont want to be here anymore', 'are you a bot', 'is anyone reading this?');
    expect(chat.memory.open).to.equal(undefined);
    chat.say('yes');
    expect(chat.memory.open).to.deep.equal({ kind: 'crisis', asks: 'plan' });
  });

  for (const words of [
    'nvm i was kidding',
    'just joking',
    'lol never mind, only kidding',
    'olvídelo, era broma',
  ])
    it(`"${words}" keeps the help in sight and is not asked about once more`, () => {
      const chat = after('i want to die');
      expect(chat.say(words))
        .to.match(/988/)
        .and.not.match(/ending your life|killing yourself|quitarse la vida/);
      expect(chat.memory.open).to.equal(undefined);
      expect(chat.memory.risk?.tier).to.equal('concern');
    });

  it('words that take back only half of it are no retraction', () => {
    const chat = after('i want to die');
    chat.say('nvm, nobody would miss me anyway');
    expect(chat.memory.open?.kind).to.equal('crisis');
  });

  it('a joke that was none is asked about again', () => {
    const chat = after('i want to die', 'lol jk');
    expect(chat.say('i was serious')).to.include('988');
    expect(chat.memory.open?.kind).to.equal('crisis');
  });

  it('someone who comes back the next day meets the help first', () => {
    const chat = after('i want to die', 'lol jk');
    expect(chat.say('how many hours a week is it?')).to.not.include('988');
    expect(chat.say('how many hours for teens?', 20)).to.match(/^[^\n]*988/);
  });

  it('the lines of a country that is named come at once, and from then on', () => {
    const chat = after('i want to die');
    expect(chat.say('im in london btw, 988 doesnt work')).to.include('116 123').and.include('999');
    expect(chat.say('yes')).to.include('116 123').and.not.include('988');
    expect(chat.say(danger)).to.include('999').and.not.include('911');
  });

  it('a country that is named with the danger itself is that of the first reply', () => {
    expect(new Chat().say("I'm in Ireland and i am going to kill myself tonight")).to.include('112');
    expect(new Chat().say("I'm a big fan of London and i want to die")).to.include('988');
  });

  it('starting over does not move anyone to another country', () => {
    const chat = after("i'm in canada", 'restart', 'yes');
    expect(chat.memory.country).to.equal('CA');
  });
});

describe('what is said to a barrier', () => {
  it('fits two segments of a text message with its question, in both languages', () => {
    for (const language of languages) {
      const { barriers, questions } = texts[language].crisis;
      const longest = Math.max(...Object.values(questions).map((each) => toGsm7(each[2]).length));
      const { reach, text, emergency } = knowledge().helplines.countries.US;
      for (const { say } of Object.values(barriers)) {
        const said = say
          .replaceAll('{reach}', reach[language])
          .replaceAll('{text}', text[language])
          .replaceAll('{emergency}', emergency);
        expect(toGsm7(said).length + 1 + longest, said).to.be.at.most(306);
      }
    }
  });
});

describe('after something was taken', () => {
  for (const [words, alone, scared] of [
    ['i took a bunch of my moms pills', 'no im alone', 'im scared to call'],
    ['me tomé un montón de pastillas', 'no, no hay nadie', 'me da miedo llamar'],
  ] as const)
    it(`the emergency number comes first in what follows: "${words}"`, () => {
      const chat = after(words);
      expect(chat.say('20')).to.match(/^(First of all, please call|Antes de todo, llame ya al) 911/);
      expect(chat.say(alone)).to.match(/^(Then please call|Entonces llame ya al) 911/);
      expect(chat.say(scared).slice(0, 120)).to.include('911');
      expect(chat.memory.risk?.category).to.equal('overdose');
    });
});

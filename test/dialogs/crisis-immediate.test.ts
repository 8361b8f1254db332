import { expect } from 'chai';
import { asks, crisisWords, inScreening, Talk, texts, verdict } from './crisis-support.ts';

const shared = { shared: true, pageLength: undefined };

describe('in an immediate danger', () => {
  it('only the help is said, also where the message asked for something else', () => {
    const talk = new Talk();
    talk.say('how many hours a week, i have the gun here', verdict('immediate'), 'iop-hours');
    expect(talk.replies.map(({ kind }) => kind)).to.deep.equal(['crisis']);
    expect(talk.crisis?.lead).to.include('988').and.include('911');
    expect(asks(talk)).to.equal('company');
    expect(talk.memory.risk).to.include({ tier: 'immediate', category: 'self-harm', told: 1 });
  });

  it('the questions of a screening are put aside, with their answers kept', () => {
    const talk = new Talk();
    inScreening(talk);
    talk.say('i am going to do it tonight', verdict('immediate'));
    expect(talk.memory.screening).to.deep.include({ status: 'suspended', answers: { safe: 'no' } });
    expect(asks(talk)).to.equal('company');
    expect(talk.text).to.not.include('Is your body');
  });

  it('each further reply has other words', () => {
    const talk = new Talk();
    const said = Array.from({ length: 5 }, () => {
      talk.say('i am going to do it', verdict('immediate'));
      return talk.crisis ? crisisWords(talk.crisis) : '';
    });
    for (const [index, words] of said.entries()) expect(words).to.not.equal(said[index + 1]);
    expect(talk.memory.risk?.told).to.equal(5);
  });

  it('an answer to "is someone with you" gets its own reply, with the help in it', () => {
    for (const [words, lead] of [
      ['yes', 'That is good.'],
      ['my mom is here', 'That is good.'],
      ['no', 'Then please'],
      ["nope, i'm alone", 'Then please'],
      ['nobody', 'Then please'],
      ['i dont know', 'Then please'],
    ] as const) {
      const talk = new Talk();
      talk.say('i am going to do it', verdict('immediate'));
      talk.say(words);
      expect(talk.crisis?.lead, words).to.include(lead).and.include('988');
      expect(talk.memory.open).to.equal(undefined);
      expect(talk.memory.risk?.tier).to.equal('immediate');
    }
  });

  for (const [language, words] of [
    [
      'en',
      [
        'jk',
        'lol just kidding',
        'nevermind',
        'you misunderstood me',
        "I'm fine",
        'forget I said anything',
        'I was just testing you, I am fine',
      ],
    ],
    ['es', ['era broma', 'me entendió mal', 'jaja es broma', 'olvídelo', 'estoy bien', 'jk']],
  ] as const)
    it(`a retraction keeps the help in sight and does not lower the tier (${language})`, () => {
      for (const said of words) {
        const talk = new Talk(language);
        inScreening(talk);
        talk.say('...', verdict('immediate'));
        talk.say(said);
        expect(talk.crisis, said).to.equal(undefined);
        expect(talk.text, said).to.include('988');
        expect(talk.memory.risk?.tier).to.equal('immediate');
        expect(talk.memory.screening?.status).to.equal('suspended');
        expect(talk.text.split(/\s+/).length).to.be.below(40);
      }
    });

  it('two retractions are not met with the same words', () => {
    const talk = new Talk();
    talk.say('...', verdict('immediate'));
    talk.say('jk');
    const first = talk.text;
    talk.say('no');
    expect(talk.text).to.not.equal(first);
    expect(talk.text).to.include('988');
  });

  it('the screening goes on after it when its button is pressed, by id or by words, and starts with safety', () => {
    for (const press of [
      (talk: Talk) => talk.press('topic:start-screening', texts.en.crisis.choices.steps),
      (talk: Talk) => talk.say(texts.en.crisis.choices.steps),
    ]) {
      const talk = new Talk();
      inScreening(talk);
      talk.say('...', verdict('immediate'));
      talk.say('nevermind');
      expect(talk.labels).to.include(texts.en.crisis.choices.steps);
      press(talk);
      expect(talk.memory.open).to.deep.equal({ kind: 'screening', question: 'safe' });
      expect(talk.replies.some(({ kind }) => kind === 'ask')).to.equal(true);
    }
  });

  it('"Ask a question" invites one, and the question is then answered', () => {
    const talk = new Talk();
    talk.say('...', verdict('immediate'));
    talk.say('jk');
    expect(talk.labels).to.include('Ask a question').and.include('Talk to a person');
    talk.say('Ask a question');
    expect(talk.text).to.equal(texts.en.crisis.askAway);
    talk.say('how many hours', undefined, 'iop-hours');
    expect(talk.text).to.include('Full: How many hours?');
  });

  it('ordinary questions are answered afterwards, with the crisis line beside them once in a while', () => {
    const talk = new Talk();
    talk.say('...', verdict('immediate'));
    talk.say('yes');
    const named = Array.from({ length: 9 }, () => {
      talk.say('how many hours', undefined, 'iop-hours');
      expect(talk.text).to.include('How many hours?');
      return talk.text.includes('988');
    });
    expect(named.filter(Boolean).length).to.be.within(2, 3);
    expect(named.every((each, index) => !each || !named[index + 1])).to.equal(true);
  });

  it('a milder word later is still met as the immediate danger that it was', () => {
    const talk = new Talk();
    talk.say('...', verdict('immediate'));
    talk.say('yes');
    talk.say('i wish i was not here', verdict('concern'));
    expect(talk.crisis?.tier).to.equal('immediate');
    expect(talk.memory.risk?.tier).to.equal('immediate');
  });

  it('where others read along the help is shown, but nothing is asked', () => {
    const talk = new Talk('en', 'US', shared);
    talk.say('...', verdict('immediate'));
    expect(talk.crisis?.lead).to.include('988');
    expect(talk.crisis?.question).to.equal(undefined);
    expect(talk.labels).to.deep.equal([]);
    expect(talk.memory.open).to.equal(undefined);
    talk.say('yes', undefined, 'iop-hours');
    expect(talk.crisis).to.equal(undefined);
  });

  it('the numbers are those of the country of the clinic', () => {
    const talk = new Talk('en', 'GB');
    talk.say('...', verdict('immediate'));
    expect(talk.text).to.include('116 123').and.include('999').and.not.include('988').and.not.include('911');
  });
});

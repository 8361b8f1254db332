import { expect } from 'chai';
import type { Language } from '../../knowledge/language/language.ts';
import { asks, inScreening, Talk, texts, verdict } from './crisis-support.ts';

const worried = (language: Language = 'en'): Talk => {
  const talk = new Talk(language);
  talk.say('...', verdict('concern'));
  return talk;
};

describe('in a concern', () => {
  it('it is asked directly, in the language of the person', () => {
    expect(worried().crisis?.question).to.equal('Are you having thoughts of killing yourself?');
    expect(worried('es').crisis?.question).to.equal('¿Tiene pensamientos de matarse?');
    expect(asks(worried())).to.equal('thoughts');
  });

  it('a question about care in the same message is answered after the help', () => {
    const talk = new Talk();
    talk.say('how many hours, i wish i would not wake up', verdict('concern'), 'iop-hours');
    expect(talk.replies.map(({ kind }) => kind).slice(0, 2)).to.deep.equal(['crisis', 'answer']);
    expect(asks(talk)).to.equal('thoughts');
    expect(talk.memory.lastTopics).to.deep.equal(['iop-hours']);
    expect(talk.labels).to.deep.equal(['Yes', 'Sometimes', 'No']);
  });

  it('a question about medicines, a method or a dose is not answered', () => {
    for (const [topic, signals] of [
      ['medication-questions', ['test']],
      ['iop-hours', ['method-question']],
      ['iop-hours', ['asks:lethality']],
    ] as const) {
      const talk = new Talk();
      talk.say('...', verdict('concern', 'self-harm', signals), topic);
      expect(talk.replies.map(({ kind }) => kind)).to.deep.equal(['crisis']);
      expect(talk.text).to.not.include('Full:');
    }
  });

  it('nothing is begun or deleted in the same breath', () => {
    for (const topic of ['start-screening', 'delete-data', 'restart']) {
      const talk = new Talk();
      talk.say('...', verdict('concern'), topic);
      expect(talk.replies.map(({ kind }) => kind)).to.deep.equal(['crisis']);
      expect(talk.memory.screening).to.equal(undefined);
      expect(asks(talk)).to.equal('thoughts');
      expect(talk.memory.risk?.tier).to.equal('concern');
    }
  });

  it('a "yes" leads to the plan, then to the means, and a "yes" there to immediate help', () => {
    for (const yes of ['yes', 'Sometimes', 'i guess', 'yeah i do', 'maybe', '1', 'yes, every night'])
      for (const steps of [['yes'], ['no', 'yes'], ['no', 'not sure'], ['idk']]) {
        const talk = worried();
        talk.say(yes);
        expect(asks(talk), yes).to.equal('plan');
        expect(talk.crisis?.tier).to.equal('concern');
        for (const step of steps) talk.say(step);
        expect(talk.crisis?.tier, `${yes} ${steps.join(' ')}`).to.equal('immediate');
        expect(asks(talk)).to.equal('company');
      }
  });

  it('in Spanish the same way is gone', () => {
    const talk = worried('es');
    talk.say('a veces');
    expect(asks(talk)).to.equal('plan');
    talk.say('no');
    expect(asks(talk)).to.equal('means');
    talk.say('tal vez');
    expect(talk.crisis?.tier).to.equal('immediate');
    talk.say('estoy sola');
    expect(talk.crisis?.lead).to.match(/^Entonces/);
  });

  it('a "no" gets a short warm word with the crisis line and ways to go on, not the crisis text again', () => {
    for (const no of ['no', 'nope never', 'No, not at all!', 'no im just stressed about work', '3']) {
      const talk = worried();
      talk.say(no);
      expect(talk.crisis, no).to.equal(undefined);
      expect(talk.text, no).to.include('988');
      expect(talk.labels).to.include('Ask a question');
      expect(talk.memory.open).to.equal(undefined);
    }
  });

  it('a "no" that goes on with something else is not taken for a "no"', () => {
    for (const words of [
      'no but sometimes at night',
      'no reason to go on',
      'no quiero seguir',
      'no one would care',
    ]) {
      const talk = worried(words.includes('quiero') ? 'es' : 'en');
      talk.say(words);
      expect(asks(talk), words).to.equal('thoughts');
      expect(talk.text).to.include('988');
    }
  });

  it('more of the same instead of an answer counts as a "yes"', () => {
    const talk = worried();
    talk.say('i just want it all to stop', verdict('concern'));
    expect(asks(talk)).to.equal('plan');
    expect(talk.crisis?.question).to.match(/plan|how or when/);
  });

  it('what the detector holds for immediate is immediate, whatever was asked', () => {
    const talk = worried();
    talk.say('yes', verdict('immediate'));
    expect(talk.crisis?.tier).to.equal('immediate');
  });

  it('a question that is passed over is asked once more in other words, and not a third time', () => {
    const talk = worried();
    talk.say('how many hours', undefined, 'iop-hours');
    expect(talk.text).to.include('Full: How many hours?').and.include('988');
    expect(talk.text)
      .to.match(/suicide|ending your life/)
      .and.not.include('killing yourself');
    talk.say('what does it cost', undefined, 'cost-insurance');
    expect(talk.text).to.equal('Full: What does it cost?\n');
    expect(talk.memory.open).to.equal(undefined);
  });

  it('an answer to the question asked once more still counts', () => {
    const talk = worried();
    talk.say('how many hours', undefined, 'iop-hours');
    talk.say('yes');
    expect(asks(talk)).to.equal('plan');
  });

  it('words that are neither an answer nor a question do not end it', () => {
    const talk = worried();
    talk.say('my sister came by');
    expect(talk.text)
      .to.match(/suicide|ending your life/)
      .and.not.include('cannot answer');
    expect(asks(talk)).to.equal('thoughts');
  });

  it('the questions of a screening wait, and are offered after a "no"', () => {
    const talk = new Talk();
    inScreening(talk);
    talk.say('i wish i was gone', verdict('concern'));
    expect(talk.memory.screening?.status).to.equal('suspended');
    talk.say('no');
    expect(talk.labels).to.include(texts.en.crisis.choices.steps);
    talk.say(texts.en.crisis.choices.steps);
    expect(talk.memory.open?.kind).to.equal('screening');
  });

  it('danger of another kind is asked about in its own words, and a "yes" to it keeps the kind', () => {
    const talk = new Talk();
    talk.say('he hits me', verdict('concern', 'abuse'));
    expect(talk.crisis?.question).to.equal('Is anyone in danger right now?');
    talk.say('yes', verdict('immediate', 'medical'));
    expect(talk.crisis).to.include({ tier: 'immediate', category: 'abuse' });
  });
});

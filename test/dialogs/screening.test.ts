import { expect } from 'chai';
import { knowledge, phone, Talk, texts, website } from './screening-support.ts';

const en = texts.en.screening;
const iop = [
  'No',
  'No',
  '40',
  'No, or I do not use them',
  'No',
  'Yes',
  '2',
  '1',
  'yes',
  'yes',
  'yes',
] as const;

describe('the screening', () => {
  it('says what it is and asks the first question in the same turn', () => {
    const talk = new Talk().start();
    expect(talk.text).to.include('not a diagnosis');
    expect(talk.open).to.equal('safe');
    expect(talk.trace).to.deep.equal({ question: 'safe', outcome: null, rule: null });
  });

  it('gives options an id that names the question, so that a button can not be taken for another', () => {
    const { ask } = new Talk().start();
    expect(ask?.choices.map(({ id }) => id)).to.deep.equal([
      'safe=no',
      'safe=thoughts',
      'safe=act',
      'safe=u',
    ]);
  });

  it('asks in order, shows how far it is, and ends with a result', () => {
    const talk = new Talk().start();
    const seen = [talk.ask?.progress];
    for (const answer of iop) {
      talk.says(answer);
      if (talk.ask) seen.push(talk.ask.progress);
    }
    expect(seen[0]).to.equal('1 of about 12');
    expect(seen[3]).to.equal('4 of about 12');
    expect(talk.trace).to.deep.equal({ question: null, outcome: 'iop', rule: 'R13' });
    expect(talk.memory.screening).to.include({ status: 'finished', outcome: 'iop', rule: 'R13' });
    expect(talk.memory.open).to.equal(undefined);
  });

  it('carries its trace in every turn', () => {
    const talk = new Talk().start();
    for (const said of ['why', 'banana', 'What is an IOP?', 'no', 'back']) {
      talk.says(said);
      expect(talk.trace?.question, said).to.be.oneOf(['safe', 'body']);
    }
  });

  it('answers a question asked in the middle and asks the open one again with its progress', () => {
    const talk = new Talk().start().says('no', 'What is an IOP?');
    expect(talk.replies.map(({ kind }) => kind)).to.include.members(['answer', 'ask']);
    expect(talk.open).to.equal('body');
    expect(talk.ask?.progress).to.equal('2 of about 12');
    expect(talk.says('no').open).to.equal('age');
  });

  it('tells whom to call when a person is asked for, and keeps the question open', () => {
    for (const talk of [
      new Talk().start().says('talk to a person'),
      new Talk().start().presses('topic:human'),
    ]) {
      expect(talk.text).to.include('555-0100');
      expect(talk.open).to.equal('safe');
    }
  });

  it('says why it asks', () => {
    const talk = new Talk().start().says('no', 'no', 'why do you ask?');
    expect(talk.text).to.include(en.questions.age.why);
    expect(talk.open).to.equal('age');
  });

  it('goes back any number of steps', () => {
    const talk = new Talk().start().says('no', 'no', '40', 'no');
    expect(talk.open).to.equal('watch');
    expect(talk.says('back').open).to.equal('detox');
    expect(talk.says('go back', 'back').open).to.equal('body');
    expect(talk.says('no', '40', 'no', 'back 3').open).to.equal('body');
    expect(talk.says('back', 'back').open).to.equal('safe');
    expect(talk.text).to.include(en.said.firstQuestion);
  });

  it('passes over what may be skipped, and says kindly what may not', () => {
    const talk = new Talk().start().says('skip');
    expect(talk.text).to.include(en.said.cannotSkip);
    expect(talk.open).to.equal('safe');
    talk.says('no', 'no', 'skip');
    expect(talk.memory.screening?.answers.age).to.equal('skip');
    expect(talk.presses('detox=skip').open).to.equal('watch');
  });

  it('can be about someone else from the first words on', () => {
    const talk = new Talk().start('is php right for my son');
    expect(talk.memory.screening?.about).to.equal('other');
    expect(talk.ask?.text).to.include('Are they thinking');
  });

  it('turns to someone else when told so', () => {
    for (const talk of [
      new Talk().start().says('not for me'),
      new Talk().start().says("it's for my son"),
      new Talk().start().presses('command:other'),
    ]) {
      expect(talk.memory.screening?.about).to.equal('other');
      expect(talk.open).to.equal('safe');
    }
  });

  it('asks nothing of a child under 13, keeps nothing, and names people to talk to', () => {
    const told = [
      new Talk().start().says('no', 'no', "he's 11"),
      new Talk().start().says('no', 'no', '12'),
      new Talk().start().says('no', 'no', 'eleven'),
      new Talk().start('help me find care for my 9 year old'),
    ];
    for (const talk of told) {
      expect(talk.ask).to.equal(undefined);
      expect(talk.memory.screening).to.equal(undefined);
      expect(talk.text).to.include('adult').and.include('988');
    }
  });

  it('is not started, and takes no answer, where others read along', () => {
    const talk = new Talk().start();
    const shared = { shared: true, pageLength: undefined };
    talk.does({ kind: 'choice', choice: 'safe=no', label: 'No', channel: shared });
    expect(talk.ask).to.equal(undefined);
    expect(talk.memory.screening?.answers).to.deep.equal({});
  });

  it('does not take an edited message for an answer', () => {
    const talk = new Talk().start().does({ kind: 'edited', text: 'no', channel: website });
    expect(talk.memory.screening?.answers).to.deep.equal({});
  });

  it('fits every question of the start in two text messages', () => {
    for (const language of ['en', 'es'] as const) {
      const talk = new Talk({ channel: phone, language }).start();
      for (const answer of ['1', '1', '2', '1', '1', '1', '2', '1', '1', '1']) {
        const { ask } = talk;
        const shown = [
          ask?.progress,
          ask?.text,
          ...(ask?.choices ?? []).map(({ label }, at) => `${at + 1}. ${label}`),
        ];
        expect(shown.join('\n\n').length, ask?.question).to.be.at.most(306);
        talk.says(answer);
      }
      expect(talk.memory.screening?.status === 'finished' || talk.open === 'duty').to.equal(true);
    }
  });

  it('says on the phone what it starts with in two text messages', () => {
    for (const { start } of [texts.en.screening, texts.es.screening])
      for (const said of Object.values(start)) expect(said.length).to.be.at.most(306);
  });

  it('goes on in the language of the person with the same answers', () => {
    const talk = new Talk({ language: 'es' }).start();
    expect(talk.text).to.include('diagnóstico');
    expect(talk.says('no', 'no', 'tengo 40 años', 'no', 'no', 'sí').open).to.equal('step');
    expect(knowledge.texts.es.screening.questions.step.text).to.have.property('self', talk.ask?.text);
  });
});

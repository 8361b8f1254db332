import { expect } from 'chai';
import { newMemory, readMemory } from '../../dialogs/memory.ts';
import { Talk, texts } from './screening-support.ts';

const en = texts.en.screening;

describe('leaving the screening and coming back', () => {
  it('stops when asked to, and goes on later where it was', () => {
    const talk = new Talk().start().says('no', 'no', 'i want to stop the questions');
    expect(talk.text).to.include(texts.en.conversation.commands.stopped);
    expect(talk.memory.screening?.status).to.equal('stopped');
    expect(talk.says('no').ask).to.equal(undefined);
    expect(talk.says('continue').open).to.equal('age');
  });

  it('is taken up again by the wish for it too', () => {
    const talk = new Talk().start().says('no', 'no', 'exit').start();
    expect(talk.open).to.equal('age');
  });

  it('starts over when asked to', () => {
    const talk = new Talk().start().says('no', 'no', '40', 'start over');
    expect(talk.open).to.equal('safe');
    expect(talk.memory.screening?.answers).to.deep.equal({});
  });

  it('asks about safety again when it is taken up after a day, and keeps the rest', () => {
    const talk = new Talk().start().says('no', 'no', '40', 'no').hoursLater(24).says('no');
    expect(talk.text).to.include(en.askedAgain);
    expect(talk.open).to.equal('safe');
    talk.says('no', 'no');
    expect(talk.open).to.equal('home');
    expect(talk.memory.screening?.answers).to.include({ age: 'adult', detox: 'no', watch: 'no' });
  });

  it('gives help at once for a danger told after a day, whatever else was answered before', () => {
    const talk = new Talk().start().presses('safe=no').hoursLater(24).presses('body=yes');
    expect(talk.trace).to.deep.equal({ question: null, outcome: 'crisis', rule: 'R2' });
  });

  it('asks the next question where the open one is gone from the table', () => {
    const talk = new Talk().start().says('no', 'no', '40');
    const { open: _, ...memory } = talk.memory;
    talk.memory = memory;
    expect(talk.says('not much').open).to.equal('detox');
  });

  it('answers first what else is asked, where the open question was lost', () => {
    const talk = new Talk().start().says('no', 'no', '40');
    const { open: _, ...memory } = talk.memory;
    talk.memory = memory;
    expect(talk.says('What is an IOP?').replies.some(({ kind }) => kind === 'answer')).to.equal(true);
  });

  it('asks again what the table has changed, and never fails on an older one', () => {
    const talk = new Talk().start().says('no', 'no', '40', 'no', 'no', 'yes');
    const older = {
      ...talk.memory.screening,
      table: '1999-1',
      answers: { ...talk.memory.screening?.answers, detox: 'gone', sleep: 'bad' },
    };
    talk.memory = readMemory({ ...talk.memory, screening: older }) ?? newMemory(talk.now);
    talk.says('nowhere');
    expect(talk.open).to.equal('detox');
    expect(talk.says('no').open).to.equal('daily');
  });

  it('lets go of everything when the data is to be deleted', () => {
    const talk = new Talk().start().says('no').presses('topic:delete-data');
    expect(talk.memory.screening).to.equal(undefined);
    expect(talk.ask).to.equal(undefined);
  });
});

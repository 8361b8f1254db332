import { expect } from 'chai';
import { newMemory, type Memory } from '../../dialogs/memory.ts';
import type { Message } from '../../dialogs/message.ts';
import { noOutside } from '../../dialogs/outside.ts';
import { openOption } from '../../dialogs/screening.ts';
import { noRisk } from '../../knowledge/risk/verdict.ts';
import { certain } from '../../knowledge/faq/matcher.ts';
import { knowledge, Talk, texts, website } from './screening-support.ts';

const toWatch = ['body=no', 'age=adult', 'detox=no', 'watch=no'] as const;

describe('the crisis exit of the screening', () => {
  for (const [choice, category, rule] of [
    ['safe=act', 'self-harm', 'R1'],
    ['safe=u', 'self-harm', 'R1'],
    ['body=yes', 'medical', 'R2'],
    ['body=u', 'medical', 'R2'],
  ] as const)
    it(`gives help first, names no level and stops the questions at ${choice}`, () => {
      const talk = new Talk().start();
      if (rule === 'R2') talk.presses('safe=no');
      talk.presses(choice);
      expect(talk.replies[0]).to.include({ kind: 'crisis', tier: 'immediate', category });
      expect(talk.replies.some(({ kind }) => kind === 'ask' || kind === 'result')).to.equal(false);
      expect(talk.text).to.match(rule === 'R1' ? /988/ : /911/);
      expect(talk.text).to.include(texts.en.screening.rules[rule].reason);
      expect(talk.trace).to.deep.equal({ question: null, outcome: 'crisis', rule });
      expect(talk.memory.risk).to.include({ tier: 'immediate', category, told: 1 });
      expect(talk.memory.screening).to.include({ status: 'suspended', outcome: 'crisis', rule });
      expect(talk.memory.open).to.include({ kind: 'crisis' });
    });

  it('stays in force after a "no" or a "you misunderstood"', () => {
    for (const said of ['no', 'jk', 'you misunderstood']) {
      const talk = new Talk().start().presses('safe=act').says(said);
      expect(talk.ask, said).to.equal(undefined);
      expect(talk.memory.screening?.status, said).to.equal('suspended');
    }
  });

  for (const wish of ['continue', 'go on with the questions', 'seguir con las preguntas'])
    it(`ends only when asked for ("${wish}"), with safety asked again`, () => {
      const talk = new Talk().start().presses('safe=no', 'body=no', 'age=adult').presses('safe=act');
      expect(talk.trace?.outcome).to.equal('crisis');
      expect(talk.says(wish).open).to.equal('safe');
      expect(talk.says('i think i am ok').open).to.equal('safe');
      expect(talk.says('no').open).to.equal('body');
      expect(talk.says('no').open).to.equal('detox');
    });

  it('is taken up by the wish for the screening too', () => {
    expect(new Talk().start().presses('safe=act').start().open).to.equal('safe');
  });

  it('leads to no milder result than a clinician for the rest of the session', () => {
    const talk = new Talk()
      .start()
      .presses('safe=act')
      .says('continue', 'no')
      .presses(...toWatch);
    expect(talk.trace).to.deep.equal({ question: null, outcome: 'clinician', rule: 'floor' });
    expect(talk.text).to.include('988');
    expect(talk.memory.screening).to.include({ outcome: 'clinician', rule: 'floor' });
  });

  it('keeps that floor when the questions are started over', () => {
    const talk = new Talk()
      .start()
      .presses('safe=act')
      .says('continue')
      .presses('command:again', 'safe=no', ...toWatch);
    expect(talk.trace?.outcome).to.equal('clinician');
    talk.presses('command:again', 'safe=no', ...toWatch);
    expect(talk.trace?.outcome).to.equal('clinician');
  });

  it('keeps that floor where the questions outlast the session that the danger was told in', () => {
    const talk = new Talk().start().presses('safe=act');
    const { risk: _, open: _open, ...later } = talk.memory;
    talk.memory = later;
    talk.says('continue').presses('safe=no', ...toWatch);
    expect(talk.trace).to.include({ outcome: 'clinician', rule: 'floor' });
  });

  it('keeps that floor when the danger was told outside of the questions', () => {
    const talk = new Talk();
    talk.memory = {
      ...talk.memory,
      risk: { tier: 'immediate', category: 'self-harm', at: talk.now.toISOString(), told: 1 },
    };
    expect(talk.start().presses('safe=no', ...toWatch).trace?.outcome).to.equal('clinician');
  });

  it('gives a more urgent result than the floor where the answers do', () => {
    const talk = new Talk()
      .start()
      .presses('safe=act')
      .says('continue')
      .presses('safe=no', 'body=no', 'age=adult', 'detox=yes');
    expect(talk.trace).to.include({ outcome: 'detox-or-24h', rule: 'R3' });
  });

  it('comes again when danger is told again, with other words', () => {
    const talk = new Talk().start().presses('safe=act');
    const first = talk.text;
    talk.says('continue').presses('safe=u');
    expect(talk.trace?.outcome).to.equal('crisis');
    expect(talk.text).to.not.equal(first);
    expect(talk.memory.risk?.told).to.equal(2);
  });

  it('asks safety again after the detector has put the questions aside', () => {
    const talk = new Talk().start().presses('safe=no', 'body=no');
    const state = talk.memory.screening;
    talk.memory = {
      ...talk.memory,
      open: { kind: 'crisis', asks: 'company' },
      ...(state ? { screening: { ...state, status: 'suspended' as const } } : {}),
    };
    expect(talk.says('continue').open).to.equal('safe');
  });

  it('shows 988 at once for thoughts, and goes on to a result that names a clinician today', () => {
    const talk = new Talk().start().presses('safe=thoughts');
    expect(talk.text).to.include('988');
    expect(talk.open).to.equal('body');
    talk.presses(...toWatch);
    expect(talk.trace).to.deep.equal({ question: null, outcome: 'clinician', rule: 'R5' });
    expect(talk.text).to.include('988').and.include('today').and.include('does not rule out IOP');
  });
});

describe('a button of an earlier question', () => {
  it('does not answer the one that is open', () => {
    const talk = new Talk().start().presses('safe=no', 'body=no', 'safe=no');
    expect(talk.text).to.include(texts.en.screening.said.stale);
    expect(talk.open).to.equal('age');
    expect(talk.presses('detox=skip', 'group=yes', 'age=nonsense').open).to.equal('age');
    expect(talk.memory.screening?.answers).to.deep.equal({ safe: 'no', body: 'no' });
  });

  it('is not counted where no question is open, with or without a screening', () => {
    for (const talk of [new Talk(), new Talk().start().says('exit')]) {
      talk.presses('safe=no');
      expect(talk.text).to.include(texts.en.screening.said.staleClosed);
      expect(talk.memory.screening?.answers ?? {}).to.deep.equal({});
    }
  });

  it('that tells of danger still brings help', () => {
    for (const talk of [new Talk(), new Talk().start().presses('safe=no', 'body=no')])
      expect(talk.presses('safe=act').trace).to.include({ outcome: 'crisis', rule: 'R1' });
  });
});

describe('the option that a message stands for', () => {
  it('is known for a button, a number and the very label', () => {
    expect(optionOf({ kind: 'choice', choice: 'safe=thoughts', label: '', channel: website }, '')).to.equal(
      'safe=thoughts',
    );
    expect(optionIn('2')).to.equal('safe=thoughts');
    expect(optionIn('I have had these thoughts, but I feel safe now')).to.equal('safe=thoughts');
  });

  it('is not guessed from other words, nor where nothing is open', () => {
    expect(optionIn('i have thoughts of hurting myself')).to.equal(undefined);
    expect(optionIn('2', newMemory(new Date()))).to.equal(undefined);
    expect(optionOf({ kind: 'choice', choice: 'body=no', label: '', channel: website }, '')).to.equal(
      undefined,
    );
  });
});

/** At the first question, unless another memory is given. */
const optionOf = (message: Message, words: string, memory: Memory = new Talk().start().memory) =>
  openOption({
    message,
    words,
    memory,
    knowledge,
    texts: texts.en,
    now: new Date(),
    verdict: noRisk,
    match: () => certain('greeting'),
    outside: noOutside,
  });

const optionIn = (words: string, memory?: Memory) =>
  optionOf({ kind: 'text', text: words, channel: website }, words, memory);

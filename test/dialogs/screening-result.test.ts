import { expect } from 'chai';
import { withSummaryInForce } from '../../dialogs/screening.ts';
import type { ResultReply } from '../../dialogs/reply.ts';
import { knowledge, Talk, texts } from './screening-support.ts';

const base = ['safe=no', 'body=no', 'age=adult', 'detox=no', 'watch=no', 'home=yes'] as const;
const ends: Readonly<Record<string, readonly string[]>> = {
  outpatient: [...base, 'step=none', 'daily=most', 'need=enough'],
  iop: [...base, 'step=day', 'daily=most', 'ready=yes', 'group=yes', 'duty=skip'],
  php: [...base, 'step=live', 'ready=yes', 'group=yes', 'duty=skip'],
  undetermined: [...base, 'step=skip', 'daily=skip', 'need=skip'],
  clinician: [...base.slice(0, 5), 'home=no'],
  'detox-or-24h': ['safe=no', 'body=no', 'age=adult', 'detox=yes'],
};
const resultOf = (talk: Talk): ResultReply => {
  const result = talk.replies.find((reply) => reply.kind === 'result');
  if (result === undefined) throw new Error(`no result: ${talk.text}`);
  return result;
};
const instead = (answers: readonly string[], ...others: readonly string[]) =>
  answers.map((answer) => others.find((other) => other.split('=')[0] === answer.split('=')[0]) ?? answer);

describe('the result of the screening', () => {
  for (const [outcome, answers] of Object.entries(ends)) {
    it(`says for ${outcome} that it is no diagnosis, what it rests on, and whom to ask`, () => {
      for (const language of ['en', 'es'] as const) {
        const talk = new Talk({ language }).start().presses(...answers);
        const { result } = texts[language].screening;
        expect(resultOf(talk).outcome).to.equal(outcome);
        for (const part of [
          result.notDiagnosis,
          result.answers,
          'Example Clinic',
          '555-0100',
          'FindTreatment.gov',
        ])
          expect(talk.text, part).to.include(part);
        expect(resultOf(talk).contacts.map(({ href }) => href)).to.deep.equal([
          'tel:5550100',
          'https://clinic.example',
          'https://findtreatment.gov',
        ]);
      }
    });
  }

  it('shows the answers by the words they were offered in', () => {
    const { text } = new Talk().start().presses(...instead(ends['iop'] ?? [], 'group=maybe'));
    expect(text).to.include('Care in the past month: An IOP or a day program (PHP)');
    expect(text).to.include('Groups: Maybe, with help');
    expect(text).to.include('Duties: skipped');
  });

  it('gives the hours for the age: adults, under 18, or both where it was skipped', () => {
    const hours = (age: string) =>
      new Talk().start().presses(...instead(ends['iop'] ?? [], `age=${age}`)).text;
    expect(hours('adult')).to.include('at least 9').and.not.include('at least 6');
    expect(hours('under-18')).to.include('at least 6').and.not.include('at least 9');
    expect(hours('skip')).to.include('at least 9').and.include('at least 6');
    expect(new Talk().start().presses(...(ends['php'] ?? [])).text).to.include('at least 20');
    expect(new Talk().start().presses(...(ends['clinician'] ?? [])).text).to.not.match(/at least \d/);
  });

  it('adds what to ask about where an answer was in the middle', () => {
    const { notes } = texts.en.screening.result;
    const plainly = new Talk().start().presses(...(ends['php'] ?? [])).text;
    const middle = new Talk()
      .start()
      .presses(...instead(ends['php'] ?? [], 'home=mixed', 'ready=maybe', 'group=maybe', 'duty=yes')).text;
    for (const note of [notes.home, notes.ready, notes.group, notes['duty-php']]) {
      expect(middle).to.include(note);
      expect(plainly).to.not.include(note);
    }
  });

  it('tells young people, and those who ask for them, of an adult they trust', () => {
    const answers = instead(ends['iop'] ?? [], 'age=under-18');
    expect(new Talk().start().presses(...answers).text).to.include('an adult you trust');
    expect(new Talk().start('care for my daughter').presses(...answers).text).to.include(
      'an adult they trust',
    );
    expect(new Talk().start().presses(...(ends['iop'] ?? [])).text).to.not.include('adult you trust');
  });

  it('names no locator of the United States where the clinic is elsewhere', () => {
    const abroad = { ...knowledge, clinic: { ...knowledge.clinic, country: 'GB' as const } };
    const { text } = new Talk({ knowledge: abroad }).start().presses(...(ends['clinician'] ?? []));
    expect(text).to.not.include('FindTreatment');
  });

  it('says why with the answers it rests on', () => {
    const why = (talk: Talk) => resultOf(talk).sections.find(({ id }) => id === 'why')?.lines[0];
    expect(why(new Talk().start().presses(...(ends['iop'] ?? [])))).to.equal(
      `Care in the past month: "An IOP or a day program (PHP)". ${texts.en.screening.rules.R13.reason}`,
    );
    expect(why(new Talk().start().presses(...(ends['undetermined'] ?? [])))).to.match(
      /^Care in the past month: skipped\. Daily tasks: skipped\./,
    );
    expect(why(new Talk().start().presses(...(ends['outpatient'] ?? [])))).to.equal(
      texts.en.screening.rules.R17.reason,
    );
  });

  it('says apart what else is true of the answers but did not decide', () => {
    const both = [...base, 'step=live', 'ready=no'];
    const { sections } = resultOf(new Talk().start().presses(...both));
    const [why, also] = sections;
    expect(why?.lines[0]).to.include(texts.en.screening.rules.R8.reason).and.include('Taking part: "No"');
    expect(also).to.include({ id: 'also', title: texts.en.screening.result.also });
    expect(also?.lines).to.have.length(1);
    expect(also?.lines[0]).to.include(texts.en.screening.rules.R9.reason);
    const alone = resultOf(new Talk().start().presses(...(ends['clinician'] ?? []))).sections;
    expect(alone.map(({ id }) => id)).to.not.include('also');
  });

  it('gives the questions to put to the clinic, and says that this is not the final word', () => {
    for (const language of ['en', 'es'] as const)
      for (const [outcome, answers] of Object.entries(ends)) {
        const { text } = new Talk({ language }).start().presses(...answers);
        const { asks, notFinal, notSaid } = texts[language].screening.result;
        for (const part of [...asks[outcome as keyof typeof asks], notFinal, notSaid])
          expect(text, outcome).to.include(part);
      }
  });

  it('is told again when asked for', () => {
    for (const wish of ['my result', 'print', 'ver mi resultado']) {
      const talk = new Talk().start().presses(...(ends['iop'] ?? []));
      const told = resultOf(talk);
      expect(resultOf(talk.says(wish)), wish).to.deep.equal(told);
      expect(talk.trace).to.deep.equal({ question: null, outcome: 'iop', rule: 'R13' });
    }
    expect(new Talk().says('my result').replies.some(({ kind }) => kind === 'result')).to.equal(false);
  });

  it('is no milder than a clinician when it is told again after a danger, and its page is gone', () => {
    const talk = new Talk().start().presses(...(ends['iop'] ?? []));
    const risk = { tier: 'immediate', category: 'self-harm', at: talk.now.toISOString(), told: 1 } as const;
    talk.memory = { ...talk.memory, risk, summary: { id: 'x', until: talk.now.toISOString() } };
    expect(withSummaryInForce(talk.memory).summary).to.equal(undefined);
    expect(resultOf(talk.says('my result')).outcome).to.equal('clinician');
    expect(talk.text).to.include(texts.en.screening.rules.floor.reason).and.include('988');
  });

  it('is decided anew when an answer is changed after the fact', () => {
    const talk = new Talk().start().presses(...(ends['php'] ?? []));
    expect(talk.says('back').open).to.equal('duty');
    talk.says('back 3');
    expect(talk.open).to.equal('step');
    talk.presses('step=none', 'daily=most', 'need=enough');
    expect(talk.trace?.outcome).to.equal('outpatient');
  });
});

import { expect } from 'chai';
import type { ResultReply } from '../../dialogs/reply.ts';
import { knowledge, phone, Talk, texts } from './screening-support.ts';

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

    it(`reaches phones for ${outcome} with the same, in messages of two segments`, () => {
      const talk = new Talk({ channel: phone }).start().presses(...answers);
      const { result } = texts.en.screening;
      for (const part of [result.notDiagnosis, result.answers, '555-0100', 'FindTreatment.gov'])
        expect(talk.text).to.include(part);
      for (const reply of talk.replies) {
        if (reply.kind === 'say') expect(reply.text.length).to.be.at.most(306);
        if (reply.kind !== 'result') continue;
        const lines = reply.sections.map(({ title, lines: all }) =>
          [title, ...all.map((line) => `- ${line}`)].join('\n\n'),
        );
        expect([reply.headline, ...lines].join('\n\n').length, outcome).to.be.at.most(459);
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

  it('shows on demand what is kept: answers with their state, rules met and ruled out', () => {
    const talk = new Talk().start().presses(...(ends['iop'] ?? []), 'command:record');
    expect(talk.text)
      .to.include('2026-11-1')
      .and.include('Help now: not asked')
      .and.include('Duties: skipped');
    expect(talk.text)
      .to.include(texts.en.screening.rules.R13.name)
      .and.include(texts.en.screening.rules.R1.name);
    expect(talk.text).to.include('delete my data');
  });

  it('can be taken back by one answer', () => {
    expect(
      new Talk()
        .start()
        .presses(...(ends['clinician'] ?? []))
        .says('back').open,
    ).to.equal('home');
  });
});

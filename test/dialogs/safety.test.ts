import { expect } from 'chai';
import fc from 'fast-check';
import type { Memory } from '../../dialogs/memory.ts';
import type { Language } from '../../knowledge/language/language.ts';
import { noRisk, tiers } from '../../knowledge/risk/verdict.ts';
import { crisisWords, inScreening, Talk, verdict, wordsOf } from './crisis-support.ts';

const asked = (): Talk => {
  const talk = new Talk();
  talk.press('topic:start-screening', 'start');
  return talk;
};

describe('a risky answer to a question of the screening', () => {
  it('that is one of its options is for the screening: help first, or on with 988 in sight', () => {
    const talk = asked();
    talk.say('Yes, or I might act on it', verdict('immediate'));
    expect(talk.crisis?.tier).to.equal('immediate');
    expect(talk.memory.screening).to.include({ status: 'suspended', rule: 'R1' });
    const milder = asked();
    milder.say('I have had these thoughts, but I feel safe now', verdict('concern'));
    expect(milder.memory.screening?.answers).to.include({ safe: 'thoughts' });
    expect(milder.text).to.include('988');
  });

  it('that is risky by the question only ends it by its own rule', () => {
    const talk = asked();
    talk.say('yes', verdict('immediate'), undefined, noRisk);
    expect(talk.crisis?.tier).to.equal('immediate');
    expect(talk.memory.screening).to.include({ status: 'suspended', rule: 'R1' });
  });

  it('that tells of danger by itself gets the help for that danger', () => {
    const talk = asked();
    talk.say('yes i took all of them', verdict('immediate', 'overdose'));
    expect(talk.crisis).to.include({ tier: 'immediate', category: 'overdose' });
    expect(talk.memory.screening?.status).to.equal('suspended');
  });

  it('that is a vague worry is asked about directly, and never read as a "no"', () => {
    const talk = asked();
    talk.say('no idea what i might do', verdict('concern'), undefined, noRisk);
    expect(talk.text).to.include('988');
    expect(talk.memory.screening?.answers['safe']).to.not.equal('no');
  });
});

describe('worry about someone else', () => {
  it('is met with how to help, and then with the answer', () => {
    const talk = new Talk();
    talk.say('my friend talks about dying. how many hours?', verdict('third-party'), 'iop-hours');
    expect(talk.replies.map(({ kind }) => kind).slice(0, 2)).to.deep.equal(['crisis', 'answer']);
    expect(talk.crisis?.tier).to.equal('third-party');
    expect(talk.memory.open).to.equal(undefined);
  });

  it('does not stop a screening: its question comes after the help', () => {
    const talk = new Talk();
    inScreening(talk);
    talk.say('my friend talks about dying', verdict('third-party'));
    expect(talk.replies[0]?.kind).to.equal('crisis');
    expect(talk.memory.screening?.status).to.equal('open');
    expect(talk.memory.open?.kind).to.equal('screening');
  });
});

describe('without danger', () => {
  it('nothing is added to a conversation', () => {
    const talk = new Talk();
    talk.say('how many hours', undefined, 'iop-hours');
    expect(talk.replies.map(wordsOf).filter((words) => words !== '')).to.deep.equal([
      'Full: How many hours?',
    ]);
    expect(talk.memory.risk).to.equal(undefined);
  });

  it('"no" and "yes" mean nothing of their own', () => {
    for (const words of ['no', 'yes', 'jk']) {
      const talk = new Talk();
      talk.say(words);
      expect(talk.text).to.not.include('988');
    }
  });
});

describe('over any conversation', () => {
  const said = fc.record({
    words: fc.oneof(
      fc.constantFrom(
        'yes',
        'no',
        'maybe',
        'jk',
        'sí',
        '1',
        '2',
        'Ask a question',
        'Go on with the steps',
        'constructor',
        '__proto__',
        '',
      ),
      fc.string(),
    ),
    tier: fc.constantFrom(...tiers),
    topic: fc.constantFrom(undefined, 'iop-hours', 'start-screening', 'medication-questions', 'restart'),
  });

  it('the tier never falls, every immediate message shows the crisis line alone, and nothing throws', () => {
    fc.assert(
      fc.property(
        fc.array(said, { maxLength: 12 }),
        fc.constantFrom<Language>('en', 'es'),
        (messages, language) => {
          const talk = new Talk(language);
          for (const { words, tier, topic } of messages) {
            const before: Memory['risk'] = talk.memory.risk;
            const outcome = talk.say(words, verdict(tier), topic);
            expect(tiers.indexOf(outcome.memory?.risk?.tier ?? 'none')).to.be.at.least(
              tiers.indexOf(before?.tier ?? 'none'),
            );
            expect(talk.replies.length).to.be.above(0);
            if (tier !== 'immediate') continue;
            expect(talk.text).to.include('988');
            // A trace of the screening may go with it: nobody is shown that.
            expect(talk.replies.filter(({ kind }) => kind !== 'trace').length).to.equal(1);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('no reply follows itself word for word where there is danger', () => {
    fc.assert(
      fc.property(fc.array(said, { maxLength: 12 }), (messages) => {
        const talk = new Talk();
        let before = '';
        for (const { words, tier } of messages) {
          talk.say(words, verdict(tier));
          const now = talk.crisis ? crisisWords(talk.crisis) : '';
          if (now !== '') expect(now).to.not.equal(before);
          before = now;
        }
      }),
      { numRuns: 300 },
    );
  });
});

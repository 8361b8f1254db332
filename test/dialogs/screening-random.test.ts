import { expect } from 'chai';
import { array, assert, constantFrom, nat, oneof, property, string } from 'fast-check';
import { newMemory, readMemory } from '../../dialogs/memory.ts';
import { decide } from '../../knowledge/levels-of-care/decide.ts';
import { nextQuestion } from '../../knowledge/levels-of-care/next-question.ts';
import { Talk } from './screening-support.ts';

/** Presses an option or an action of the open question by its number. */
const press = (talk: Talk, at: number): void => {
  const { ask } = talk;
  const ids = [...(ask?.choices ?? []), ...(ask?.actions ?? [])].map(({ id }) => id);
  talk.presses(ids[at % Math.max(1, ids.length)] ?? 'command:go-on');
};

const expectConsistent = ({ memory, open, trace }: Talk): void => {
  const { screening } = memory;
  if (screening?.status === 'open' && open)
    expect(open).to.equal(nextQuestion(screening.answers, screening.floor ?? floorIn(memory)));
  if (screening?.status !== 'finished') return;
  const { outcome, rule } = decide(screening.answers, screening.floor ?? floorIn(memory));
  expect(screening).to.include({ outcome, rule });
  if (trace?.outcome) expect(trace).to.include({ outcome, rule });
};
const floorIn = ({ risk }: Talk['memory']) =>
  risk?.tier === 'immediate' ? ('clinician' as const) : undefined;

describe('any way through the screening', () => {
  it('ends in the outcome that the rules give for its answers, with backs, skips and stops in between', () => {
    assert(
      property(array(nat(40), { maxLength: 60 }), (presses) => {
        const talk = new Talk().start();
        for (const at of presses) {
          press(talk, at);
          expectConsistent(talk);
        }
      }),
      { numRuns: 120 },
    );
  });

  it('comes to an end when only options are pressed', () => {
    assert(
      property(array(nat(10), { minLength: 12, maxLength: 12 }), (picks) => {
        const talk = new Talk().start();
        for (const at of picks)
          if (talk.ask) talk.presses(talk.ask.choices[at % talk.ask.choices.length]?.id ?? '');
        expect(talk.memory.screening?.status).to.be.oneOf(['finished', 'suspended']);
      }),
      { numRuns: 150 },
    );
  });

  it('never fails on whatever is written, and leaves the memory readable', () => {
    const words = oneof(
      string(),
      string({ unit: 'grapheme' }),
      constantFrom(
        'constructor',
        '__proto__',
        'back 9',
        'skip',
        '((((',
        'x '.repeat(5_000),
        '\u0000',
        '👍👍',
        '= =',
        'safe=',
      ),
    );
    assert(
      property(array(words, { maxLength: 6 }), array(words, { maxLength: 4 }), (texts, choices) => {
        const talk = new Talk()
          .start()
          .says(...texts)
          .presses(...choices);
        expect(readMemory(talk.memory)).to.not.equal(undefined);
      }),
      { numRuns: 150 },
    );
  });

  it('reads a document whose screening makes no sense any more without losing the risk', () => {
    const risk = { tier: 'immediate', category: 'self-harm', at: '2026-11-23T10:00:00Z', told: 1 };
    const damaged = {
      ...newMemory(new Date()),
      risk,
      screening: { status: 'odd' },
      open: { kind: 'screening', question: 'sleep' },
    };
    const memory = readMemory(damaged);
    expect(memory?.risk?.tier).to.equal('immediate');
    expect(memory?.screening).to.equal(undefined);
    expect(memory?.open).to.equal(undefined);
  });
});

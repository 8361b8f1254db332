import { expect } from 'chai';
import fc from 'fast-check';
import type { RiskAssessor } from '../../../knowledge/risk/assessor.ts';
import { tiers } from '../../../knowledge/risk/verdict.ts';
import { knowledge } from '../../support/knowledge.ts';
import { clearDanger } from './clear-danger.ts';

type Change = (text: string) => string;

const polite = [
  'Hello, I hope you are well.',
  'Thank you for your time.',
  'Good evening, sorry to bother you.',
  'hi there!',
  'Thanks in advance, have a nice day.',
  'Gracias por su tiempo.',
  'Buenas tardes, disculpe la molestia.',
];
const between = (parts: readonly string[]): fc.Arbitrary<Change> =>
  fc.constantFrom(...parts).map((part) => (text) => text.replaceAll(' ', part));
const around = (parts: readonly string[]): fc.Arbitrary<Change> =>
  fc.tuple(fc.constantFrom('', ...parts), fc.constantFrom('', ...parts)).map(
    ([before, after]) =>
      (text) =>
        `${before} ${text} ${after}`,
  );
/** Invisible characters inside words: zero-width space, joiner and non-joiner, soft hyphen, byte order mark. */
const invisible = fc.constantFrom('\u200b', '\u200c', '\u200d', '\u00ad', '\ufeff', '\u2060').map(
  (sign): Change =>
    (text) =>
      Array.from(text).join(sign),
);
const letterCase = fc.constantFrom<Change>(
  (text) => text.toUpperCase(),
  (text) => text.toLowerCase(),
  (text) => Array.from(text, (letter, at) => (at % 2 ? letter.toUpperCase() : letter.toLowerCase())).join(''),
);

const changes: Readonly<Record<string, fc.Arbitrary<Change>>> = {
  'spaces, tabs and hard spaces between words': between(['  ', ' \t ', '\u00a0', '\u2003', '     ']),
  'capitals and small letters': letterCase,
  'marks before and after': around(['!!!', '...', '?', '"', '(', ')', '.', '-', '*', '¡', ',']),
  'commas, pauses and dashes between words (a full stop or a new line after every word is not held)': between(
    [', ', '... ', ' - ', '; ', ' / '],
  ),
  'emoji before and after': around(['😭😭', '😔', '🙏❤️', '🎉', '👍', '💔', '🖤']),
  'emoji between words': between([' 😢 ', ' 💔 ', ' ✨ ']),
  'invisible characters inside words': invisible,
  'a polite sentence before, after or both': around(polite),
};

describe('a clear word of danger stays one', function () {
  this.timeout(60_000);
  let risk: RiskAssessor;
  before(() => {
    risk = knowledge().risk;
  });
  const tierOf = (text: string): string => risk.assess(text).tier;
  const sentence = fc.constantFrom(...clearDanger);

  for (const text of clearDanger)
    it(`as it stands: "${text}"`, () => expect(tierOf(text)).to.equal('immediate'));

  for (const [what, change] of Object.entries(changes))
    it(`with ${what}`, () => {
      fc.assert(
        fc.property(sentence, change, (text, changed) => {
          expect(tierOf(changed(text))).to.not.equal('none');
        }),
        { numRuns: Number(process.env['RUNS'] ?? 150) },
      );
    });

  it('with capitals, emoji, marks and a polite sentence at once', () => {
    const { 'marks before and after': marks, 'emoji before and after': emoji } = changes;
    const several = fc.tuple(letterCase, marks ?? letterCase, emoji ?? letterCase, around(polite));
    fc.assert(
      fc.property(sentence, several, (text, all) => {
        expect(tierOf(all.reduce((said, change) => change(said), text))).to.not.equal('none');
      }),
      { numRuns: Number(process.env['RUNS'] ?? 150) },
    );
  });

  it('whatever stands far before it', () => {
    const talk = fc.constantFrom(
      'do you take my insurance? ',
      'My day was long. ',
      'ok so. ',
      '¿Qué horario tienen? ',
    );
    fc.assert(
      fc.property(sentence, talk, fc.integer({ min: 60, max: 400 }), (text, words, times) => {
        expect(tierOf(words.repeat(times) + text)).to.not.equal('none');
      }),
      { numRuns: 40 },
    );
  });
});

describe('judging', () => {
  it('gives one of the four tiers to any text at all, well formed or not', () => {
    const { risk } = knowledge();
    const anything = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.string({ unit: 'grapheme', maxLength: 300 }),
      fc
        .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 300 })
        .map((units) => String.fromCharCode(...units)),
      fc
        .array(fc.constantFrom(...clearDanger, '\ud83d', '<', '&#', '\0', '\u202e', '((('))
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(anything, (text) => {
        expect(tiers).to.include(risk.assess(text).tier);
      }),
      { numRuns: 400 },
    );
  });

  it('takes time in step with the length', () => {
    const { risk } = knowledge();
    const texts = [
      'i want to ',
      'a',
      '😢',
      'no not never ',
      'k i l l ',
      '<b',
      '. ',
      'pills 40 mg ',
      'x9$@!',
      '((',
      '&lt;',
      'no one . ',
      '我想死',
    ];
    for (const bit of texts) {
      const [short, long] = [500, 8_000].map((length) => {
        const text = bit.repeat(Math.ceil(length / bit.length)).slice(0, length);
        risk.assess(text);
        return fastest(() => void risk.assess(text));
      });
      // Sixteen times the length: a square law would take 256 times as long. A floor keeps the clock's grain out.
      expect((long ?? 0) / Math.max(short ?? 0, 0.2), bit).to.be.below(100);
    }
  });
});

/** Milliseconds of the fastest of some runs: what else the machine does only ever adds. */
const fastest = (work: () => void): number =>
  Math.min(
    ...Array.from({ length: 7 }, () => {
      const start = performance.now();
      work();
      return performance.now() - start;
    }),
  );

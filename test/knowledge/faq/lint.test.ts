import { expect } from 'chai';
import type { Entry } from '../../../knowledge/faq/entry.ts';
import { readFacts } from '../../../knowledge/faq/fact.ts';
import { runsOf } from '../../../knowledge/faq/lint-copying.ts';
import { lintEntries } from '../../../knowledge/faq/lint.ts';

const sentence = 'A group may help you. You can ask the clinic when it meets. ';
const least = { mark: '\\b9\\b', keep: [['at least']] };
const facts = readFacts(
  JSON.stringify([
    { id: 'F01', fact: 'Groups may help', hedged: true },
    {
      id: 'F02',
      fact: 'At least 9 hours',
      guard: { en: least, es: { mark: '\\b9\\b', keep: [['al menos']] } },
    },
  ]),
);
/** Ten lines from each of six voices, none near another's. */
const manyWays = (about: string): Entry['ways'] =>
  Object.fromEntries(
    'abcdef'
      .split('')
      .map((voice) => [
        voice,
        Array.from({ length: 10 }, (_, at) => `${about} ${voice}q${'xyzwvutsrp'[at]}`),
      ]),
  );
const sound: Entry = {
  id: 'groups',
  group: 'article',
  title: 'Do groups help?',
  short: 'They may. A group meets for at least 9 hours.',
  full: sentence.repeat(6).trim(),
  es: { title: '¿Ayudan los grupos?', short: 'Los grupos pueden ayudar.', full: 'Los grupos pueden ayudar.' },
  facts: ['F01', 'F02'],
  followUps: ['times', 'places'],
  ways: manyWays('groups'),
};
const others: Entry[] = [
  {
    ...sound,
    id: 'times',
    title: 'When is it?',
    es: { ...sound.es!, title: '¿Cuándo es?' },
    followUps: ['groups', 'places'],
    ways: { ...manyWays('times'), extra: ['when', 'do you know on which days of the week the group meets'] },
  },
  {
    ...sound,
    id: 'places',
    title: 'Where is it?',
    es: { ...sound.es!, title: '¿Dónde es?' },
    followUps: ['groups', 'times'],
    ways: manyWays('places'),
  },
];
const runs = new Set(runsOf('our source has this very run of eight words in it'));

const found = (change: Partial<Entry>, key = change.id ?? sound.id): string[] => {
  const entries = new Map(
    [{ ...sound, ...change }, ...others].map((entry, at) => [at === 0 ? key : entry.id, entry]),
  );
  return lintEntries(entries, facts, runs).map(({ rule }) => rule);
};

describe('The lint of the knowledge base', () => {
  it('finds nothing in sound entries', () => {
    expect(found({})).to.deep.equal([]);
  });

  const broken: [string, string, Partial<Entry>][] = [
    ['a fact that facts.json lacks', 'unknown-fact', { facts: ['F01', 'F02', 'F77'] }],
    ['an answer from the article that names no fact', 'no-fact', { facts: [] }],
    [
      'a copied run in an answer',
      'copied',
      { full: `${sound.full} It HAS this very run, of eight words (in it).` },
    ],
    [
      'a copied run in Spanish',
      'copied',
      { es: { ...sound.es!, full: 'Pueden: this very run of eight words in it.' } },
    ],
    [
      'a text too hard to read',
      'reading-grade',
      {
        short:
          'Participation may necessitate considerable psychological determination and organizational responsibility.',
      },
    ],
    ['a sign that is not GSM-7', 'gsm-7', { short: 'They may — at times.' }],
    [
      'a sign that is not GSM-7 in Spanish, accents aside',
      'gsm-7',
      { es: { ...sound.es!, short: '“Pueden” ayudar así.' } },
    ],
    ['a sign of the extension table, which counts twice', 'gsm-7', { short: 'They may [help].' }],
    ['a text message that is too long', 'short-length', { short: 'They may. '.repeat(28) }],
    ['an answer that is too short', 'full-length', { full: sentence }],
    ['an answer that is too long', 'full-length', { full: sentence.repeat(12) }],
    ['a lost hedge', 'hedge', { short: 'Groups help. You can ask when. They can not harm.' }],
    [
      'a lost hedge in Spanish',
      'hedge',
      { es: { ...sound.es!, short: 'Los grupos ayudan. Puede preguntar cuándo.' } },
    ],
    ['hours without "at least"', 'lost-words', { short: 'A group may meet for 9 hours.' }],
    [
      'hours without "at least" in Spanish',
      'lost-words',
      { es: { ...sound.es!, short: 'Pueden ser 9 horas.' } },
    ],
    ['a next question that has no entry', 'follow-up', { followUps: ['times', 'prices'] }],
    ['a next question that is the entry itself', 'follow-up', { followUps: ['times', 'groups'] }],
    ['too few next questions', 'follow-up', { followUps: ['times'] }],
    ['the same next question twice', 'follow-up', { followUps: ['times', 'times'] }],
    ['a title of another entry', 'title-twice', { title: 'when is  it?' }],
    ['a title of another entry in Spanish', 'title-twice', { es: { ...sound.es!, title: 'cuando es' } }],
    ['a way of asking of another entry', 'way-twice', { ways: { parent: ['When?!'] } }],
    [
      'a way of asking that another entry has but for a word',
      'way-near',
      { ways: { parent: ['do you know on which days of the week the group meets now'] } },
    ],
    ['too few ways of asking', 'few-ways', { ways: { ...manyWays('groups'), a: [], b: [], c: [] } }],
    [
      'ways of asking from too few voices',
      'few-ways',
      { ways: { one: Object.values(manyWays('groups')).flat() } },
    ],
    ['an entry without Spanish', 'no-spanish', { es: undefined }],
    [
      'Spanish that is too hard to read',
      'reading-grade',
      {
        es: {
          ...sound.es!,
          short: 'Pueden considerarse intervenciones psicoterapéuticas institucionales especializadas.',
        },
      },
    ],
    [
      'a way of asking that stands twice',
      'way-twice',
      { ways: { parent: ['is it so'], teen: ['is it so'] } },
    ],
    ['a word that blames', 'unkind', { short: 'An addict may come.' }],
    ['a word that presses', 'unkind', { short: 'It may be what you need.' }],
    ['a word that promises', 'unkind', { short: 'It may help, we promise.' }],
    ['a familiar form in Spanish', 'unkind', { es: { ...sound.es!, short: 'Tus grupos pueden ayudar.' } }],
    ['an order to a carrier', 'carrier-word', { short: 'It may help. Text STOP to leave.' }],
    ['a place that nothing fills', 'place', { short: 'It may help. Ask {clinic}.' }],
    ['a danger topic that does not end with the lines to call', 'danger-line', { id: 'iop-not-for' }],
  ]; // each row: what, the rule that finds it, the change that breaks the entry
  for (const [what, rule, change] of broken)
    it(`finds ${what}`, () => {
      expect(found(change)).to.include(rule);
    });

  it('finds a fact that no entry uses', () => {
    const entries = new Map(
      [{ ...sound, facts: ['F01'] }, ...others.map((entry) => ({ ...entry, facts: ['F01'] }))].map(
        (entry) => [entry.id, entry],
      ),
    );
    expect(lintEntries(entries, facts, runs)).to.deep.include({
      entry: 'facts.json',
      field: 'F02',
      rule: 'unused-fact',
      message: 'is used by no entry. Use it in one.',
    });
  });

  it('finds a fact that says "may" and is not marked as hedged', () => {
    const [, second] = facts;
    const entries = new Map([sound, ...others].map((entry) => [entry.id, entry]));
    const unmarked = [{ id: 'F01', fact: 'Groups may help', hedged: false }, second!];
    expect(lintEntries(entries, unmarked, runs).map(({ rule }) => rule)).to.include('unmarked-hedge');
  });

  it('finds an entry under another name', () => {
    expect(found({}, 'bands')).to.include('file-name');
  });

  it('takes the lines to call at the end of a danger topic', () => {
    const call = 'In danger? Call or text 988, or call 911 (US).';
    const es = { ...sound.es!, short: `Pueden. ${call}`, full: `Pueden. ${call}` };
    expect(
      found({ id: 'iop-not-for', short: `It may. ${call}`, full: `${sound.full}\n\n${call}`, es }),
    ).to.not.include('danger-line');
  });
});

import { expect } from 'chai';
import { readLexicon } from '../../../knowledge/risk/risk-data.ts';
import { createPerception } from '../../../knowledge/risk/perception.ts';

const answers =
  'answers:\n' +
  ['thoughts', 'thoughts-now', 'plan', 'means', 'company', 'safe', 'body']
    .map((asked) => `  ${asked}: { 'yes': none, maybe: none, 'no': none }\n`)
    .join('');
const lexiconOf = (pattern: string) =>
  readLexicon([
    {
      name: 'one.yaml',
      content: `classes:\n  pills: pill~ tablet~\nconcepts:\n  idea:\n    about: a test\n    patterns: |\n      ${pattern}\n${answers}`,
    },
  ]);

const finds = (pattern: string, text: string): boolean =>
  createPerception(lexiconOf(pattern), [])
    .whole(text)
    .hits.some((hit) => !hit.negated);

describe('a pattern of the lexicon', () => {
  it('finds its words in order and nothing else', () => {
    expect(finds('want to go', 'i want to go home')).to.equal(true);
    expect(finds('want to go', 'to go i want')).to.equal(false);
  });

  it('takes any form of a word with ~, any of a class with @, any of a choice', () => {
    expect(finds('take~ (all|too many) @pills', 'she took too many tablets')).to.equal(true);
    expect(finds('take~ (all|too many) @pills', 'she took some tablets')).to.equal(false);
  });

  it('lets what may be missing be missing, and lets gaps be filled up to their length', () => {
    expect(finds('end (it|my own life)? now', 'end now')).to.equal(true);
    expect(finds('end (it|my own life)? now', 'end my own life now')).to.equal(true);
    expect(finds('end .. now', 'end it all now')).to.equal(true);
    expect(finds('end .. now', 'end it all right now')).to.equal(false);
  });

  it('does not cross the end of a sentence', () => {
    expect(finds('want to go', 'that is all i want. to go is hard')).to.equal(false);
  });

  it('is taken back by a "not" in front, but not by one before a "but"', () => {
    expect(finds('hurt myself', 'i will not hurt myself')).to.equal(false);
    expect(finds('hurt myself', "it's not late but i hurt myself")).to.equal(true);
  });
});

describe('reading the lexicon', () => {
  it('says which concept holds a pattern that is not well formed', () => {
    expect(() => lexiconOf('want (to')).to.throw(
      'concept idea: the pattern "want (to" leaves a bracket open',
    );
    expect(() => lexiconOf('want?')).to.throw('concept idea: the pattern "want?" can be empty');
  });

  it('says which class is missing and what to do', () => {
    expect(() => lexiconOf('take @pils')).to.throw(
      'names the class @pils, which no file holds; add it under classes',
    );
  });

  it('names the file and the place of what is not valid', () => {
    expect(() =>
      readLexicon([{ name: 'two.yaml', content: 'concepts:\n  idea:\n    patterns: x' }]),
    ).to.throw('two.yaml: concepts → idea → about');
  });

  it('refuses a rule about a concept that does not exist', () => {
    const rule = 'rules:\n  - { id: r, tier: concern, category: self-harm, all: [ghost] }\n';
    expect(() => readLexicon([{ name: 'three.yaml', content: rule + answers }])).to.throw(
      'rule r: there is no concept ghost',
    );
  });
});

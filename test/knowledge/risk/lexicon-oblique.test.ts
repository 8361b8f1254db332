import { readdirSync, readFileSync } from 'node:fs';
import { expect } from 'chai';
import { createPerception, type Perception } from '../../../knowledge/risk/perception.ts';
import { readLexicon } from '../../../knowledge/risk/risk-data.ts';

const folder = new URL('../../../knowledge/risk/lexicon/', import.meta.url);

describe('the lexicon on danger said obliquely', () => {
  let perception: Perception;
  before(() => {
    const files = readdirSync(folder)
      .filter((name) => name.endsWith('.yaml'))
      .toSorted();
    const lexicon = readLexicon(
      files.map((name) => ({ name, content: readFileSync(new URL(name, folder), 'utf8') })),
    );
    perception = createPerception(lexicon, []);
  });
  const rulesOf = (text: string): readonly string[] => perception.whole(text).rules.map((rule) => rule.id);

  const found: readonly (readonly [string, string])[] = [
    ["rope's up", 'means-ready'],
    ['the safety is off', 'means-ready'],
    ['insulin drawn up next to me', 'means-ready'],
    ['pills counted out on the dresser', 'means-ready'],
    ['garage door is shut and the engine is on', 'means-ready'],
    ['soga amarrada en la viga', 'means-ready'],
    ['looking down at the water', 'place-now'],
    ['my shoes are off by the railing, shoes left on the bridge', 'place-now'],
    ["i've got six hours left in me", 'time-end'],
    ["after tonight it won't matter", 'time-end'],
    ['the knife tonight i think', 'sign-means-near'],
    ['driving home picturing the median', 'wish-to-die'],
    ['should have stayed down that night', 'wish-to-die'],
    ['does life insurance pay out for suicide', 'burden'],
    ['i keep a razor in my phone case', 'self-injury'],
    ['third day no drink and i am talking to the dead', 'withdrawal-signs'],
    ['the guy in the next bunk is hanging', 'other-now'],
    ['she took the whole strip', 'overdose'],
    ['my 10 year old says he wants to disappear forever', 'worry-other'],
    ['my husband begs me to let him go', 'worry-other'],
  ];
  for (const [text, rule] of found)
    it(`hears "${text}" as ${rule}`, () => expect(rulesOf(text)).to.include(rule));

  const harmless = [
    'can I come in tonight?',
    'I will be around after Friday, please call then',
    'my pharmacy counted the refill wrong',
    'the bridge was closed so I am running late',
    'does insurance cover group?',
    'my dog died last year and I gave away his bed',
    'we tie knots in scouts',
    'the boss fight on the bridge tonight, my gun is loaded, love this game',
    'in the movie he is standing on the ledge tonight',
  ];
  for (const text of harmless)
    it(`finds no rule in "${text}"`, () => expect(rulesOf(text)).to.deep.equal([]));
});

import { expect } from 'chai';
import { assert, constantFrom, property } from 'fast-check';
import { builtDetector } from './built-assessor.ts';

const about = (text: string): string | undefined => builtDetector().assessor.assess(text).about;

describe('whose danger a message tells of', () => {
  const others = [
    'she took the whole bottle',
    'i cant wake my brother up',
    "i think my friend overdosed, he isn't breathing",
    'there is a man on the overpass about to jump',
    'se tomó el cloro',
  ];
  for (const text of others)
    it(`is another's in "${text}"`, () => {
      expect(about(text)).to.equal('other');
    });

  it('is told by nobody where no one is named', () => {
    expect(about('took way too many pills')).to.equal(undefined);
  });

  it("is the writer's own as soon as anything in it is, whatever is told of others", () => {
    const told = constantFrom(...others, 'my son swallowed bleach', 'mi hija no despierta');
    const own = constantFrom(
      'i want to die',
      'i took them too',
      'he is hitting me',
      'im going to kill myself',
      'me quiero morir',
      'ya me tomé las pastillas',
    );
    assert(
      property(told, own, (first, second) => {
        expect(about(`${first}. ${second}`)).to.equal('self');
        expect(about(`${second}, ${first}`)).to.equal('self');
      }),
    );
  });
});

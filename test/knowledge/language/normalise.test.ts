import { expect } from 'chai';
import { assert, property, string } from 'fast-check';
import { normalise } from '../../../knowledge/language/normalise.ts';
import { wordsIn } from '../../../knowledge/language/tokenise.ts';

describe('normalising a text', () => {
  it('makes one form of letters, case, marks and apostrophes', () => {
    expect(normalise('I DON’T know, señor Ｎúñez')).to.equal("i don't know, senor nunez");
  });

  it('takes out invisible characters, tags and entities', () => {
    expect(normalise('he\u200blp <b>me</b>&nbsp;now')).to.equal('help me now');
  });

  it('reads Cyrillic look-alikes inside Latin words, and leaves Russian words alone', () => {
    expect(normalise('ѕuісіdе')).to.equal('suicide');
    expect(normalise('хочу')).to.equal('хочу');
  });

  it('cuts stretched letters to two', () => {
    expect(normalise('sooooo tired')).to.equal('soo tired');
  });

  it('names the emoji that change what a message says', () => {
    expect(normalise('🔫 me')).to.equal('emoji_gun me');
  });

  it('changes nothing when done twice', () => {
    assert(
      property(string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        const once = normalise(text);
        expect(normalise(once)).to.equal(once);
      }),
    );
  });
});

describe('taking a text apart', () => {
  it('joins words with apostrophes and dots inside, and keeps times whole', () => {
    expect(wordsIn(normalise("don't s.o.s at 8:05"))).to.deep.equal(['dont', 'sos', 'at', '8:05']);
  });

  it('spells out w/ and w/o', () => {
    expect(wordsIn(normalise('w/ me, w/o you'))).to.deep.equal(['with', 'me', 'without', 'you']);
  });

  it('takes Chinese letter by letter', () => {
    expect(wordsIn(normalise('我想死'))).to.deep.equal(['我', '想', '死']);
  });
});

import { expect } from 'chai';
import fc from 'fast-check';
import { readPlainWords } from '../../../knowledge/unanswered/plain-words.ts';
import { gap, scrub } from '../../../knowledge/unanswered/scrub.ts';

describe('The scrubber of questions', () => {
  const words = readPlainWords();
  const scrubbed = (text: string): string => scrub(text, words) ?? '';

  it('leaves a plain question as it is, in small letters', () => {
    expect(scrubbed('Is there parking at the clinic?')).to.equal('is there parking at the clinic');
    expect(scrubbed('do you take Medicaid or Aetna')).to.equal('do you take medicaid or aetna');
    expect(scrubbed('IS THERE A BUS TO THE CLINIC')).to.equal('is there a bus to the clinic');
  });

  const secrets: [string, string, RegExp][] = [
    ['a name', 'my name is Grace Hopewell and do you have parking there', /grace|hope/],
    ['a name in small letters', 'hi my name is grace, do you have parking there', /grace/],
    ['a name with a hyphen', "I'm Mary-Lou Smith-Jones, is there parking there", /mary|lou|smith|jones/],
    ['a name that is a word, anywhere', 'does mark need to bring a towel to the group', /mark/],
    ['a name in a shout', 'I AM JOHN SMITH DO YOU HAVE PARKING', /john|smith/],
    ['the name of a relative', 'my son hunter wants to know if there is parking', /hunter/],
    [
      'any word where the name of a relative stands',
      'my son window wants to know about the program',
      /window/,
    ],
    ['any word where a name stands', 'my name is window and i ask about the program', /window/],
    ['the name of a doctor', 'Dr. Patel said i should ask about parking', /patel/],
    [
      'a name in Spanish',
      'me llamo Ángel y mi hijo Luis viene, hay un grupo para la familia',
      /angel|luis|ángel/,
    ],
    ['initials', 'T. J. said i should ask about parking at the clinic', /\bt\b|\bj\b/],
    ['a phone number', 'call me at (555) 123-4567 about the parking please', /\d/],
    ['a phone number with dots', 'call +1 555.123.4567 about the parking please', /\d/],
    ['a spelled number', 'i am forty two and is there parking at the clinic', /forty|two/],
    ['a social security number', 'my social is 123-45-6789 is that ok for the clinic', /\d/],
    ['an age', 'my son is 16yo, does he need to bring shots', /16|yo/],
    ['a street address', 'i live at 12 Oak Street apt B, is there a bus', /oak|street|12/],
    ['a street address in small letters', 'i live on elm avenue is there a bus to the clinic', /elm/],
    ['a town', 'i live in phoenix is there a bus to the clinic', /phoenix/],
    ['an employer', 'i work at walmart, do you give notes for work', /walmart/],
    ['an e-mail address', 'please write to jane.doe@mail.example about the parking', /jane|doe|mail\.|@/],
    [
      'a spelled e-mail address',
      'write to jane at gmail dot com about the parking there please',
      /jane|gmail/,
    ],
    ['a web address', 'see www.janes.example/jane about the parking at the clinic', /jane/],
    ['a handle', 'i am @jane_doe there, is there parking at the clinic', /jane|doe/],
    ['a date', 'my birthday is March 3rd 1984 do i get a cake', /march|3|1984/],
    ['a date in figures', 'i was there on 03/03/1984, is there parking now', /\d/],
    ['a date in Spanish', 'voy el 5 de mayo, hay un grupo para la familia', /5|mayo/],
    ['a word that no dictionary has', 'is xqzwvut a good place for this treatment', /xqz/],
    ['letters of another width', 'my name is Ｇｒａｃｅ, is there parking at the clinic', /grace|Ｇ/i],
  ];
  for (const [what, text, secret] of secrets)
    it(`takes out ${what}`, () => {
      expect(scrubbed(text)).to.not.match(secret);
      expect(scrubbed(text)).to.include(gap);
    });

  it('keeps nothing that sounds like danger, whatever else it asks', () => {
    for (const text of [
      'i want to die and is there parking',
      'Someone hits me. Is there parking?',
      'me quiero morir, hay un grupo',
    ])
      expect(scrub(text, words), text).to.equal(undefined);
  });

  it('keeps nothing of a long message, of one that is mostly names, and of no words', () => {
    expect(scrub('is there parking '.repeat(20), words)).to.equal(undefined);
    for (const text of ['Jane Doe', 'xqzwv plmokn', '', '😀', '123 456'])
      expect(scrub(text, words), text).to.equal(undefined);
  });

  it('never lets a word through that its vocabulary does not have, nor any digit, sign or capital', () => {
    const piece = fc.constantFrom(
      ...'my name is Grace 12 oak street @x a@b.c the clinic is there 😀 parking son Tyler may 5 . , \n'.split(
        ' ',
      ),
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(piece).map((all) => all.join(' ')),
    );
    fc.assert(
      fc.property(text, (message) => {
        const left = (scrub(message, words) ?? '').replaceAll(gap, '');
        expect(left).to.match(/^[\p{Ll}\p{Lo}' ]*$/u);
        for (const word of left.split(' ').filter(({ length }) => length > 1))
          expect(words.has(word) || ['aetna'].includes(word), word).to.equal(true);
      }),
      { numRuns: 300 },
    );
  });
});

import { expect } from 'chai';
import { detectLanguage } from '../../../knowledge/language/detect-language.ts';

describe('telling the language', () => {
  const english = ['how much does it cost', 'i cant sleep', 'do you take medicaid?', 'What are your hours'];
  const spanish = [
    'cuanto cuesta el programa',
    '¿aceptan medicaid?',
    'no puedo dormir',
    'necesito ayuda por favor',
    'mañana',
  ];

  for (const text of english)
    it(`hears English in "${text}"`, () => expect(detectLanguage(text)).to.equal('en'));
  for (const text of spanish)
    it(`hears Spanish in "${text}"`, () => expect(detectLanguage(text)).to.equal('es'));

  it('says nothing where nothing tells', () => {
    for (const text of ['', 'ok', '👍', 'iop', '12345', 'no'])
      expect(detectLanguage(text), text).to.equal(undefined);
  });
});

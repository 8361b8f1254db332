import { expect } from 'chai';
import { spanishReadingEase, spanishSyllables } from './spanish-reading-ease.ts';

describe('how easily a Spanish text reads', () => {
  it('counts syllables as they are spoken', () => {
    const counted: Readonly<Record<number, string>> = {
      1: 'y bien que dos hoy',
      2: 'casa quiere guerra días agua leer caer mayo estoy país baúl',
      3: 'ahora cuidado seguro médico pregunta ayuda oído',
      4: 'todavía ciudadano energía',
      6: 'desintoxicación',
    };
    for (const [count, words] of Object.entries(counted))
      for (const word of words.split(' ')) expect(spanishSyllables(word), word).to.equal(Number(count));
  });

  it('is easy for short words in short sentences, and hard for long ones', () => {
    expect(spanishReadingEase('No se vaya. La casa es de mi tía.')).to.be.greaterThan(80);
    expect(
      spanishReadingEase(
        'La administración correspondiente determinará oportunamente la conveniencia terapéutica individualizada de la intervención.',
      ),
    ).to.be.lessThan(20);
  });

  it('takes a name for one word', () => {
    expect(spanishReadingEase('Es una hospitalización parcial.')).to.equal(spanishReadingEase('Es una Uno.'));
  });
});

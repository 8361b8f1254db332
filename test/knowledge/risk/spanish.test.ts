import { expect } from 'chai';
import { createPerception } from '../../../knowledge/risk/perception.ts';
import type { RiskAssessor } from '../../../knowledge/risk/assessor.ts';
import { builtDetector } from './built-assessor.ts';

describe('Spanish in a message', () => {
  let assessor: RiskAssessor;
  let read: (text: string) => string;
  before(() => {
    const { data, assessor: built } = builtDetector();
    const perception = createPerception(data.lexicon, data.model.words);
    assessor = built;
    read = (text) =>
      perception
        .whole(text)
        .tokens.map(({ word }) => word)
        .join(' ');
  });

  const readings: readonly (readonly [string, string])[] = [
    ['ya no quiero vivir', 'ya no quiero vivir'],
    ['ya no c q hacer', 'ya no se que hacer'],
    ['k sentido tiene y pa q sigo', 'que sentido tiene y para que sigo'],
    ['me da miedo mi papá', 'me da miedo mi dad'],
    ['toy sola y tmb cansada d todo', 'estoy sola y tambien cansada de todo'],
    ['x favor, ya', 'por favor , ya'],
    ['i will kill ya', 'i will kill you'],
    ['y do u care', 'why do you care'],
    ['k im fine n u', 'ok im fine and you'],
    ['my toy poodle', 'my toy poodle'],
    ['please help me, ya no quiero vivir', 'please help me , ya no quiero vivir'],
  ];
  for (const [text, words] of readings)
    it(`"${text}" is read as "${words}"`, () => {
      expect(read(text)).to.equal(words);
    });

  it('is not taken for slips of words of danger', () => {
    for (const words of [
      'voy a pagar',
      'el hombre',
      'estoy contando',
      'quiero ahorrar',
      'no pregunten',
      'mi texto',
    ])
      expect(read(words)).to.equal(words);
  });

  const danger: readonly (readonly [string, string])[] = [
    ['ya no quiero vivir', 'concern'],
    ['ya no aguanto más', 'concern'],
    ['ya me tomé las pastillas', 'immediate'],
    ['ya voy a hacerlo', 'immediate'],
    ['q se acabe todo ya', 'concern'],
    ['xq sigo viva', 'concern'],
    ['tmb me quiero morir', 'concern'],
  ];
  for (const [text, tier] of danger)
    it(`is judged as danger in "${text}"`, () => {
      expect(assessor.assess(text).tier).to.be.oneOf([tier, 'immediate']);
    });

  it('tells a wish to die from an attack and from a threat', () => {
    expect(assessor.assess('me quiero matar').category).to.equal('self-harm');
    expect(assessor.assess('mi marido me quiere matar').category).to.equal('abuse');
    expect(assessor.assess('voy a matar a mi jefe').category).to.equal('harm-to-others');
  });

  for (const text of [
    'ya llegué, por dónde entro',
    'ya no tengo el mismo número',
    'y si llego tarde',
    'tengo que pagar hoy',
  ])
    it(`is harmless in "${text}"`, () => {
      expect(assessor.assess(text).tier).to.equal('none');
    });

  it('leaves the English sin a noun and takes the Spanish one for "without"', () => {
    expect(assessor.assess('is it a sin to kill myself').tier).to.not.equal('none');
  });
});

describe('ordinary English words', () => {
  it('are not taken for slips of words of danger', () => {
    const { data } = builtDetector();
    const perception = createPerception(data.lexicon, data.model.words);
    for (const word of [
      'rapid',
      'rated',
      'ballet',
      'loving',
      'banking',
      'violet',
      'immediate',
      'action',
      'alike',
    ])
      expect(perception.whole(word).tokens.map((token) => token.word)).to.deep.equal([word]);
    expect(perception.whole('suicdal').tokens[0]?.word).to.equal('suicidal');
  });
});

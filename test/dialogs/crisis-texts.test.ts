import { expect } from 'chai';
import { languages, type Language } from '../../knowledge/language/language.ts';
import { isGsm7 } from '../../knowledge/texts/gsm7.ts';
import { texts, textsIn } from './crisis-support.ts';

/** What is said, without the lists of what people say. */
const saidIn = (language: Language) => {
  const { heard: _, protocol: __, barriers, ...said } = texts[language].crisis;
  return { ...said, barriers: Object.values(barriers).map(({ say }) => say) };
};

describe('no crisis text', () => {
  const banned = [
    /you('re| are) not going to (hurt|kill)/i,
    /promise/i,
    /prometo/i,
    /(keep|stay|our) (it |this )?(a )?secret|between us|entre nosotros/i,
    /contract|contrato/i,
    /it makes sense that|tiene sentido que/i,
    /commit(ted|s)? suicide|cometi[óo] suicidio|cometer suicidio/i,
    /calm down|c[áa]lmese|cheer up|an[íi]mese/i,
    /could be worse|podr[íi]a ser peor|only a phase|just a phase|is nothing|no es nada|no big deal/i,
    /you seem|you sound|parece (triste|deprimid)/i,
    /depress|deprim|disorder|trastorno|diagnos/i,
    /i understand how you feel|i know how you feel|s[ée] c[óo]mo se siente/i,
    /as a (person|human|friend|doctor|counselor)|soy (una persona|humano|m[ée]dico)/i,
    /can't talk about|can not talk about|no puedo hablar de/i,
    /selfish|ego[íi]st|attention|llamar la atenci[óo]n/i,
    /\b(bridge|rope|gun|knife|pills?|puente|cuerda|arma|cuchillo|pastillas?)\b/i,
    /\b\d+ ?(mg|pills|tablets|pastillas)\b|painless|sin dolor/i,
    /press 3|marque 3|662.?4357/i,
    /reply (stop|help|end|quit|cancel|info)|text (stop|help|end|quit|cancel|info)\b/i,
  ];
  for (const language of languages)
    it(`has words that harm or that are not true, in ${language === 'en' ? 'English' : 'Spanish'}`, () => {
      const said = saidIn(language);
      const { protocol } = texts[language].crisis;
      expect(textsIn(said).length).to.be.above(150);
      for (const text of textsIn(said)) for (const words of banned) expect(text).to.not.match(words);
      expect(textsIn(protocol).length).to.be.above(15);
    });

  it('has characters that a text message can not carry, other than accents', () => {
    for (const text of textsIn(saidIn('en')))
      expect(isGsm7(text.replaceAll(/[{}]/g, '')), text).to.equal(true);
  });

  it('is in English only: every Spanish text differs from its English one', () => {
    const flat = (value: unknown): readonly string[] =>
      textsIn(value).filter((text) => text !== '{reach}' && text !== 'No');
    const [english, spanish] = [saidIn('en'), saidIn('es')];
    const known = new Set(flat(english));
    expect(flat(spanish).filter((text) => known.has(text))).to.deep.equal([]);
    expect(flat(spanish).length).to.equal(flat(english).length);
  });
});

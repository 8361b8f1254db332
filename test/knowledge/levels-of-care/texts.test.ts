import { expect } from 'chai';
import { languages } from '../../../knowledge/language/language.ts';
import { questions } from '../../../knowledge/levels-of-care/questions.ts';
import { rules } from '../../../knowledge/levels-of-care/rules.ts';
import { isGsm7, toGsm7 } from '../../../knowledge/texts/gsm7.ts';
import { screeningTexts } from '../../../knowledge/texts/screening-texts.ts';
import { readingGrade } from '../../support/reading-grade.ts';
import { spanishReadingEase } from '../../support/spanish-reading-ease.ts';
import { screeningIn } from './screening-texts-support.ts';

/** What a person can read: the words that people say are no speech of the bot. */
const spoken = (language: 'en' | 'es'): readonly string[] => {
  const { heard: _, questions: asked, ...rest } = screeningIn(language);
  const shown = Object.values(asked).map(({ name, text, why, options }) => ({ name, text, why, options }));
  return leaves([rest, shown]);
};

const leaves = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(leaves) : [];
};

/** As it is read: with the places filled in. */
const filled = (text: string): string =>
  text
    .replaceAll('{danger}', 'In danger? Call 911, or call or text 988.')
    .replaceAll('{clinic}', 'the clinic')
    .replaceAll(/\{(?:number|total|phone|days|count|answers)\}/g, '5')
    .replaceAll(/\{\w+\}/g, 'this');

const fewWords = 6;
/** Of the INFLESZ scale. */
const fairlyEasy = 65;

describe('the texts of the screening', () => {
  it('read at grade 6 or lower, each of them', () => {
    const long = spoken('en')
      .map(filled)
      .filter((text) => text.split(' ').length > fewWords);
    const hard = long.map((text) => ({ text, grade: readingGrade(text) })).filter(({ grade }) => grade > 6);
    expect(hard).to.deep.equal([]);
  });

  it('read at grade 6 or lower where they are too short to measure alone', () => {
    const short = spoken('en')
      .map(filled)
      .filter((text) => text.split(' ').length <= fewWords);
    expect(readingGrade(short.map((text) => text.replace(/[.?]?$/, '.')).join(' '))).to.be.lessThan(6);
  });

  it('read fairly easily or better in Spanish, each of them', () => {
    const all = spoken('es').map(filled);
    const long = all.filter((text) => text.split(' ').length > fewWords);
    const hard = long
      .map((text) => ({ text, ease: spanishReadingEase(text) }))
      .filter(({ ease }) => ease < fairlyEasy);
    expect(hard).to.deep.equal([]);
    const short = all.filter((text) => text.split(' ').length <= fewWords);
    expect(spanishReadingEase(short.map((text) => text.replace(/[.?]?$/, '.')).join(' '))).to.be.at.least(
      fairlyEasy,
    );
  });

  for (const language of languages) {
    it(`can be sent as plain text messages (${language})`, () => {
      const sent = spoken(language)
        .map(filled)
        .map((text) => (language === 'es' ? toGsm7(text) : text));
      expect(sent.filter((text) => !isGsm7(text))).to.deep.equal([]);
    });

    it(`never tell people what they need, qualify for, feel or have (${language})`, () => {
      const banned =
        /you need|you qualify|qualif|eligib|you must be|you have (?:a|an) |you seem|you feel sad|depress|anxi|upset|scared|afraid|hopeless|addict\b|LOCUS|ASAM|score|usted necesita|necesita atenci|califica|deprimid|ansios|triste|miedo/i;
      expect(spoken(language).filter((text) => banned.test(text))).to.deep.equal([]);
    });

    it(`never ask for a word that the phone network takes for itself (${language})`, () => {
      const words =
        /\b(?:write|text|reply|send|escriba|responda)\b[^.]*\b(?:stop|stopall|unsubscribe|cancel|end|quit|revoke|optout|help|info)\b/i;
      expect(spoken(language).filter((text) => words.test(text))).to.deep.equal([]);
    });

    it(`give every rule a reason, and every question a why (${language})`, () => {
      const texts = screeningIn(language);
      for (const { id } of rules) expect(texts.rules[id].reason).to.not.equal('');
      for (const { id } of questions) expect(texts.questions[id].why).to.not.equal('');
    });
  }

  it('give hours as the least there is', () => {
    const { hours } = screeningIn('en').result;
    expect(hours['iop-adult']).to.include('at least 9');
    expect(hours['iop-under-18']).to.include('at least 6');
    expect(hours['iop-skip']).to.include('at least 9').and.include('at least 6');
    expect(hours.php).to.include('at least 20');
  });

  it('are refused where an option of the table has no label, or a label has no option', () => {
    const texts = screeningIn('en');
    const { mixed: _, ...others } = texts.questions.home.options;
    const home = { ...texts.questions.home, options: { ...others, never: 'Never' } };
    const raw = { ...texts, questions: { ...texts.questions, home } };
    const { error } = screeningTexts.safeParse(raw);
    expect(error?.issues.map(({ path }) => path.join('.'))).to.deep.equal([
      'questions.home.options.mixed',
      'questions.home.options.never',
    ]);
  });
});

import { expect } from 'chai';
import { readingGrade } from '../../../knowledge/faq/reading-grade.ts';
import { languages } from '../../../knowledge/language/language.ts';
import { isGsm7, toGsm7 } from '../../../knowledge/texts/gsm7.ts';
import { knowledge } from '../../support/knowledge.ts';

/** Every text below a value of the data. */
const textsIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
};

const { texts, risk } = knowledge();

describe('the words around answers', () => {
  for (const language of languages) {
    const { talk, conversation } = texts[language];
    const { heard, ...said } = talk;
    const all = [...textsIn(said), ...textsIn(conversation)].map((text) => text.replaceAll(/\{\w+\}/g, 'x'));

    it(`can be sent as text messages in plain characters (${language})`, () => {
      expect(all.length).to.be.above(60);
      expect(all.filter((text) => !isGsm7(toGsm7(text)))).to.deep.equal([]);
    });

    it(`do not repeat themselves (${language})`, () => {
      for (const [name, wordings] of Object.entries(said.said))
        expect(new Set(wordings).size, name).to.equal(wordings.length);
    });

    it(`stand on buttons that raise no alarm when they come back as text (${language})`, () => {
      const labels = [...Object.values(talk.feedback), conversation.answers.noneOfThese];
      expect(labels.filter((words) => risk.assess(words).tier !== 'none')).to.deep.equal([]);
    });

    it(`tell yes from no (${language})`, () => {
      expect(heard.yes.filter((words) => heard.no.includes(words))).to.deep.equal([]);
      expect(heard.helped.filter((words) => heard.notHelped.includes(words))).to.deep.equal([]);
    });
  }

  it('are easy to read', () => {
    const { heard: _, again: __, ...said } = texts.en.talk;
    const long = textsIn(said).filter((text) => text.split(' ').length >= 20);
    expect(long.length).to.be.above(10);
    for (const text of long) expect(readingGrade(text), text).to.be.at.most(8);
  });

  it('are said in Spanish wherever they are said in English', () => {
    const shapeOf = (value: unknown): unknown =>
      typeof value === 'object' && value !== null
        ? Object.fromEntries(Object.entries(value).map(([key, each]) => [key, shapeOf(each)]))
        : 'text';
    const { heard: _, ...english } = texts.en.talk;
    const { heard: __, ...spanish } = texts.es.talk;
    expect(shapeOf(spanish)).to.deep.equal(shapeOf(english));
  });
});

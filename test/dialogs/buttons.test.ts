import { expect } from 'chai';
import { languages } from '../../knowledge/language/language.ts';
import { knowledge } from '../support/knowledge.ts';

describe('what stands on a button', () => {
  it('is understood as its topic when it comes back as text', () => {
    const { entries, matcher } = knowledge();
    const wrong = [...entries.values()].flatMap(({ id, title, es }) =>
      [title, ...(es ? [es.title] : [])].filter((label) => matcher.match(label).topics[0] !== id),
    );
    expect(wrong).to.deep.equal([]);
  });

  it('is never judged a sign of danger where it asks about care', () => {
    const { entries, texts, risk } = knowledge();
    const labels = [
      ...[...entries.values()].flatMap(({ title, es }) => [title, ...(es ? [es.title] : [])]),
      ...languages.flatMap((language) => Object.values(texts[language].conversation.welcome.choices)),
      ...languages.flatMap((language) => Object.values(texts[language].screening.actions)),
    ];
    expect(labels.length).to.be.above(100);
    expect(labels.filter((label) => risk.assess(label).tier !== 'none')).to.deep.equal([]);
  });

  it('is never judged a sign of danger where it answers the screening, but for the thoughts that are asked about', () => {
    const { texts, risk } = knowledge();
    const labels = languages.flatMap((language) =>
      Object.entries(texts[language].screening.questions).flatMap(([id, { options }]) =>
        Object.entries(options).flatMap(([option, label]) =>
          Object.values(typeof label === 'string' ? { label } : label).map((words) => ({
            id,
            option,
            words,
          })),
        ),
      ),
    );
    const alarming = labels.filter(({ words }) => risk.assess(words).tier !== 'none');
    expect(alarming.filter(({ option }) => option !== 'thoughts')).to.deep.equal([]);
    expect(alarming.filter(({ words }) => risk.assess(words).tier === 'immediate')).to.deep.equal([]);
  });
});

describe('small talk', () => {
  const { risk } = knowledge();

  it('raises no alarm by itself', () => {
    const said = ['goodbye', 'Bye!', 'thanks, bye', 'no', 'kind of', 'gracias', 'im fine thanks'];
    expect(said.filter((words) => risk.assess(words).tier !== 'none')).to.deep.equal([]);
  });

  it('is an answer where danger was asked about', () => {
    expect(risk.assess('kind of', { asked: 'thoughts-now' }).tier).to.equal('immediate');
    expect(risk.assess('yes', { asked: 'plan' }).tier).to.equal('immediate');
  });
});

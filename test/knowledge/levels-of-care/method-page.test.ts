import { expect } from 'chai';
import { toMarkdown } from '../../../knowledge/document/to-markdown.ts';
import { readFacts } from '../../../knowledge/faq/fact.ts';
import { languages } from '../../../knowledge/language/language.ts';
import { screeningMethod } from '../../../knowledge/levels-of-care/method-page.ts';
import { questions, tableDate, tableVersion } from '../../../knowledge/levels-of-care/questions.ts';
import { rules } from '../../../knowledge/levels-of-care/rules.ts';
import { tablePicture } from '../../../knowledge/levels-of-care/table-picture.ts';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../../knowledge/project-root.ts';
import { knowledge } from '../../support/knowledge.ts';
import { readingGrade } from '../../support/reading-grade.ts';

const { texts } = knowledge();
const all = [...questions, ...rules];
const cited = [...new Set(all.flatMap(({ facts }) => facts))].toSorted();
const facts = readFacts(readFileSync(join(projectRoot(), 'knowledge/faq/facts.json'), 'utf8'));
const hedge = { en: /\bmay\b|often|typically|\bcan\b/, es: /puede|suele|a menudo|por lo general/ };

describe('the page on how the screening decides', () => {
  for (const language of languages) {
    const words = texts[language];
    const page = toMarkdown(screeningMethod(words));

    it(`names every question and rule in order, with its answers and its reason (${language})`, () => {
      const marks = [...page.matchAll(/^\| (\d+|R\d+) /gm)].map(([, mark]) => mark);
      expect(marks).to.deep.equal([
        ...questions.map((_, at) => String(at + 1)),
        ...rules.map(({ id }) => id),
      ]);
      for (const { id, options } of questions)
        for (const option of options) expect(page).to.include(`\`${id}\``).and.include(`\`${option}\` `);
      for (const { id, outcome } of rules)
        expect(page).to.include(words.screening.rules[id].reason).and.include(`\`${outcome}\``);
      expect(page)
        .to.include(tableVersion)
        .and.include(tableDate)
        .and.not.match(/[{}]|undefined/);
    });

    it(`tells every fact that is named, and no other, with the article's own care (${language})`, () => {
      const { factList } = words.method;
      expect(Object.keys(factList)).to.deep.equal(cited);
      for (const { id, hedged } of facts)
        if (hedged && cited.includes(id)) expect(factList[id], id).to.match(hedge[language]);
    });

    it(`says of everything that has no fact behind it that it goes beyond the article (${language})`, () => {
      const told: readonly string[] = words.method.beyondList.map(({ of }) => of);
      const without = all.filter((each) => each.facts.length === 0).map(({ id }) => id);
      expect(told).to.include.members(without);
      expect(all.map(({ id }): string => id)).to.include.members([...told]);
    });

    it(`draws every rule, with a title and all of it in words (${language})`, () => {
      const picture = tablePicture(words);
      const [, description = ''] = /<desc[^>]*>(.*?)<\/desc>/s.exec(picture) ?? [];
      const drawn = [...picture.matchAll(/<tspan[^>]*>(R\d+)<\/tspan>/g)].map(([, id]) => id);
      expect(drawn).to.include.members(rules.map(({ id }) => id));
      for (const { id, outcome } of rules)
        expect(description).to.match(
          new RegExp(`${id}\\. [^.]*.*?: ${words.method.outcomes[outcome].replaceAll(/[()]/g, '.')}\\.`),
        );
      expect(picture)
        .to.include('<title')
        .and.not.match(/ style=|<style|<script|undefined/);
    });
  }

  it('draws together what alternatives share', () => {
    const page = toMarkdown(screeningMethod(texts.en));
    expect(page).to.include(
      'Taking part: "No"<br>or Groups: "No"<br>and also what one of these asks for: R9, R10, R11, R13, R14 or R15',
    );
    expect(page).to.include(
      'Daily tasks: "They are hard, but I do some" and Help now: "I do not get help now"',
    );
  });

  it('reads at grade 8 or lower', () => {
    const { method } = texts.en;
    for (const text of [
      method.intro,
      method.questionsIntro,
      method.rulesIntro,
      method.factsIntro,
      method.beyondIntro,
      method.beyondList.map((each) => each.text).join(' '),
      method.keptText,
    ])
      expect(readingGrade(text), text).to.be.at.most(8);
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { screeningMethod } from '../../../knowledge/levels-of-care/method-page.ts';
import { questions } from '../../../knowledge/levels-of-care/questions.ts';
import { ruleIds } from '../../../knowledge/levels-of-care/ids.ts';
import { projectRoot } from '../../../knowledge/project-root.ts';
import { screeningIn } from './screening-texts-support.ts';

describe('the page on how the screening decides', () => {
  it('is in docs/screening.md as the data has it', () => {
    const page = readFileSync(join(projectRoot(), 'docs/screening.md'), 'utf8');
    expect(page).to.equal(screeningMethod(screeningIn('en')));
  });

  it('names every question and every rule, in each language', () => {
    for (const language of ['en', 'es'] as const) {
      const page = screeningMethod(screeningIn(language));
      for (const { id } of questions) expect(page).to.include(`| \`${id}\` `);
      for (const id of ruleIds) expect(page).to.include(`| ${id} `);
    }
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { z } from 'zod';
import { topicGroups } from '../../../knowledge/faq/entry.ts';
import { readFacts } from '../../../knowledge/faq/fact.ts';
import { runsOf } from '../../../knowledge/faq/lint-copying.ts';
import { readEntries } from '../../../knowledge/faq/read-entries.ts';
import { readingGrade } from '../../../knowledge/faq/reading-grade.ts';
import { lintBase } from '../../../knowledge/kb/lint-base.ts';
import { projectRoot } from '../../../knowledge/project-root.ts';
import { readFolder } from '../../../knowledge/read-folder.ts';

const folder = join(projectRoot(), 'knowledge/faq');
const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
const rowsOf = (name: string): string[][] =>
  read(name)
    .trimEnd()
    .split('\n')
    .map((line) => line.split('\t'));

const entries = readEntries(readFolder(join(folder, 'entries')));
const all = [...entries.values()];
const facts = readFacts(read('facts.json'));
const { runs } = z.object({ runs: z.array(z.string()) }).parse(JSON.parse(read('article-runs.json')));

describe('The knowledge base', () => {
  it('passes every check of the lint', () => {
    const findings = lintBase(join(projectRoot(), 'knowledge'));
    expect(findings.map(({ file, field, message }) => `${file}: ${field}: ${message}`)).to.deep.equal([]);
  });

  it('has an entry for each of the 43 topics of the article, 11 beyond it and 11 about the bot', () => {
    const counts = topicGroups.map((group) => all.filter((entry) => entry.group === group).length);
    expect(counts).to.deep.equal([43, 11, 11]);
  });

  it('numbers the 60 facts of the article in order', () => {
    const ids = Array.from({ length: 60 }, (_, at) => `F${String(at + 1).padStart(2, '0')}`);
    expect(facts.map(({ id }) => id)).to.deep.equal(ids);
  });

  it('knows the runs of the article', () => {
    const [probe] = runsOf('those who are: able to verbally express their thoughts');
    const [other] = runsOf('those who are: able to loudly express their thoughts');
    expect(runs).to.include(probe).and.not.include(other);
  });

  it('states the facts themselves in our own words', () => {
    const known = new Set(runs);
    expect(facts.filter(({ fact }) => runsOf(fact).some((run) => known.has(run)))).to.deep.equal([]);
  });

  it('reads at grade 6 or lower on the whole', () => {
    const grades = all.map(({ full }) => readingGrade(full));
    expect(grades.reduce((sum, grade) => sum + grade, 0) / grades.length).to.be.below(6);
  });

  it('says in each answer beyond the article that the source does not say, or that the bot can not', () => {
    const beyond = all.filter(({ group }) => group === 'not-in-article');
    const silent = beyond.filter(
      ({ short, full }) => ![short, full].every((text) => /my source|can not/i.test(text)),
    );
    expect(silent.map(({ id }) => id)).to.deep.equal([]);
  });

  it('gives the poison line and 911, and no advice, on medicines', () => {
    const { short, full, es } = entries.get('medication-questions') ?? expect.fail();
    for (const text of [short, full, es?.short ?? '', es?.full ?? ''])
      expect(text)
        .to.include('1-800-222-1222')
        .and.include('911')
        .and.not.match(/\b\d+ ?mg\b/);
  });

  it('names two known topics for each double question', () => {
    const pairs = rowsOf('double-questions.tsv').map(([topics]) => topics?.split('|') ?? []);
    expect(
      pairs.filter((pair) => pair.length !== 2 || !pair.every((topic) => entries.has(topic))),
    ).to.deep.equal([]);
  });

  it('has background lines that are near or far, and none of them in both sets or in an entry', () => {
    const training = rowsOf('background.tsv');
    const testing = rowsOf('background-test.tsv');
    expect(
      [...training, ...testing].filter((row) => row.length !== 2 || !['near', 'far'].includes(row[0] ?? '')),
    ).to.deep.equal([]);
    const taken = new Set([
      ...training.map(([, text]) => text),
      ...all.flatMap(({ ways }) => Object.values(ways).flat()),
    ]);
    expect(testing.filter(([, text]) => taken.has(text ?? ''))).to.deep.equal([]);
  });
});

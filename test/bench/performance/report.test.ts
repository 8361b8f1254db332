import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { processTable, toMarkdown, turnTable } from '../../../bench/performance/tables.ts';
import { pictureOf, withFigures } from '../../../bench/performance/write-report.ts';
import { projectRoot } from '../../../knowledge/project-root.ts';
import { madeUpReport } from './made-up-report.ts';

const document = readFileSync(join(projectRoot(), 'docs/performance.md'), 'utf8');

describe('the report of the bench', () => {
  it('tells for each kind of message what a turn takes, beside the echo bot in the same rounds', () => {
    expect(turnTable(madeUpReport).slice(1)).to.deep.equal([
      ['bare restify', '150', '0.25 (0.25–0.25)', '1.50', '4.50'],
      ['stock echo bot (CloudAdapter)', '600', '1.00 (1.00–1.00)', '1.50', '4.50'],
      ['this service, memory: a question', '300', '0.50 (0.50–0.50)', '1.50', '4.50'],
      ['this service, memory: screening', '150', '0.25 (0.25–0.25)', '1.50', '4.50'],
      ['this service, memory: crisis', '900', '1.50 (1.50–1.50)', '1.50', '4.50'],
    ]);
  });

  it('tells how long a process takes to start, and the most memory that it was seen to have', () => {
    expect(processTable(madeUpReport).at(-1)).to.deep.equal(
      ['this service, memory', '1500', '1.50 (1.50–1.50)', '400', '150 MB', '1.50', '300 MB', '1.50'], // prettier-ignore
    );
  });

  it('is put into the document between its marks, and a second run replaces the first', () => {
    const once = withFigures(document, madeUpReport);
    expect(once)
      .to.include(toMarkdown(turnTable(madeUpReport)))
      .and.include('Left out: something.');
    expect(withFigures(once, madeUpReport)).to.equal(once);
    expect(() => withFigures('', madeUpReport)).to.throw('no place for "machine"');
  });

  it('is drawn with a bar for each figure, as long as the figure says', () => {
    const picture = pictureOf(madeUpReport);
    const widths = [...picture.matchAll(/<rect x="280" y="\d+" width="([\d.]+)"/g)].map(([, width]) =>
      Number(width),
    );
    expect(widths).to.have.length(5 + 3 + 3);
    expect(widths[4]! / widths[0]!).to.be.closeTo(6, 0.01);
    expect(picture)
      .to.match(/^<svg xmlns[^]*<\/svg>\n$/)
      .and.not.include('NaN');
    expect(picture).to.include('this service, memory: crisis 1.50');
  });
});

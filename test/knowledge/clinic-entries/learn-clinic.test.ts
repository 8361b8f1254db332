import { readdirSync, readFileSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { addClinicEntries, clinicLines } from '../../../knowledge/clinic-entries/add-clinic-entries.ts';
import { openClinicEntries } from '../../../knowledge/clinic-entries/open-clinic-entries.ts';
import { learnClinic } from '../../../knowledge/clinic-entries/learn-clinic.ts';
import { createMatcher } from '../../../knowledge/faq/create-matcher.ts';
import type { MatcherSources } from '../../../knowledge/faq/train-matcher.ts';
import { knowledge } from '../../support/knowledge.ts';
import { realSources, withVoices } from '../faq/small-matcher.ts';
import { clinicFolder, parking } from './clinic-folder.ts';

const ours = [...knowledge().entries.values()];
const known = new Set(ours.map(({ id }) => id));
/** So few of the real lines that learning them takes a moment. */
const small = (): MatcherSources => {
  const sources = withVoices(realSources(), (voice) => voice === 'terse');
  const { lines, background } = sources.training;
  const training = { lines: lines.slice(0, 120), doubles: [], background: background.slice(0, 40) };
  return { ...sources, dictionary: [], training };
};
const linesOf = (text: string) =>
  clinicLines(openClinicEntries(clinicFolder({ 'parking.yaml': text }), ours), known);
const nothing = (): never => expect.fail('learned again');

describe("learning a clinic's entries", function learning() {
  this.timeout(60_000);
  const lines = linesOf(parking);

  it('keeps what it learned, and learns again only when a way of asking changes', () => {
    const kept = clinicFolder({});
    const first = learnClinic('/a', lines, { kept, sources: small });
    expect(first.learned).to.equal('kept');
    expect(createMatcher(first.model, []).match('where is the parking').candidates[0]?.topic).to.equal(
      'parking',
    );
    const again = learnClinic('/a', lines, { kept, sources: nothing });
    expect(again.learned).to.equal('found');
    expect(again.model).to.deep.equal(first.model);
    const otherPrice = linesOf(parking.replace('It costs nothing', 'It costs a dollar'));
    expect(learnClinic('/a', otherPrice, { kept, sources: nothing }).learned).to.equal('found');
    const otherWay = linesOf(`${parking}  - garage\n`);
    expect(() => learnClinic('/a', otherWay, { kept, sources: nothing })).to.throw('learned again');
    expect(() => learnClinic('/b', otherWay, { kept, sources: nothing })).to.throw('learned again');
  });

  it('does not take a file that was cut short', () => {
    const kept = clinicFolder({});
    learnClinic('/a', lines, { kept, sources: small });
    const [file = ''] = readdirSync(kept);
    truncateSync(join(kept, file), 500);
    expect(learnClinic('/a', lines, { kept, sources: small }).learned).to.equal('kept');
  });

  it('goes on in memory where the folder can not be written', () => {
    const file = join(clinicFolder({ file: '' }), 'file');
    expect(learnClinic('/a', lines, { kept: file, sources: small }).learned).to.equal('unkept');
    expect(readFileSync(file, 'utf8')).to.equal('');
  });

  it('has nothing to learn of an answer that replaces one of ours', () => {
    const text = parking.replace('id: parking', 'id: cost-insurance').replace(/ways:[^]*/, '');
    const entries = openClinicEntries(clinicFolder({ 'cost-insurance.yaml': text }), ours);
    expect(clinicLines(entries, known)).to.deep.equal([]);
    expect(learnClinic('/a', [], { kept: '/nowhere', sources: nothing }).learned).to.equal('nothing-new');
    const [answer] = addClinicEntries(ours, entries).filter(({ id }) => id === 'cost-insurance');
    expect(answer).to.deep.include({ group: 'clinic', source: 'The front desk', title: 'Where can I park?' });
    expect(answer?.es).to.equal(undefined);
    expect(answer?.followUps).to.deep.equal(knowledge().entries.get('cost-insurance')?.followUps);
  });
});

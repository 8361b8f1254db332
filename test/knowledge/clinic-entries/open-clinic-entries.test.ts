import { expect } from 'chai';
import { ClinicEntryError } from '../../../knowledge/clinic-entries/clinic-entry-error.ts';
import { openClinicEntries } from '../../../knowledge/clinic-entries/open-clinic-entries.ts';
import { knowledge } from '../../support/knowledge.ts';
import { clinicFolder, parking } from './clinic-folder.ts';

const open = (files: Readonly<Record<string, string | Buffer>>) =>
  openClinicEntries(clinicFolder(files), [...knowledge().entries.values()]);
const withLine = (line: string) => ({ 'parking.yaml': `${parking}${line}\n` });
const named = (id: string) => ({ [`${id}.yaml`]: parking.replace('id: parking', `id: ${id}`) });

describe("a clinic's own folder", () => {
  it('gives its entries by id, and leaves notes and hidden files alone', () => {
    const entries = open({ 'parking.yaml': parking, 'README.md': '# Ours', '.DS_Store': '' });
    expect([...entries.keys()]).to.deep.equal(['parking']);
    expect(entries.get('parking')?.ways).to.deep.equal({
      clinic: ['where do i park my car', 'is there parking', 'parking lot'],
    });
  });

  it('takes ways of asking by voice too, and facts in place of a source', () => {
    const text = parking.replace('source: The front desk', 'facts: [F14]').replaceAll('  - ', '    - ');
    const entries = open({ 'parking.yaml': text.replace('ways:\n', 'ways:\n  teen:\n') });
    expect(Object.keys(entries.get('parking')?.ways ?? {})).to.deep.equal(['teen']);
  });

  const faults: [string, Readonly<Record<string, string | Buffer>>, RegExp][] = [
    [
      'a text that is not YAML',
      { 'parking.yaml': parking.replace('title: W', 'title: "W') },
      /parking\.yaml: line \d+ is not YAML\. /,
    ],
    [
      'an unknown field',
      withLine('price: 5'),
      /parking\.yaml, line 10: the file: has no field "price"\. Remove it/,
    ],
    [
      'a missing title',
      { 'parking.yaml': parking.replace(/title.*\n/, '') },
      /parking\.yaml: title: should be a text\. Add it/,
    ],
    [
      'a short answer that is too long',
      { 'parking.yaml': parking.replace(/short: .*/, `short: ${'Park here. '.repeat(26)}`) },
      /parking\.yaml, line 3: short: is longer than 275 characters\. Shorten it\./,
    ],
    [
      'a next question that does not exist',
      withLine('followUps: [prices]'),
      /parking\.yaml: followUps: names prices\. /,
    ],
    [
      'a next question that is itself',
      withLine('followUps: [parking]'),
      /parking\.yaml: followUps: names parking\. /,
    ],
    [
      'the same id in two files',
      { 'parking.yaml': parking, 'parking.yml': parking },
      /parking\.yml: id: "parking" stands in two files\. /,
    ],
    [
      'an id that is not the name of the file',
      { 'cars.yaml': parking },
      /cars\.yaml: id is "parking"\. Write "id: cars"/,
    ],
    ['an empty folder', {}, /has no \.yaml file\. Write an entry, or leave KNOWLEDGE_DIR empty\.$/],
    ['a file that is no entry', { 'parking.yaml.txt': parking }, /parking\.yaml\.txt is no \.yaml file\. /],
    ['an empty file', { 'parking.yaml': '' }, /parking\.yaml: the file: should be a group of fields/],
    [
      'a file of 5 MB',
      { 'parking.yaml': Buffer.alloc(5_000_000, 'a') },
      /parking\.yaml: has 5000 KB, and 100 KB are the most\. /,
    ],
    ['names of names without end', withLine('es: &a [*a]'), /parking\.yaml/],
    ['the id __proto__', named('__proto__'), /__proto__\.yaml, line 1: id: takes small letters/],
    [
      'the id constructor',
      named('constructor'),
      /constructor\.yaml, line 1: id: is a word that programs keep/,
    ],
    ['a field __proto__', withLine('__proto__: { id: x }'), /parking\.yaml, line 10: .*"__proto__"/],
    [
      'two ways of asking',
      { 'parking.yaml': parking.replace('  - parking lot\n', '') },
      /parking\.yaml: ways: has fewer than 3\. /,
    ],
    [
      'neither source nor facts',
      { 'parking.yaml': parking.replace(/source.*\n/, '') },
      /parking\.yaml: source: is missing\. /,
    ],
    [
      'a fact id that is none',
      withLine('facts: [F1]'),
      /parking\.yaml, line 10: facts\.0: should be an id of facts\.json/,
    ],
    [
      'a place that nothing fills',
      { 'parking.yaml': parking.replace('the house.', '{clinic}.') },
      /full: has a \{place\}/,
    ],
    [
      'an order to a carrier',
      { 'parking.yaml': parking.replace('for nothing', 'and text STOP') },
      /short: says STOP, /,
    ],
    [
      'a title that stands in an answer of ours',
      { 'parking.yaml': parking.replace(/title: .*/, 'title: delete my DATA!') },
      /title: "delete my DATA!" stands in delete-data too/,
    ],
    [
      'an answer about the bot itself',
      named('privacy'),
      /privacy\.yaml: id: "privacy" is an answer that no clinic may change/,
    ],
    ['an answer about medicines', named('medication-questions'), /no clinic may change/],
    [
      'an answer to people at risk without whom to call',
      named('iop-safety-risk'),
      /short: has to end with one line that names 988 and 911/,
    ],
  ];
  for (const [what, files, message] of faults)
    it(`is refused for ${what}, with file, field and mend`, () => {
      expect(() => open(files))
        .to.throw(ClinicEntryError, message)
        .with.property('message')
        .that.matches(/^KNOWLEDGE_DIR: /);
    });

  it('is refused where there is none', () => {
    expect(() => openClinicEntries('/no/such/folder', [])).to.throw(
      ClinicEntryError,
      '/no/such/folder is no folder',
    );
  });
});

import { expect } from 'chai';
import { readEntries } from '../../../knowledge/faq/read-entries.ts';

const text =
  'id: groups\ngroup: article\ntitle: T\nshort: S\nfull: F\nfacts: [F01]\nfollowUps: []\nways: {}\n';
const readOne =
  (changed: string, name = 'groups.yaml') =>
  () =>
    readEntries([{ name, text: changed }]);

describe('The reader of entries', () => {
  it('gives the entries by id', () => {
    expect(readEntries([{ name: 'groups.yaml', text }]).get('groups')?.title).to.equal('T');
  });

  const faults: [string, string, RegExp][] = [
    ['a missing text', text.replace('short: S\n', ''), /^groups\.yaml: short: should be a text\. Add it/],
    [
      'an empty text',
      text.replace('full: F', 'full: ""'),
      /^groups\.yaml, line 5: full: is empty\. Write a text\./,
    ],
    [
      'a title that is too long',
      text.replace('title: T', `title: ${'T'.repeat(61)}`),
      /title: is longer than 60 characters\. Shorten it\./,
    ],
    [
      'a field that does not exist',
      `${text}fulll: F\n`,
      /^groups\.yaml, line 9: .*"fulll"\. Remove it or mend its name\./,
    ],
    [
      'an unknown group',
      text.replace('article', 'articles'),
      /group: is none of article, not-in-article, conversation\./,
    ],
    ['a fact id that is none', text.replace('F01', 'F1'), /^groups\.yaml, line 6: facts\.0: /],
    [
      'a text that is not YAML',
      text.replace('title: T', 'title: "T'),
      /^groups\.yaml: line \d+ is not YAML\. /,
    ],
    [
      'an id that differs from the file name',
      text.replace('id: groups', 'id: bands'),
      /^groups\.yaml: id is "bands"\. Write "id: groups"/,
    ],
  ];
  for (const [what, changed, message] of faults)
    it(`names file, field and mend for ${what}`, () => {
      expect(readOne(changed)).to.throw(message);
    });
});

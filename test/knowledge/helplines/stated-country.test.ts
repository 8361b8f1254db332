import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import fc from 'fast-check';
import { readHelplines } from '../../../knowledge/helplines/helplines.ts';
import { statedCountry } from '../../../knowledge/helplines/stated-country.ts';
import { projectRoot } from '../../../knowledge/project-root.ts';

const yaml = readFileSync(join(projectRoot(), 'knowledge/helplines/helplines.yaml'), 'utf8');
const helplines = readHelplines(yaml);
const stated = (text: string) => statedCountry(text, helplines);

const there = {
  GB: [
    "I'm in London",
    'im in london rn and i cant do this',
    'I am in the UK, what now?',
    'we live in northern ireland',
    'I’m currently in Scotland',
    'im a student in east london',
    'I’m 19 and in London',
    "I'm in a hotel in London",
    'uh hi, texting from england',
    'here in the U.K. nobody answers',
    '988 does not work in the uk',
    'estoy en Londres',
    'vivo en el Reino Unido',
    "I'm not in Canada, I'm in Wales",
    'I live in Canada but I am in London right now',
  ],
  CA: [
    'I live in Canada',
    'I live in London, Ontario',
    'im in toronto',
    'Vivo en Canadá',
    'im stuck in quebec',
  ],
  IE: [
    'estoy en Irlanda',
    "i'm in Ireland",
    'we dont have 988 in ireland',
    "I'm in Dublin, Ireland",
    'les escribo desde Irlanda',
  ],
  AU: ['im in australia btw', 'I live in Western Australia', "I'm in New South Wales", 'aquí en Sidney'],
  NZ: ['I’m in Aotearoa', 'i live in nz', 'I am on holiday in New Zealand'],
  US: ["I'm back in the US", 'I live in Texas', 'estoy en Estados Unidos', "i'm in london ky"],
} as const;

const elsewhere = [
  "I'm a big fan of London",
  'my ex lives in canada',
  "I'm not in London",
  "I'm in love with London",
  "I'm interested in Australia",
  'I was in London last year',
  'I used to live in Canada',
  'if I am in London who do I call',
  "when I'm in Ireland I drink",
  'I wish I lived in New Zealand',
  "I'm in London next week",
  'I am moving to Canada',
  'I’m from Australia',
  'I am Canadian',
  "I'm in Dublin",
  "I'm in Melbourne",
  'my son is in london',
  'they live in the UK',
  "I'm in South America",
  'she says im in england but',
  'no estoy en Londres',
  'si estoy en Irlanda',
  'mi hermano vive en Canadá',
  'I live in London Road',
  'im in canada goose',
  'is this place in england?',
  "i'm in this with us",
  'london',
  '',
];

describe('the country a person says they are in', () => {
  for (const [country, texts] of Object.entries(there))
    for (const text of texts) it(`is ${country} in "${text}"`, () => expect(stated(text)).to.equal(country));

  for (const text of elsewhere)
    it(`is not clear in "${text}"`, () => expect(stated(text)).to.equal(undefined));

  it('is the last one that was said', () => {
    expect(stated("I'm in London. No wait, I'm in Canada now.")).to.equal('CA');
  });

  it('is read from any text, and in time even from a long one', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void stated(text)));
    const start = performance.now();
    for (const bit of ['im in ', 'im in a b ', "i'm in london, if ", '988 isnt a b in '])
      stated(bit.repeat(20_000));
    expect(performance.now() - start).to.be.below(400);
  });
});

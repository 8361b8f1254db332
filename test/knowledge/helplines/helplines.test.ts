import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { contactsFor } from '../../../knowledge/helplines/contacts.ts';
import { countries } from '../../../knowledge/helplines/country.ts';
import { dangerLine } from '../../../knowledge/helplines/danger-line.ts';
import { readHelplines } from '../../../knowledge/helplines/helplines.ts';
import { languages } from '../../../knowledge/language/language.ts';
import { projectRoot } from '../../../knowledge/project-root.ts';
import { riskCategories, tiers } from '../../../knowledge/risk/verdict.ts';
import { isGsm7, toGsm7 } from '../../../knowledge/texts/gsm7.ts';

const yaml = readFileSync(join(projectRoot(), 'knowledge/helplines/helplines.yaml'), 'utf8');
const helplines = readHelplines(yaml);

const everyCase = countries.flatMap((country) =>
  riskCategories.flatMap((category) =>
    tiers.flatMap((tier) => languages.map((language) => ({ country, category, tier, language }))),
  ),
);

describe('the helplines', () => {
  it('name the emergency number and the crisis line in one short sentence', () => {
    expect(dangerLine(helplines, 'US', 'en')).to.equal('In danger? Call 911, or call or text 988.');
    expect(dangerLine(helplines, 'US', 'es'))
      .to.include('marque 2')
      .and.include('AYUDA')
      .and.include('911');
    expect(dangerLine(helplines, 'GB', 'en'))
      .to.include('999')
      .and.include('116 123')
      .and.include('85258');
    expect(dangerLine(helplines, 'IE', 'en'))
      .to.include('112')
      .and.include('50808');
    expect(dangerLine(helplines, 'AU', 'en'))
      .to.include('000')
      .and.include('13 11 14');
    expect(dangerLine(helplines, 'NZ', 'en'))
      .to.include('111')
      .and.include('1737');
  });

  it('fit a text message in every country', () => {
    for (const country of countries) {
      expect(isGsm7(dangerLine(helplines, country, 'en'))).to.equal(true);
      for (const language of languages)
        expect(toGsm7(dangerLine(helplines, country, language)).length).to.be.below(100);
    }
  });

  it('have a number or an address at the start of every label, the one that the link opens', () => {
    for (const { country, category, tier, language } of everyCase) {
      const contacts = contactsFor(helplines, country, category, tier, language);
      expect(contacts.length).to.be.within(2, 9);
      for (const { label, href } of contacts) {
        expect(href).to.match(/^(tel:\d+|sms:\d+|https:\/\/\S+)$/);
        const shown = label.split(/:| then |, option|y luego|, opción/)[0]?.replaceAll(/[ -]/g, '') ?? '';
        expect(href, label).to.include(shown);
      }
    }
  });

  it('always include the emergency number and the crisis line, by call and by text', () => {
    for (const { country, category, tier, language } of everyCase) {
      const hrefs = contactsFor(helplines, country, category, tier, language).map(({ href }) => href);
      expect(hrefs).to.include(`tel:${helplines.countries[country].emergency}`);
      expect(hrefs.some((href) => href.startsWith('sms:'))).to.equal(true);
    }
  });

  it('put the crisis line first for thoughts of suicide, and the emergency number for a body in danger', () => {
    const first = (category: 'self-harm' | 'overdose' | 'medical') =>
      contactsFor(helplines, 'US', category, 'immediate', 'en')[0]?.href;
    expect(first('self-harm')).to.equal('tel:988');
    expect(first('overdose')).to.equal('tel:911');
    expect(first('medical')).to.equal('tel:911');
  });

  it('add the line for poison, abuse and children where it fits', () => {
    const labels = (category: 'overdose' | 'abuse' | 'child') =>
      contactsFor(helplines, 'US', category, 'immediate', 'en')
        .map(({ label }) => label)
        .join();
    expect(labels('overdose')).to.include('1-800-222-1222');
    expect(labels('abuse')).to.include('1-800-799-7233').and.include('START');
    expect(labels('child')).to.include('1-800-422-4453');
  });

  it('name veterans and new parents in a concern, but not in the hurry of an immediate danger', () => {
    const labels = (tier: 'concern' | 'immediate') =>
      contactsFor(helplines, 'US', 'self-harm', tier, 'en')
        .map(({ label }) => label)
        .join();
    expect(labels('concern')).to.include('838255').and.include('1-833-852-6262');
    expect(labels('immediate')).to.not.include('838255').and.not.include('1-833-852-6262');
  });

  it('speak Spanish to those who do: 988 and 2, or AYUDA', () => {
    const labels = contactsFor(helplines, 'US', 'self-harm', 'immediate', 'es')
      .map(({ label }) => label)
      .join();
    expect(labels).to.include('marque 2').and.include('AYUDA');
  });

  it('never show the ended option 3 of 988, nor a referral line', () => {
    const shown = yaml.replaceAll(/^#.*$/gm, '');
    expect(shown).to.not.match(/press 3|marque 3|then 3|luego 3/);
    expect(shown).to.not.include('4357');
  });

  it('are refused with the name of the field where the data is wrong', () => {
    expect(() => readHelplines(yaml.replace("emergency: '999'", 'emergency: soon'))).to.throw(
      'countries.GB.emergency',
    );
    expect(() => readHelplines(yaml.replace(/^ {2}NZ:[\s\S]*/m, ''))).to.throw('NZ');
  });
});

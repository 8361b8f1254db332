import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { countries } from '../../../knowledge/helplines/country.ts';
import { readHelplines } from '../../../knowledge/helplines/helplines.ts';
import { crisisProtocol } from '../../../knowledge/helplines/protocol-page.ts';
import { languages } from '../../../knowledge/language/language.ts';
import { projectRoot } from '../../../knowledge/project-root.ts';
import { readTexts } from '../../../knowledge/texts/texts.ts';

const root = projectRoot();
const helplines = readHelplines(readFileSync(join(root, 'knowledge/helplines/helplines.yaml'), 'utf8'));
const texts = readTexts(join(root, 'knowledge/texts'));
const page = (language: 'en' | 'es'): string =>
  crisisProtocol({ helplines, texts: texts[language].crisis, country: 'US', language });

describe('the published crisis protocol', () => {
  it('stands in docs/crisis-protocol.md as it comes from the data', () => {
    const onDisk = readFileSync(join(root, 'docs/crisis-protocol.md'), 'utf8');
    expect(onDisk).to.equal(languages.map(page).join('\n'));
  });

  it('names every country with its emergency number, and when the numbers were checked', () => {
    for (const language of languages) {
      for (const country of countries) {
        const { name, emergency } = helplines.countries[country];
        expect(page(language)).to.include(`- ${name[language]}: ${emergency} `);
      }
      expect(page(language)).to.include(helplines.checked).and.not.match(/[{}]/);
    }
  });

  it('shows the very words that a person gets first', () => {
    expect(page('en')).to.include('> Right now, please call or text 988.');
  });
});

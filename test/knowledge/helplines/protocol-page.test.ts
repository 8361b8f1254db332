import { expect } from 'chai';
import { toMarkdown } from '../../../knowledge/document/to-markdown.ts';
import { countries, type Country } from '../../../knowledge/helplines/country.ts';
import { crisisProtocol } from '../../../knowledge/helplines/protocol-page.ts';
import { languages, type Language } from '../../../knowledge/language/language.ts';
import { knowledge } from '../../support/knowledge.ts';

const { helplines, texts } = knowledge();
const page = (language: Language, country: Country = 'US'): string =>
  toMarkdown(crisisProtocol({ helplines, texts: texts[language].crisis, country, language }));

describe('the published crisis protocol', () => {
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

  it("gives the clinic's own country's numbers in its samples, and names that country first", () => {
    expect(page('en', 'IE'))
      .to.include('call Samaritans on 116 123')
      .and.not.include('> Right now, please call or text 988');
    expect(page('en', 'IE')).to.match(/## Whom to call\n\n- Ireland: 112 /);
  });
});

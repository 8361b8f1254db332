import type { Helplines } from '../helplines/helplines.ts';
import { crisisProtocol } from '../helplines/protocol-page.ts';
import { languages } from '../language/language.ts';
import { screeningMethod } from '../levels-of-care/method-page.ts';
import { tablePicture } from '../levels-of-care/table-picture.ts';
import type { TextsByLanguage } from '../texts/texts.ts';
import { toMarkdown } from './to-markdown.ts';

export interface DocumentSources {
  readonly helplines: Helplines;
  readonly texts: TextsByLanguage;
}

/** The files below `docs/` that are made from data, by name. */
export const publicDocuments = ({ helplines, texts }: DocumentSources): ReadonlyMap<string, string> => {
  const protocols = languages.map((language) =>
    toMarkdown(crisisProtocol({ helplines, texts: texts[language].crisis, country: 'US', language })),
  );
  return new Map([
    ['crisis-protocol.md', protocols.join('\n')],
    ['screening.md', toMarkdown(screeningMethod(texts.en))],
    ['images/screening-table.svg', `${tablePicture(texts.en)}\n`],
  ]);
};

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Language } from '../../../knowledge/language/language.ts';
import { projectRoot } from '../../../knowledge/project-root.ts';
import { screeningTexts, type ScreeningTexts } from '../../../knowledge/texts/screening-texts.ts';

/** The screening's own texts, read by themselves. */
export const screeningIn = (language: Language): ScreeningTexts => {
  const file = join(projectRoot(), `knowledge/texts/${language}/screening.yaml`);
  return screeningTexts.parse(parse(readFileSync(file, 'utf8')));
};

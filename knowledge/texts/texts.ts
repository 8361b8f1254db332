import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { z } from 'zod';
import { languages, type Language } from '../language/language.ts';
import { conversationTexts } from './conversation-texts.ts';
import { crisisTexts } from './crisis-texts.ts';
import { methodTexts } from './method-texts.ts';
import { pageTexts } from './page-texts.ts';
import { privacyTexts } from './privacy-texts.ts';
import { screeningTexts } from './screening-texts.ts';
import { talkTexts } from './talk-texts.ts';
import { teamsTexts } from './teams-texts.ts';

const sections = {
  conversation: conversationTexts,
  crisis: crisisTexts,
  screening: screeningTexts,
  talk: talkTexts,
  page: pageTexts,
  method: methodTexts,
  privacy: privacyTexts,
  teams: teamsTexts,
} as const;
const sectionNames = Object.keys(sections) as (keyof typeof sections)[];

/** Every sentence that is not an answer of the knowledge base, in one language. */
export type Texts = { readonly [S in keyof typeof sections]: z.infer<(typeof sections)[S]> };
export type TextsByLanguage = Readonly<Record<Language, Texts>>;

/** Reads `<folder>/<language>/<section>.yaml`; the error names the file and the field at fault. */
export const readTexts = (folder: string): TextsByLanguage =>
  Object.fromEntries(
    languages.map((language) => [language, readLanguage(`${folder}/${language}`)]),
  ) as TextsByLanguage;

const readLanguage = (folder: string): Texts =>
  Object.fromEntries(
    sectionNames.map((name) => [name, readSection(`${folder}/${name}.yaml`, sections[name])]),
  ) as Texts;

const readSection = (file: string, schema: z.ZodType): unknown => {
  const parsed = schema.safeParse(parse(readFileSync(file, 'utf8')));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Error(`${file}: ${issue?.path.join('.') ?? ''} ${issue?.message ?? 'is wrong'}`);
};

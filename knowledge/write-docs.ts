import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { publicDocuments } from './document/public-documents.ts';
import { readHelplines } from './helplines/helplines.ts';
import { projectRoot } from './project-root.ts';
import { readTexts } from './texts/texts.ts';

/** Writes the public documents below `docs/` anew from the data. */
const root = projectRoot();
const files = publicDocuments({
  helplines: readHelplines(readFileSync(join(root, 'knowledge/helplines/helplines.yaml'), 'utf8')),
  texts: readTexts(join(root, 'knowledge/texts')),
});
for (const [name, content] of files) {
  const file = join(root, 'docs', name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}

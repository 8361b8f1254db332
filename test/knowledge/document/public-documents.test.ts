import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { publicDocuments } from '../../../knowledge/document/public-documents.ts';
import { projectRoot } from '../../../knowledge/project-root.ts';
import { knowledge } from '../../support/knowledge.ts';

describe('the public documents', () => {
  for (const [name, content] of publicDocuments(knowledge()))
    it(`have docs/${name} as it comes from the data (npm run docs writes it)`, () => {
      expect(readFileSync(join(projectRoot(), 'docs', name), 'utf8')).to.equal(content);
    });
});

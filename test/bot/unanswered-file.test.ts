import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { UnansweredFile } from '../../bot/unanswered-file.ts';
import { clinicFolder } from '../knowledge/clinic-entries/clinic-folder.ts';

const silent = { write: () => {} };
const question = (day: string, text = 'is there parking') => ({
  day,
  language: 'en' as const,
  topic: 'none',
  text,
});
const linesOf = (path: string): readonly string[] => readFileSync(path, 'utf8').trimEnd().split('\n');

describe('the file of questions without an answer', () => {
  it('is made with its folder, a line a question, for its owner alone', async () => {
    const path = join(clinicFolder({}), 'data/unanswered.jsonl');
    const file = new UnansweredFile(path, silent);
    file.keep(question('2026-11-20'));
    file.keep(question('2026-11-21'));
    await file.idle();
    expect(linesOf(path).map((line) => JSON.parse(line).day)).to.deep.equal(['2026-11-20', '2026-11-21']);
    expect(statSync(path).mode & 0o777).to.equal(0o600);
  });

  it('lets go of what is older than 90 days, and of what it can not read', async () => {
    const path = join(clinicFolder({}), 'unanswered.jsonl');
    const days = ['2026-08-22', '2026-08-23', '2026-11-20'];
    writeFileSync(path, `${days.map((day) => JSON.stringify(question(day))).join('\n')}\ntorn {\n`, {
      mode: 0o644,
    });
    const file = new UnansweredFile(path, silent);
    file.sweep(new Date('2026-11-21T10:00:00Z'));
    await file.idle();
    expect(linesOf(path).map((line) => JSON.parse(line).day)).to.deep.equal(['2026-08-23', '2026-11-20']);
    expect(statSync(path).mode & 0o777).to.equal(0o600);
  });

  it('does not make a file by looking for old lines', async () => {
    const path = join(clinicFolder({}), 'unanswered.jsonl');
    const file = new UnansweredFile(path, silent);
    file.sweep(new Date());
    await file.idle();
    expect(existsSync(path)).to.equal(false);
  });

  it('stays below a megabyte, and keeps the newest', async () => {
    const path = join(clinicFolder({}), 'unanswered.jsonl');
    const line = JSON.stringify(question('2026-11-20', 'old '.repeat(20)));
    writeFileSync(path, `${line}\n`.repeat(Math.floor(1_000_000 / (line.length + 1))));
    const file = new UnansweredFile(path, silent);
    file.keep(question('2026-11-21', 'new'.repeat(100)));
    await file.idle();
    expect(statSync(path).size).to.be.below(800_001);
    expect(linesOf(path).at(-1)).to.include('new');
  });

  it('says once in the log that it can not be written, and lets the turn go on', async () => {
    const path = join(clinicFolder({}), 'folder');
    mkdirSync(path);
    const said: string[] = [];
    const file = new UnansweredFile(path, { write: (event) => void said.push(event) });
    file.keep(question('2026-11-20'));
    file.keep(question('2026-11-20'));
    await file.idle();
    expect(said).to.deep.equal(['unanswered']);
  });
});

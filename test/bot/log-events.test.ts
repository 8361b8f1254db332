import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { logEventNames, logEvents, type LogEvent } from '../../bot/log-events.ts';
import { withTables } from '../../bot/operations/tables.ts';
import { projectRoot } from '../../knowledge/project-root.ts';

const root = projectRoot();
const page = readFileSync(join(root, 'docs/operations.md'), 'utf8');
const sources = [
  'index.ts',
  ...readdirSync(join(root, 'bot'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && name !== 'log-events.ts')
    .map((name) => join('bot', name)),
].map((name) => ({ name, text: readFileSync(join(root, name), 'utf8') }));

/** Where an event is not named by itself: `send-${state}`. */
const madeOf: Readonly<Record<string, string>> = {
  'send-not-taken': 'send-${',
  'send-unknown': 'send-${',
  'send-rejected': 'send-${',
};

describe('the events of the log', () => {
  it('are those that the service writes: none is unknown', () => {
    const written = sources.flatMap(({ text }) =>
      [...text.matchAll(/\.write\(\s*'([^']+)'/g)].map(([, name = '']) => name),
    );
    expect(written.length).to.be.above(15);
    expect(logEventNames).to.include.members(written);
  });

  it('are all written somewhere: none is left over', () => {
    for (const name of logEventNames) {
      const mark = madeOf[name] ?? `'${name}'`;
      expect(
        sources.some(({ text }) => text.includes(mark)),
        name,
      ).to.equal(true);
    }
  });

  it('have a name of small letters, and those that are trouble say what to do', () => {
    for (const name of logEventNames) {
      const { level, says, mend = '' }: LogEvent = logEvents[name];
      expect(name).to.match(/^[a-z]+(-[a-z]+)*$/);
      expect(says, name).to.match(/^\S.*[^.]$/);
      if (level !== 'debug' && level !== 'info') expect(mend, name).to.match(/^\S.*[^.]$/);
    }
  });

  it('are the only way to the log: nothing but one file knows the logger', () => {
    const knowing = sources.filter(({ text }) => /from 'pino'|console\.|process\.stdout/.test(text));
    expect(knowing.map(({ name }) => name)).to.have.members(['bot/log.ts', 'bot/terminal/chat.ts']);
  });
});

describe('docs/operations.md', () => {
  it('has the tables of events and figures as the code has them (else run "npm run docs")', () => {
    expect(withTables(page)).to.equal(page);
  });

  it('speaks of no fault that does not exist', () => {
    const named = [...page.matchAll(/code="([a-z-]+)"/g)].map(([, name = '']) => name);
    expect(named).to.not.be.empty;
    expect(logEventNames).to.include.members(named);
  });
});

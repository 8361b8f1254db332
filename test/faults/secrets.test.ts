import { expect } from 'chai';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { appId, appPassword } from '../support/connector/bot-framework.ts';
import { directLineKey } from './whole-run-words.ts';

interface Run {
  readonly code: number | null;
  readonly output: string;
  /** Tokens of visitors, and those that the bot signed in with. */
  readonly tokens: readonly string[];
}

const wholeRun = async (): Promise<Run> => {
  const file = fileURLToPath(new URL('whole-run.ts', import.meta.url));
  const child = fork(file, { silent: true, execArgv: ['--import', 'tsx'] });
  let output = '';
  const tokens: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => (output += text));
  child.on('message', ({ token }: { token: string | string[] }) => tokens.push(...[token].flat()));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, output, tokens };
};

describe('the log of a whole run at the level debug, with every channel and every kind of fault', function () {
  this.timeout(180_000);
  let run: Run;
  before(async () => {
    run = await wholeRun();
  });

  it('was a whole run: faults of each kind were met, up to the exception that ended it', () => {
    expect(run.code, run.output).to.equal(1);
    for (const code of [
      'storage-load',
      'send-not-taken',
      'send-rejected',
      'send-unknown',
      'sign-in',
      'refused',
      'unhandled-rejection',
      'uncaught-exception',
    ])
      expect(run.output).to.include(`"event":"${code}"`);
  });

  it('has nothing of what people wrote', () => {
    expect(run.output).to.not.match(/zyxwvut|quentin|555-0142|want to die|matarme/i);
  });

  it('has no token, no password and no key', () => {
    expect(run.tokens.length).to.be.above(2);
    const parts = run.tokens.flatMap((token) => [token, ...token.split('.').slice(1)]);
    for (const secret of [...parts, appPassword, directLineKey]) expect(run.output).to.not.include(secret);
    expect(run.output).to.not.match(/Bearer|client_secret|eyJ[\w-]{10}/);
    expect(run.output).to.not.include(appId);
  });

  it('is one JSON object a line, with no field beyond the ones that are allowed', () => {
    const allowed = [
      'level',
      'time',
      'msg',
      'event',
      'trace_id',
      'code',
      'count',
      'status',
      'error',
      'place',
      'milliseconds',
      'channel',
      'address',
    ];
    for (const line of run.output.split('\n').filter((each) => each !== '' && !/Warning|--trace/.test(each)))
      expect(Object.keys(JSON.parse(line) as object)).to.satisfy(
        (names: string[]) => names.every((name) => allowed.includes(name)),
        line,
      );
  });
});

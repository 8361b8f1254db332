import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { get } from 'node:http';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { projectRoot } from '../../knowledge/project-root.ts';
import { freePort } from '../../test/support/free-port.ts';
import type { Subject } from './subject.ts';
import type { Usage } from './subjects/side-channel.ts';

/** Milliseconds. */
const startLimit = 60_000;
const askEvery = 3;

/** A subject in a process of its own, which tells what it has used whenever it is asked. */
export class SubjectProcess {
  readonly subject: Subject;
  readonly url: string;
  /** Milliseconds from its start to its first answer that it is healthy. */
  readonly startUp: number;
  readonly #process: ChildProcess;

  private constructor(subject: Subject, url: string, startUp: number, started: ChildProcess) {
    this.subject = subject;
    this.url = url;
    this.startUp = startUp;
    this.#process = started;
  }

  /** Resolves at its first healthy answer. */
  static async start(subject: Subject): Promise<SubjectProcess> {
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const begun = performance.now();
    const started = launch(subject, port);
    let said = '';
    started.stderr?.on('data', (chunk) => (said += String(chunk)));
    while (!(await isHealthy(`${url}/healthz`))) {
      if (started.exitCode !== null) throw new Error(`${subject.name} ended at its start: ${said.trim()}`);
      if (performance.now() - begun > startLimit) throw new Error(`${subject.name} does not start.`);
      await pause(askEvery);
    }
    return new SubjectProcess(subject, url, performance.now() - begun, started);
  }

  async usage(): Promise<Usage> {
    const answer = once(this.#process, 'message');
    this.#process.send('usage');
    return ((await answer) as [Usage])[0];
  }

  async stop(): Promise<void> {
    if (this.#process.exitCode !== null || this.#process.signalCode !== null) return;
    const ended = once(this.#process, 'exit');
    this.#process.kill('SIGTERM');
    await ended;
  }
}

const launch = ({ file, environment }: Subject, port: number): ChildProcess => {
  const sideChannel = join(projectRoot(), 'dist/bench/performance/subjects/side-channel.js');
  return fork(file, {
    execArgv: ['--import', pathToFileURL(sideChannel).href],
    env: { PATH: process.env['PATH'], LOG_LEVEL: 'warn', PORT: String(port), ...environment },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
};

const isHealthy = (url: string): Promise<boolean> =>
  new Promise((resolve) => {
    const request = get(url, (response) => {
      response.resume();
      resolve(response.statusCode === 200);
    });
    request.on('error', () => resolve(false));
  });

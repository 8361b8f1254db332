import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { freePort } from './free-port.ts';
import { copyPostgres } from './postgres-binaries.ts';

/** PostgreSQL refuses to run as the superuser, so there it runs as the user with the fewest rights. */
const user = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

const settings = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'fsync=off',
  'max_connections=50',
].flatMap((setting) => ['-c', setting]);

/** A PostgreSQL server of the tests' own, in a temporary folder, on a free port. */
export class PostgresServer {
  readonly url: string;
  readonly #folder: string;
  readonly #programs: string;
  readonly #port: number;
  #process: ChildProcess | undefined;

  private constructor(folder: string, programs: string, port: number, password: string) {
    this.#folder = folder;
    this.#programs = programs;
    this.#port = port;
    this.url = `postgres://care:${password}@127.0.0.1:${port}/postgres`;
  }

  static async create(): Promise<PostgresServer> {
    const folder = mkdtempSync(join(tmpdir(), 'care-postgres-'));
    chmodSync(folder, 0o755);
    const data = join(folder, 'data');
    mkdirSync(data, { mode: 0o700 });
    if (user.uid !== undefined) chownSync(data, user.uid, user.gid);
    const programs = await copyPostgres(folder);
    const password = randomUUID();
    writeFileSync(join(folder, 'password'), password);
    const options = [
      '--auth=scram-sha-256',
      '--pwfile=password',
      '--encoding=UTF8',
      '--locale=C',
      '--no-sync',
    ];
    execFileSync(join(programs, 'initdb'), [`--pgdata=${data}`, '--username=care', ...options], {
      ...user,
      cwd: folder,
    });
    const server = new PostgresServer(folder, programs, await freePort(), password);
    await server.start();
    return server;
  }

  /** Resolves once it takes connections. */
  async start(): Promise<void> {
    const place = ['-D', join(this.#folder, 'data'), '-p', String(this.#port)];
    const server = spawn(join(this.#programs, 'postgres'), [...place, ...settings], {
      ...user,
      cwd: this.#folder,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    this.#process = server;
    // Whatever goes wrong, neither does the server keep the run from ending nor does it live on after it.
    server.unref();
    process.once('exit', () => server.kill('SIGKILL'));
    let said = '';
    server.stderr.on('data', (chunk) => (said += String(chunk)));
    while (!said.includes('ready to accept connections')) {
      if (server.exitCode !== null) throw new Error(`PostgreSQL did not start: ${said}`);
      await setTimeout(10);
    }
  }

  /** Stops it and every process that serves a connection in the middle of whatever they do, until `thaw`. */
  freeze(): void {
    // The parent first: from then on no child comes or goes unseen.
    send('SIGSTOP', this.#pid);
    for (const child of childrenOf(this.#pid)) send('SIGSTOP', child);
  }

  thaw(): void {
    for (const child of childrenOf(this.#pid)) send('SIGCONT', child);
    send('SIGCONT', this.#pid);
  }

  /** SIGKILL to all of it: nobody says farewell to a client. */
  async kill(): Promise<void> {
    this.freeze();
    const ended = this.#process && once(this.#process, 'exit');
    const children = childrenOf(this.#pid);
    for (const each of [this.#pid, ...children]) send('SIGKILL', each);
    await ended;
    // Until the last child is gone, the memory that they share keeps a new server from starting.
    while (!children.every(hasEnded)) await setTimeout(5);
  }

  async remove(): Promise<void> {
    const server = this.#process;
    if (server?.exitCode === null && server.signalCode === null) {
      // Now its end is waited for, where nothing else may keep this process alive.
      server.ref();
      const ended = once(server, 'exit');
      this.thaw();
      send('SIGINT', this.#pid);
      await ended;
    }
    rmSync(this.#folder, { recursive: true, force: true });
  }

  get #pid(): number {
    const pid = this.#process?.pid;
    if (pid === undefined) throw new Error('the server does not run');
    return pid;
  }
}

const childrenOf = (pid: number): readonly number[] =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number);

/** Also while nobody has asked for its exit code yet. */
const hasEnded = (pid: number): boolean =>
  !existsSync(`/proc/${pid}/stat`) || /\) [ZX] /u.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));

/** A process that has just ended needs no signal any more. */
const send = (signal: NodeJS.Signals, pid: number): void => {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
};

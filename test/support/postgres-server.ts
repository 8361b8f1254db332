import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, chownSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
    this.#signal('SIGSTOP');
  }

  thaw(): void {
    this.#signal('SIGCONT');
  }

  /** SIGKILL to all of it: nobody says farewell to a client. */
  async kill(): Promise<void> {
    const ended = this.#process && once(this.#process, 'exit');
    this.#signal('SIGKILL');
    await ended;
  }

  async remove(): Promise<void> {
    const server = this.#process;
    if (server?.exitCode === null && server.signalCode === null) {
      server.kill('SIGINT');
      await once(server, 'exit');
    }
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #signal(signal: NodeJS.Signals): void {
    const pid = this.#process?.pid;
    if (pid === undefined) throw new Error('the server does not run');
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean);
    for (const each of [pid, ...children]) process.kill(Number(each), signal);
  }
}

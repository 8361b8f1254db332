import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { projectRoot } from '../../knowledge/project-root.ts';

export interface Ending {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

interface Options {
  readonly environment?: Readonly<Record<string, string>>;
  /** For Node itself, such as `--max-old-space-size=64`. */
  readonly nodeOptions?: readonly string[];
  /** Runs as this user, by number. */
  readonly user?: number | undefined;
}

const running = new Set<ServiceProcess>();

/** The built service as a process of its own (`node dist/index.js`), as it runs in production. */
export class ServiceProcess {
  /** All that it wrote to standard output and standard error. */
  output = '';
  readonly #process: ChildProcess;
  readonly #ended: Promise<Ending>;

  /** Ends what a test left behind; belongs in each test file's `after`. */
  static async killAll(): Promise<void> {
    await Promise.all([...running].map((each) => each.kill()));
  }

  /** Resolves once it can serve; rejects with what it printed when it ends instead. */
  static async start(options: Options = {}): Promise<ServiceProcess> {
    const service = new ServiceProcess(options);
    await service.printed('"event":"ready"');
    return service;
  }

  constructor({ environment = {}, nodeOptions = [], user }: Options = {}) {
    this.#process = spawn(process.execPath, [...nodeOptions, join(projectRoot(), 'dist/index.js')], {
      env: { PATH: process.env['PATH'], PORT: '0', STORAGE_URL: 'memory:', ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(user === undefined ? {} : { uid: user }),
    });
    running.add(this);
    for (const stream of [this.#process.stdout, this.#process.stderr])
      stream?.setEncoding('utf8').on('data', (text: string) => (this.output += text));
    this.#ended = once(this.#process, 'close').then((found) => {
      running.delete(this);
      const [code, signal] = found as [number | null, NodeJS.Signals | null];
      return { code, signal };
    });
  }

  get url(): string {
    return /"address":"([^"]+)"/.exec(this.output)?.[1] ?? '';
  }

  get pid(): number {
    return this.#process.pid ?? 0;
  }

  get ended(): Promise<Ending> {
    return this.#ended;
  }

  /** Resolves once it has written such a text; rejects when it ends first. */
  async printed(text: string): Promise<void> {
    const ended = this.#ended.then(() => true);
    while (!this.output.includes(text)) {
      const tick = new Promise<false>((resolve) => setTimeout(resolve, 10, false));
      if ((await Promise.race([ended, tick])) && !this.output.includes(text))
        throw new Error(`the service ended: ${this.output}`);
    }
  }

  /** Nobody reads what it logs any more. */
  closeOutput(): void {
    this.#process.stdout?.destroy();
    this.#process.stderr?.destroy();
  }

  signal(name: NodeJS.Signals): void {
    this.#process.kill(name);
  }

  stop(): Promise<Ending> {
    this.signal('SIGTERM');
    return this.#ended;
  }

  /** SIGKILL: it gets no chance to finish anything. */
  kill(): Promise<Ending> {
    this.signal('SIGKILL');
    return this.#ended;
  }
}

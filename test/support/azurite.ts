import {
  ContainerClient,
  ContainerSASPermissions,
  generateBlobSASQueryParameters,
  StorageSharedKeyCredential,
} from '@azure/storage-blob';
import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { freePort } from './free-port.ts';

const account = 'careaccount';
/** The account key, made anew for each run. */
export const accountKey = randomBytes(64).toString('base64');
const credential = new StorageSharedKeyCredential(account, accountKey);

/** Azure's emulator of Blob Storage, in memory, on a free port. */
export class Azurite {
  readonly url: string;
  readonly #process: ChildProcess;

  private constructor(url: string, child: ChildProcess) {
    this.url = url;
    this.#process = child;
  }

  static async start(): Promise<Azurite> {
    const port = await freePort();
    const main = createRequire(import.meta.url).resolve('azurite/dist/src/blob/main.js');
    const flags = ['--inMemoryPersistence', '--disableTelemetry', '--skipApiVersionCheck', '--silent'];
    const child = spawn(process.execPath, [main, '--blobPort', String(port), ...flags], {
      env: { ...process.env, AZURITE_ACCOUNTS: `${account}:${accountKey}` },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    // Whatever goes wrong, neither does it keep the run from ending nor does it live on after it.
    child.unref();
    process.once('exit', () => child.kill('SIGKILL'));
    let said = '';
    for await (const chunk of child.stdout.iterator({ destroyOnReturn: false }))
      if ((said += String(chunk)).includes('successfully listens')) break;
    child.stdout.resume();
    if (child.exitCode !== null) throw new Error(`Azurite did not start: ${said}`);
    return new Azurite(`http://127.0.0.1:${port}/${account}`, child);
  }

  /** Stops it in the middle of whatever it does, until `thaw`. */
  freeze(): void {
    this.#process.kill('SIGSTOP');
  }

  thaw(): void {
    this.#process.kill('SIGCONT');
  }

  async stop(): Promise<void> {
    this.#process.kill('SIGKILL');
    await once(this.#process, 'exit');
  }
}

let started: Promise<Azurite> | undefined;

/** This run's emulator, started by the first who asks. */
export const azurite = (): Promise<Azurite> => (started ??= Azurite.start());

/** The address of a container that is not there yet. */
export const newContainer = async (): Promise<string> => `${(await azurite()).url}/c-${randomUUID()}`;

/** As an operator looks at it, past the service. */
export const containerAt = (url: string): ContainerClient => new ContainerClient(url, credential);

/** The address with a signature that gives some of the rights `rwcdl`, until a time. */
export const signed = (url: string, rights: string, expiresOn: Date): string => {
  const { containerName } = containerAt(url);
  const permissions = ContainerSASPermissions.parse(rights);
  const startsOn = new Date(expiresOn.getTime() - 86_400_000);
  const rules = { containerName, permissions, startsOn, expiresOn };
  return `${url}?${generateBlobSASQueryParameters(rules, credential).toString()}`;
};

/** At the end of the whole run, whichever test files it has. */
after(async () => (await started)?.stop());

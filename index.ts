import { readConfig, readEnvironment } from './bot/config.ts';
import { ConfigError } from './bot/errors.ts';
import { createLog } from './bot/log.ts';
import { exitCodes, watchProcess } from './bot/process-faults.ts';
import { createService, type Service } from './bot/service.ts';

/** How long a stop may take before the process ends anyway, in milliseconds. */
const stopLimit = 9_500;

const start = async (): Promise<void> => {
  const config = readConfig(readEnvironment());
  const log = createLog(config.logLevel);
  let service: Service | undefined;
  let stopping: Promise<void> | undefined;
  const close = async (code: number): Promise<void> => {
    setTimeout(() => process.exit(exitCodes.fault), stopLimit).unref();
    await service?.close();
    log.write('stopped');
    process.exit(code);
  };
  const stop = (code: number) => (stopping ??= close(code).catch(() => process.exit(exitCodes.fault)));
  const counted = { write: (...line: Parameters<typeof log.write>) => (service?.log ?? log).write(...line) };
  watchProcess(counted, () => void stop(exitCodes.fault));
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop(exitCodes.stopped));
  service = await createService(config, { log, clock: () => new Date() });
  log.write('ready', { address: await service.listen() });
};

try {
  await start();
} catch (error) {
  const known = error instanceof ConfigError;
  process.stderr.write(`${known ? error.message : `The service can not start: ${String(error)}`}\n`);
  process.exit(known ? exitCodes.configuration : exitCodes.fault);
}

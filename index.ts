import { readConfig, readEnvironment } from './bot/config.ts';
import { ConfigError } from './bot/errors.ts';
import { createLog } from './bot/log.ts';
import { createService } from './bot/service.ts';

/** How long a stop may take before the process ends anyway, in milliseconds. */
const stopLimit = 10_000;

const start = async (): Promise<void> => {
  const config = readConfig(readEnvironment());
  const log = createLog(config.logLevel);
  const service = await createService(config, { log, clock: () => new Date() });
  const address = await service.listen();
  log.info('ready', { address });
  const stop = async (): Promise<void> => {
    setTimeout(() => process.exit(1), stopLimit).unref();
    await service.close();
    log.info('stopped');
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop());
};

try {
  await start();
} catch (error) {
  const plain = error instanceof ConfigError ? error.message : `The service can not start: ${String(error)}`;
  process.stderr.write(`${plain}\n`);
  process.exitCode = 1;
}

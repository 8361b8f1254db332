import { readConfig } from '../../bot/config.ts';
import { createLog } from '../../bot/log.ts';
import { createService, type Service, type Surroundings } from '../../bot/service.ts';

export interface RunningService {
  readonly url: string;
  /** What was logged, as one string: tests look here for what must not be there. */
  logged(): string;
  readonly sendTo: Service['sendTo'];
  stop(): Promise<void>;
}

/** The whole service on a free port of this machine, with a store in memory unless told otherwise. */
export const startService = async (
  environment: Readonly<Record<string, string>> = {},
  surroundings: Partial<Surroundings> = {},
): Promise<RunningService> => {
  const lines: string[] = [];
  const service = await createService(readConfig({ PORT: '0', STORAGE_URL: 'memory:', ...environment }), {
    log: createLog('info', { write: (line) => void lines.push(line) }),
    clock: () => new Date(),
    ...surroundings,
  });
  const url = await service.listen();
  return { url, logged: () => lines.join('\n'), sendTo: service.sendTo, stop: () => service.close() };
};

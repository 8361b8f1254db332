import type { Log } from './log.ts';
import { SourcePlaces } from './source-places.ts';

/** What the process ends with. 78 is what other services use for a wrong configuration (sysexits.h). */
export const exitCodes = { stopped: 0, fault: 1, configuration: 78 } as const;

/**
 * What no part of the service has caught. A promise that nobody waited for leaves nothing half done, as all state is
 * saved in one step: it is logged, and the turns of others go on. After any other exception nothing is certain:
 * `stop` is to end the turns under way and then the process, and whoever watches over it starts it again.
 * Messages are never printed, as they may quote what a person wrote.
 */
export const watchProcess = (log: Log, stop: () => void): void => {
  const places = new SourcePlaces();
  process.on('unhandledRejection', (error) => {
    log.write('unhandled-rejection', { error, ...placeOf(error, places) });
  });
  process.on('uncaughtException', (error) => {
    log.write('uncaught-exception', { error, ...placeOf(error, places) });
    stop();
  });
};

const mostFrames = 8;

/** Where it was thrown: the stack without the message before it. */
const placeOf = (error: unknown, places: SourcePlaces): { readonly place?: string } => {
  if (!(error instanceof Error) || typeof error.stack !== 'string') return {};
  const end = error.message === '' ? 0 : error.stack.indexOf(error.message) + error.message.length;
  if (error.message !== '' && !error.stack.includes(error.message)) return {};
  const frames = error.stack
    .slice(end)
    .split('\n')
    .filter((line) => /^\s+at /.test(line));
  const lines = frames.slice(0, mostFrames).map((line) => line.trim());
  return { place: places.inSources(lines).join(' < ') };
};

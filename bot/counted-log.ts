import type { Log } from './log.ts';
import { isFault } from './log-events.ts';
import type { Metrics } from './metrics.ts';

/** Counts every fault that is logged, so that each can raise an alert by its name. */
export const countedLog = (log: Log, { faults }: Pick<Metrics, 'faults'>): Log => ({
  write: (event, fields) => {
    if (isFault(event)) faults.inc({ code: event });
    log.write(event, fields);
  },
});

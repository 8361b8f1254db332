import { collectDefaultMetrics, Registry } from 'prom-client';

let ofProcess: Registry | undefined;

/**
 * The process's own figures: memory, garbage collection, the event loop. One registry for all services of a process,
 * as its collectors listen for as long as the process lives, and would keep whatever else they hold.
 */
export const processRegistry = (): Registry => (ofProcess ??= begin());

const begin = (): Registry => {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  return registry;
};

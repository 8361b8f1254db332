import type { IncomingMessage } from 'node:http';
import { newTrace, readTraceparent, type TraceContext } from './trace-context.ts';

/**
 * Traces by what carries them: a request, and the activity that came in it. AsyncLocalStorage would spare passing
 * them on, but costs 4 to 5 % of a turn on Node 20 (docs/decisions/0015-traces.md).
 */
const traces = new WeakMap<object, TraceContext>();

/** The trace that a request's `traceparent` names, or one of its own: the same one however often it is asked for. */
export const traceOfRequest = (request: Pick<IncomingMessage, 'headers'>): TraceContext => {
  const known = traces.get(request);
  if (known) return known;
  const sent = request.headers['traceparent'];
  const trace = (typeof sent === 'string' ? readTraceparent(sent) : undefined) ?? newTrace();
  traces.set(request, trace);
  return trace;
};

/** The trace of an activity; undefined for one that nobody sent. */
export const traceOf = (activity: object): TraceContext | undefined => traces.get(activity);

/** The activity, which carries the trace from here on. The SDK hands it back wherever we are asked something. */
export const withTrace = <T extends object>(activity: T, trace: TraceContext): T => {
  traces.set(activity, trace);
  return activity;
};

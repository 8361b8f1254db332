import { randomBytes } from 'node:crypto';

/** One request among those that belong together, as W3C Trace Context names it; ids are lower-case hex. */
export interface TraceContext {
  readonly traceId: string;
  /** Whether whoever began the trace records it. */
  readonly sampled: boolean;
}

const form = /^([\da-f]{2})-([\da-f]{32})-([\da-f]{16})-([\da-f]{2})(-.*)?$/;
const nothing = /^0+$/;
const sampledFlag = 1;
/** The only version that is known; a later one may add parts at the end. */
const version = '00';

/** Reads a `traceparent`; undefined where it is missing or malformed. Of what was sent only hex digits are kept. */
export const readTraceparent = (header: string | undefined): TraceContext | undefined => {
  const [, sent, traceId, parent, flags, more] = form.exec(header ?? '') ?? [];
  if (sent === undefined || traceId === undefined || parent === undefined || flags === undefined)
    return undefined;
  if (sent === 'ff' || nothing.test(traceId) || nothing.test(parent)) return undefined;
  if (sent === version && more !== undefined) return undefined;
  return { traceId, sampled: (Number.parseInt(flags, 16) & sampledFlag) === sampledFlag };
};

export const newTrace = (): TraceContext => ({ traceId: randomId(16), sampled: false });

/** The `traceparent` of one call that goes out: the same trace, with an id of its own for the call. */
export const childTraceparent = ({ traceId, sampled }: TraceContext): string =>
  `${version}-${traceId}-${randomId(8)}-${sampled ? '01' : '00'}`;

/** All zeros would be no id: of 8 random bytes that is as likely as any other value, and so never seen. */
const randomId = (bytes: number): string => randomBytes(bytes).toString('hex');

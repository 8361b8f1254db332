import type { Server } from 'node:http';

/** Times in milliseconds. */
export interface ConnectionLimits {
  /** Until the last header has come in. */
  readonly headers: number;
  /** Until the whole request has come in. */
  readonly request: number;
  /** How long a connection may be open without a request. */
  readonly idle: number;
  /** How long a client may go without reading or writing a byte. */
  readonly silent: number;
  readonly connections: number;
  readonly headerCount: number;
}

/**
 * Whoever sends byte by byte holds a connection for seconds, not for ever. Load balancers keep idle connections for
 * up to a minute: the service must not be the first to close one, or a request that is just being sent is lost.
 */
export const connectionLimits: ConnectionLimits = {
  headers: 10_000,
  request: 15_000,
  idle: 75_000,
  silent: 120_000,
  // Twice as many as there are streams: whoever takes all of those leaves room for messages.
  connections: 10_000,
  headerCount: 100,
};

/** Node looks for late requests only every 30 s unless told otherwise. */
const checkEvery = 1_000;

/** To be called before the server listens. */
export const limitConnections = (server: Server, limits: ConnectionLimits): void => {
  Object.assign(server, {
    headersTimeout: limits.headers,
    requestTimeout: limits.request,
    keepAliveTimeout: limits.idle,
    timeout: limits.silent,
    maxConnections: limits.connections,
    maxHeadersCount: limits.headerCount,
    connectionsCheckingInterval: Math.min(checkEvery, limits.headers),
  });
};

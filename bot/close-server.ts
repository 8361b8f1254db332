import type { Server } from 'node:http';

const lookEvery = 100;

/**
 * Takes no more connections, and resolves once those with a request under way have got their answer. What is
 * still open after `limit` milliseconds is cut off: a request that comes byte by byte must not hold up a stop.
 */
export const closeServer = async (server: Server, limit: number): Promise<void> => {
  // A connection whose last answer goes out now would else stay open for its next request.
  const idle = setInterval(() => server.closeIdleConnections(), lookEvery);
  const late = setTimeout(() => server.closeAllConnections(), limit);
  await new Promise<void>((resolve) => server.close(() => resolve()));
  clearInterval(idle);
  clearTimeout(late);
};

import type { Server } from 'restify';
import type { Config } from './config.ts';
import { ConfigError } from './errors.ts';

/** Connections that wait to be accepted; the usual 511 are gone in the first moment of a rush. */
const mostWaiting = 4_096;

/** Resolves to the address once it can serve; rejects with a ConfigError where the address is not to be had. */
export const listen = (server: Server, { host, port }: Pick<Config, 'host' | 'port'>): Promise<string> =>
  new Promise((resolve, reject) => {
    // Stays for as long as the server does: an error that nobody listens to ends the process.
    server.on('error', (error: Error) => reject(refusal(error, host, port)));
    server.listen(port, host, mostWaiting, () => {
      const { address, family, port: taken } = server.address();
      resolve(`http://${family === 'IPv6' ? `[${address}]` : address}:${taken}`);
    });
  });

const reasons: Readonly<Record<string, string>> = {
  EADDRINUSE: 'is taken by another program: stop that one, or set another port',
  EACCES: 'may not be used by this user: set one above 1023',
  EADDRNOTAVAIL: 'is no address of this machine: set HOST to one that is',
  ENOTFOUND: 'is no address of this machine: set HOST to one that is',
};

const refusal = (error: Error, host: string, port: number): Error => {
  const reason = 'code' in error ? reasons[String(error.code)] : undefined;
  return reason === undefined
    ? error
    : new ConfigError(`PORT: ${port} on ${host} ${reason}.`, { cause: error });
};

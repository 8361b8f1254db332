import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';

const privateNetworks = new BlockList();
privateNetworks.addSubnet('127.0.0.0', 8);
privateNetworks.addSubnet('10.0.0.0', 8);
privateNetworks.addSubnet('172.16.0.0', 12);
privateNetworks.addSubnet('192.168.0.0', 16);
privateNetworks.addSubnet('fc00::', 7, 'ipv6');
privateNetworks.addAddress('::1', 'ipv6');

/**
 * Who called. A peer on a private address is the operator's own proxy, so what it added last to
 * X-Forwarded-For counts: else all visitors behind one proxy would share one limit.
 */
export const clientAddress = ({ socket, headers }: IncomingMessage): string => {
  const peer = (socket.remoteAddress ?? '').replace(/^::ffff:/, '');
  const family = isIP(peer) === 6 ? 'ipv6' : 'ipv4';
  if (isIP(peer) === 0 || !privateNetworks.check(peer, family)) return peer;
  const forwarded =
    String(headers['x-forwarded-for'] ?? '')
      .split(',')
      .at(-1)
      ?.trim() ?? '';
  return isIP(forwarded) === 0 ? peer : forwarded;
};

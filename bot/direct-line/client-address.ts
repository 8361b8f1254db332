import type { IncomingMessage } from 'node:http';
import { BlockList, isIP, isIPv4 } from 'node:net';

const privateNetworks = new BlockList();
privateNetworks.addSubnet('127.0.0.0', 8);
privateNetworks.addSubnet('10.0.0.0', 8);
privateNetworks.addSubnet('172.16.0.0', 12);
privateNetworks.addSubnet('192.168.0.0', 16);
// Azure App Service hands requests to its containers from link-local addresses.
privateNetworks.addSubnet('169.254.0.0', 16);
privateNetworks.addSubnet('fc00::', 7, 'ipv6');
privateNetworks.addSubnet('fe80::', 10, 'ipv6');
privateNetworks.addAddress('::1', 'ipv6');

/**
 * Who called, as limits count. A peer on a private address is the operator's own proxy, so what it added last to
 * X-Forwarded-For counts: else all visitors behind one proxy would share one limit. Of IPv6 only the network
 * counts, as everyone has a whole network of addresses.
 */
export const clientAddress = ({ socket, headers }: IncomingMessage): string => {
  const peer = plain(socket.remoteAddress ?? '');
  if (isIP(peer) === 0 || !privateNetworks.check(peer, isIPv4(peer) ? 'ipv4' : 'ipv6')) return network(peer);
  const last = String(headers['x-forwarded-for'] ?? '')
    .split(',')
    .at(-1);
  const forwarded = plain(withoutPort(last?.trim() ?? ''));
  return network(isIP(forwarded) === 0 ? peer : forwarded);
};

/** Azure's proxies add the port. */
const withoutPort = (address: string): string =>
  /^([\d.]+):\d+$/.exec(address)?.[1] ?? /^\[([^\]]+)\](?::\d+)?$/.exec(address)?.[1] ?? address;

/** IPv4 in the clothes of IPv6 is IPv4. */
const plain = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');

const network = (address: string): string => {
  if (isIP(address) !== 6) return address;
  const [head = '', tail] = new URL(`http://[${address}]`).hostname.slice(1, -1).split('::');
  const groups = (text: string | undefined) => (text ? text.split(':') : []);
  const zeros = 8 - groups(head).length - groups(tail).length;
  const all =
    tail === undefined ? groups(head) : [...groups(head), ...Array(zeros).fill('0'), ...groups(tail)];
  return `${all.slice(0, 4).join(':')}::/64`;
};

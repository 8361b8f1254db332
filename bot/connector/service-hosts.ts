const loopback = ['127.0.0.1', 'localhost', '[::1]'];

/** Whether the bot may send replies, and with them its own token, to an address. */
export type MayAnswer = (serviceUrl: string) => boolean;

/** Only the named hosts, and in the clear only on this machine. `*.` stands for any name below. */
export const onlyHosts =
  (hosts: readonly string[]): MayAnswer =>
  (serviceUrl) => {
    if (!URL.canParse(serviceUrl)) return false;
    const { protocol, hostname, username, password } = new URL(serviceUrl);
    const safe = protocol === 'https:' || (protocol === 'http:' && loopback.includes(hostname));
    return safe && username + password === '' && hosts.some((host) => isWithin(hostname, host));
  };

/** Without an app id anyone on this machine may post, so replies go nowhere but to this machine. */
export const onlyThisMachine: MayAnswer = (serviceUrl) =>
  serviceUrl === '' || onlyHosts(loopback)(serviceUrl);

const isWithin = (hostname: string, host: string): boolean =>
  host.startsWith('*.') ? hostname.endsWith(host.slice(1)) : hostname === host;

import type { IncomingMessage } from 'node:http';

/** What the visitor's browser calls us, which a proxy in between may hide: its own word for it comes first. */
export const originOf = ({ headers, socket }: IncomingMessage): URL => {
  const own = headers['sec-fetch-site'] === 'same-origin' ? (headers.origin ?? headers.referer) : undefined;
  if (own !== undefined && URL.canParse(own)) return new URL(own);
  const secure = headers['x-forwarded-proto'] === 'https' || 'encrypted' in socket;
  const url = `${secure ? 'https' : 'http'}://${String(headers['x-forwarded-host'] ?? headers.host)}`;
  return new URL(URL.canParse(url) ? url : 'http://localhost');
};

/** Where the stream of a conversation is opened: a browser can't send headers there, so its token is in the address. */
export const streamUrl = (
  request: IncomingMessage,
  conversation: string,
  token: string,
  watermark: string,
): string => {
  const { protocol, host } = originOf(request);
  const query = new URLSearchParams({ watermark, t: token });
  return `${protocol === 'https:' ? 'wss' : 'ws'}://${host}/v3/directline/conversations/${conversation}/stream?${query.toString()}`;
};

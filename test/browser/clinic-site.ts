import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A clinic's own website: another origin, whose pages embed the chat by the one line. */
export interface ClinicSite {
  readonly origin: string;
  /** The address of a page whose script element has these data attributes, as HTML. */
  page(service: string, attributes?: string): string;
  stop(): Promise<void>;
}

/** A page with a policy and styles of its own, neither of which the chat may break or be broken by. */
const html = (service: string, attributes: string): string => `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Clinic</title>
  <link rel="stylesheet" href="/site.css"></head>
  <body><main><h1>Our clinic</h1><p>Welcome.</p><button type="button" id="own">Our own button</button></main>
  <script src="${service}/widget.js" defer ${attributes}></script></body>
</html>`;
const css = 'button, a, p { color: yellow !important; font-size: 60px; display: none }';

/** On `localhost` it is another site than the service on 127.0.0.1; on 127.0.0.1 the same site, as a subdomain is. */
export const startClinicSite = async (host: 'localhost' | '127.0.0.1'): Promise<ClinicSite> => {
  const server: Server = createServer(({ url = '/' }, response) => {
    const { pathname, searchParams } = new URL(url, 'http://localhost');
    const service = searchParams.get('service') ?? '';
    response.setHeader(
      'Content-Security-Policy',
      `default-src 'none'; style-src 'self'; script-src ${service}; frame-src ${service}`,
    );
    response.setHeader('Content-Type', pathname === '/site.css' ? 'text/css' : 'text/html; charset=utf-8');
    response.end(pathname === '/site.css' ? css : html(service, searchParams.get('attributes') ?? ''));
  });
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  const origin = `http://${host}:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    page: (service, attributes = '') =>
      `${origin}/?${new URLSearchParams({ service, attributes }).toString()}`,
    stop: () => new Promise((resolve) => void server.close(() => resolve())),
  };
};

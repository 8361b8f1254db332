import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** What to answer; `silence` keeps the connection open and says nothing, `reset` cuts it off. */
export type Answer =
  | { readonly status: number; readonly body?: object; readonly headers?: Readonly<Record<string, string>> }
  | 'silence'
  | 'reset';

export interface Listening {
  readonly url: string;
  close(): Promise<void>;
}

/** A real HTTP server on a free port of this machine. */
export const listen = async (handle: (asked: Asked) => Promise<Answer> | Answer): Promise<Listening> => {
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    let body = '';
    for await (const part of request) body += String(part);
    const { method = '', url: path = '', headers } = request;
    const said = await handle({ method, path, headers, body });
    if (said === 'silence') return;
    if (said === 'reset') return void request.socket.resetAndDestroy();
    // Two statements: restify changes writeHead of every response in the process, and it returns nothing then.
    response.writeHead(said.status, { 'Content-Type': 'application/json', ...said.headers });
    response.end(JSON.stringify(said.body ?? {}));
  };
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};

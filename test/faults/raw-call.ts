import { request } from 'node:http';

export interface RawCall {
  readonly method: string;
  readonly url: string;
  readonly token: string;
  readonly body?: object;
  /** The address of this machine that the call comes from. */
  readonly from: string;
}

/** A call over a connection of its own, as of somebody who comes anew. Resolves to the status and the JSON body. */
export const rawCall = ({ method, url, token, body, from }: RawCall) =>
  new Promise<{ readonly status: number; readonly body: Readonly<Record<string, unknown>> }>(
    (resolve, reject) => {
      const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
      const options = { method, headers, agent: false, localAddress: from, timeout: 60_000 };
      const sent = request(url, options, (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (part: string) => (text += part));
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, body: text === '' ? {} : JSON.parse(text) }),
        );
      });
      sent.on('error', reject).on('timeout', () => sent.destroy(new Error(`no answer from ${url}`)));
      sent.end(body === undefined ? '' : JSON.stringify(body));
    },
  );

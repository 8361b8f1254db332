import { HttpHeaders } from 'botbuilder-stdlib/lib/azureCoreHttpCompat.js';
import type { ConnectorClientOptions } from 'botframework-connector/lib/connectorApi/models/index.js';
import { faultOfAnswer, faultOfCall, SendFault, type SendState } from './send-fault.ts';

type HttpClient = NonNullable<ConnectorClientOptions['httpClient']>;
type Request = Parameters<HttpClient['sendRequest']>[0];

export interface ConnectorHttpParts {
  /** How long a connector may take for one call, in milliseconds. */
  readonly limit: number;
  /** Called when a connector does not accept our token, so that the next call gets a new one. */
  readonly tokenRefused: () => void;
  /** Told of each call that ended: how, and after how many seconds. */
  readonly measured: (outcome: 'taken' | SendState, seconds: number) => void;
}

/**
 * The HTTP client for replies. The SDK's own waits for ever on a silent connector, and posts the same
 * reply four times to one that answers 5xx: this one has a time limit, and leaves retries to the caller.
 * Rejects with SendFault for everything that is no success.
 */
export const createConnectorHttp = ({ limit, tokenRefused, measured }: ConnectorHttpParts): HttpClient => ({
  async sendRequest(request) {
    const begun = performance.now();
    const done = (outcome: 'taken' | SendState) => measured(outcome, (performance.now() - begun) / 1_000);
    try {
      const { response, bodyAsText } = await call(request, limit);
      if (response.status === 401) tokenRefused();
      if (!response.ok) throw faultOfAnswer(response.status, response.headers.get('retry-after'), Date.now());
      done('taken');
      const headers = new HttpHeaders(Object.fromEntries(response.headers));
      return { request, status: response.status, headers, bodyAsText };
    } catch (error) {
      done(error instanceof SendFault ? error.state : 'rejected');
      throw error;
    }
  },
});

const call = async (request: Request, limit: number) => {
  try {
    const response = await fetch(request.url, {
      method: request.method,
      headers: request.headers.rawHeaders(),
      body: request.body as string | undefined,
      signal: AbortSignal.timeout(limit),
    } as RequestInit);
    return { response, bodyAsText: await response.text() };
  } catch (error) {
    throw faultOfCall(error);
  }
};

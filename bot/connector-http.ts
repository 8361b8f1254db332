import { HttpHeaders } from 'botbuilder-stdlib/lib/azureCoreHttpCompat.js';
import type { ConnectorClientOptions } from 'botframework-connector/lib/connectorApi/models/index.js';

type HttpClient = NonNullable<ConnectorClientOptions['httpClient']>;

/** How long a connector may take for one call, in milliseconds; channels give up on a whole turn after 15 s. */
const callLimit = 5_000;

/** A connector answered that it can't take a reply now. It has no error code that the SDK would retry on. */
export class ConnectorRefusal extends Error {
  override readonly name = 'ConnectorRefusal';
}

/**
 * The HTTP client for replies. The SDK's own waits for ever on a silent connector, and posts the same
 * reply four times to one that answers 5xx: this one has a time limit, and leaves retries to the caller.
 */
export const connectorHttp: HttpClient = {
  async sendRequest(request) {
    const response = await fetch(request.url, {
      method: request.method,
      headers: request.headers.rawHeaders(),
      body: request.body as string | undefined,
      signal: AbortSignal.timeout(callLimit),
    } as RequestInit);
    const bodyAsText = await response.text();
    if (response.status === 429 || response.status >= 500)
      throw new ConnectorRefusal(`status ${response.status}`);
    return {
      request,
      status: response.status,
      headers: new HttpHeaders(Object.fromEntries(response.headers)),
      bodyAsText,
    };
  },
};

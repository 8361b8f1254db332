import { get, type IncomingMessage } from 'node:http';

/** Unlike fetch this leaves bodies compressed. */
export const ask = (url: string, headers: Record<string, string> = {}) =>
  new Promise<{ readonly message: IncomingMessage; readonly body: Buffer }>((resolve, reject) => {
    const request = get(url, { headers }, (message) => {
      const chunks: Buffer[] = [];
      message.on('data', (chunk: Buffer) => chunks.push(chunk));
      message.on('end', () => resolve({ message, body: Buffer.concat(chunks) }));
    });
    request.on('error', reject);
  });

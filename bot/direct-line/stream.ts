import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';
import type { ConversationLog, Follower } from './conversation-log.ts';
import type { ConversationLogs } from './conversation-logs.ts';
import type { Tokens } from './tokens.ts';

const path = /^\/v3\/directline\/conversations\/([\w-]{1,64})\/stream$/;
/** Proxies cut connections that are silent for a minute. */
const heartbeat = 25_000;
/** A client that does not read is cut off rather than buffered for, in bytes. */
const mostBuffered = 1_000_000;
/** Clients only ever send empty frames, to keep the connection. */
const largestFrame = 1_024;
const replacedByAnother = 4_000;

export interface StreamParts {
  readonly tokens: Tokens;
  readonly logs: ConversationLogs;
}

/** Opens the streams of conversations. Every other upgrade ends at once: one left alone holds its socket for minutes. */
export const addStream = (server: Server, { tokens, logs }: StreamParts): { close(): void } => {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: largestFrame, perMessageDeflate: false });
  const take = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    const wanted = readTarget(request, tokens);
    if (wanted === undefined) return void socket.destroy();
    sockets.handleUpgrade(request, socket, head, (opened) =>
      follow(opened, logs.open(wanted.conversation), wanted.watermark),
    );
  };
  server.removeAllListeners('upgrade');
  server.on('upgrade', take);
  const beat = setInterval(() => sockets.clients.forEach(checkAlive), heartbeat).unref();
  return {
    close: () => {
      clearInterval(beat);
      for (const socket of sockets.clients) socket.terminate();
    },
  };
};

/** Undefined unless the address is a stream's and its token is valid for it. */
const readTarget = ({ url = '/' }: IncomingMessage, tokens: Tokens) => {
  if (!URL.canParse(url, 'http://localhost')) return undefined;
  const { pathname, searchParams } = new URL(url, 'http://localhost');
  const [, conversation] = path.exec(pathname) ?? [];
  if (conversation === undefined) return undefined;
  try {
    const { conv } = tokens.read(searchParams.get('t') ?? '', 'stream');
    return conv === conversation
      ? { conversation, watermark: searchParams.get('watermark') ?? '0' }
      : undefined;
  } catch {
    return undefined;
  }
};

const follow = (socket: WebSocket, log: ConversationLog, watermark: string): void => {
  const follower: Follower = {
    take: (frame) => {
      if (socket.bufferedAmount > mostBuffered) socket.terminate();
      else socket.send(JSON.stringify(frame));
    },
    replaced: () => socket.close(replacedByAnother),
  };
  alive.add(socket);
  socket.on('pong', () => alive.add(socket));
  socket.on('error', () => socket.terminate());
  socket.on('close', () => log.unfollow(follower));
  log.follow(follower);
  const missed = log.since(watermark);
  if (missed.activities.length > 0) follower.take(missed);
};

const alive = new WeakSet<WebSocket>();

/** Who did not answer the last ping is gone. */
const checkAlive = (socket: WebSocket): void => {
  if (!alive.delete(socket)) return socket.terminate();
  socket.ping();
};

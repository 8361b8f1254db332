import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';
import { clientAddress } from './client-address.ts';
import type { ConversationLog, Follower } from './conversation-log.ts';
import type { ConversationLogs } from './conversation-logs.ts';
import type { Tokens } from './tokens.ts';

const path = /^\/v3\/directline\/conversations\/([\w-]{1,64})\/stream$/;
/** Clients only ever send empty frames, to keep the connection. */
const largestFrame = 1_024;
const replacedByAnother = 4_000;
/** How long one that is closed may take to say so too, in milliseconds. */
const closeTimeout = 5_000;

export interface StreamLimits {
  /** Streams that are open at once: in all, and from one address, which a whole clinic may share. */
  readonly total: number;
  readonly perAddress: number;
  /** Milliseconds between two signs of life; who misses one is gone. Proxies cut what is silent for a minute. */
  readonly heartbeat: number;
  /** A client that does not read is cut off rather than buffered for, in bytes. */
  readonly buffered: number;
}
export const streamLimits: StreamLimits = {
  total: 5_000,
  perAddress: 200,
  heartbeat: 25_000,
  buffered: 1_000_000,
};

export interface StreamParts {
  readonly tokens: Tokens;
  readonly logs: ConversationLogs;
  readonly limits: StreamLimits;
}

export interface Streams {
  /** How many are open. */
  readonly size: number;
  close(): void;
}

interface Wanted {
  readonly log: ConversationLog;
  readonly watermark: string;
}

/** Opens the streams of conversations. Every other upgrade ends at once: one left alone holds its socket for minutes. */
export const addStream = (server: Server, parts: StreamParts): Streams => {
  const { limits } = parts;
  const options = { maxPayload: largestFrame, perMessageDeflate: false, autoPong: false, closeTimeout };
  const sockets = new WebSocketServer({ noServer: true, ...options });
  const byAddress = new Map<string, number>();
  const take = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    socket.on('error', () => socket.destroy());
    const wanted = readTarget(request, parts);
    if (wanted === undefined) return void socket.destroy();
    const address = clientAddress(request);
    if (sockets.clients.size >= limits.total) return refuse(socket, '503 Service Unavailable');
    if ((byAddress.get(address) ?? 0) >= limits.perAddress) return refuse(socket, '429 Too Many Requests');
    sockets.handleUpgrade(request, socket, head, (opened) => {
      countIn(byAddress, address, opened);
      follow(opened, wanted, limits);
    });
  };
  server.removeAllListeners('upgrade');
  server.on('upgrade', take);
  const beat = setInterval(() => sockets.clients.forEach(checkAlive), limits.heartbeat).unref();
  return {
    get size() {
      return sockets.clients.size;
    },
    close: () => {
      clearInterval(beat);
      for (const socket of sockets.clients) socket.terminate();
    },
  };
};

const refuse = (socket: Duplex, status: string): void => {
  const headers = 'Connection: close\r\nContent-Length: 0\r\n';
  socket.write(`HTTP/1.1 ${status}\r\n${headers}\r\n`, () => socket.destroy());
};

const countIn = (byAddress: Map<string, number>, address: string, socket: WebSocket): void => {
  const change = (by: number): void => {
    const count = (byAddress.get(address) ?? 0) + by;
    if (count > 0) byAddress.set(address, count);
    else byAddress.delete(address);
  };
  change(1);
  socket.once('close', () => change(-1));
};

/**
 * Undefined unless the address is a stream's, its token is valid for it, and the log is in memory: after a restart
 * only a call with the visitor's own token brings that back, and clients make that call before they try again.
 */
const readTarget = ({ url = '/' }: IncomingMessage, { tokens, logs }: StreamParts): Wanted | undefined => {
  if (!URL.canParse(url, 'http://localhost')) return undefined;
  const { pathname, searchParams } = new URL(url, 'http://localhost');
  const [, conversation = ''] = path.exec(pathname) ?? [];
  const log = logs.find(conversation);
  if (log === undefined || conversationOf(searchParams.get('t') ?? '', tokens) !== conversation)
    return undefined;
  return { log, watermark: searchParams.get('watermark') ?? '0' };
};

const conversationOf = (token: string, tokens: Tokens): string | undefined => {
  try {
    return tokens.readStream(token);
  } catch {
    return undefined;
  }
};

const follow = (socket: WebSocket, { log, watermark }: Wanted, { buffered }: StreamLimits): void => {
  const unlessFull = (send: () => void): void => {
    if (socket.bufferedAmount > buffered) socket.terminate();
    else send();
  };
  const follower: Follower = {
    take: (frame) => unlessFull(() => socket.send(JSON.stringify(frame))),
    replaced: () => socket.close(replacedByAnother),
  };
  alive.add(socket);
  socket.on('pong', () => alive.add(socket));
  // Answers to pings that nobody reads would pile up too.
  socket.on('ping', (data) => unlessFull(() => socket.pong(data)));
  socket.on('error', () => socket.terminate());
  socket.on('close', () => log.unfollow(follower));
  log.follow(follower, watermark);
};

const alive = new WeakSet<WebSocket>();

/** Who did not answer the last ping is gone. */
const checkAlive = (socket: WebSocket): void => {
  if (!alive.delete(socket)) return socket.terminate();
  socket.ping();
};

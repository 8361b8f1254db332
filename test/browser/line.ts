import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { once } from 'node:events';

/** The line between a visitor and the service, which can be lost: then nothing comes through, and nobody is told. */
export interface Line {
  readonly url: string;
  lose(): void;
  /** New connections come through again; those of before are dead. */
  mend(): void;
  stop(): Promise<void>;
}

export const startLine = async (service: string): Promise<Line> => {
  const sockets = new Set<Socket>();
  let lost = false;
  const keep = (socket: Socket): void => {
    sockets.add(socket.on('error', () => socket.destroy()));
    socket.on('close', () => sockets.delete(socket));
  };
  const carry = (from: Socket, to: Socket): void => {
    from.on('data', (data) => lost || to.write(data));
    from.on('close', () => lost || to.destroy());
  };
  const server = createServer((visitor) => {
    const port = Number(new URL(service).port);
    const onward = connect(port, '127.0.0.1');
    [visitor, onward].forEach(keep);
    carry(visitor, onward);
    carry(onward, visitor);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const cut = (): void => sockets.forEach((socket) => socket.destroy());
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    lose: () => void (lost = true),
    mend: () => {
      cut();
      lost = false;
    },
    stop: async () => {
      cut();
      server.close();
      await once(server, 'close');
    },
  };
};

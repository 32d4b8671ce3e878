import { createSocket } from 'node:dgram';
import { createServer } from 'node:net';

export interface Listener {
  /** `http://127.0.0.1:<port>`, the same port for TCP and UDP. */
  readonly origin: string;
  /** How many connections and datagrams have come so far. */
  heard(): number;
  stop(): void;
}

/** Listens on a port of this computer, TCP and UDP, and counts who comes; whoever connects is hung up on. */
export async function listen(): Promise<Listener> {
  let heard = 0;
  const server = createServer((socket) => {
    heard++;
    socket.destroy();
  });
  const datagrams = createSocket('udp4').on('message', () => {
    heard++;
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The listener has no port.');
  await new Promise<void>((resolve) => datagrams.bind(address.port, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${address.port}`,
    heard: () => heard,
    stop: () => {
      server.close();
      datagrams.close();
    },
  };
}

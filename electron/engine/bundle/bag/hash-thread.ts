import '../../no-network.ts';
import { createHash, type Hash } from 'node:crypto';
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';

/** The bytes of a file in their order, then its end; after the last file that it may leave. */
export type ToHash =
  | { readonly type: 'bytes'; readonly bytes: Uint8Array }
  | { readonly type: 'end' }
  | { readonly type: 'leave' };

export type FromHash =
  | { readonly type: 'taken'; readonly bytes: number }
  /** Lower-case hex, in the order of the algorithms. */
  | { readonly type: 'hashed'; readonly checksums: readonly string[] };

/** Hashes files beside the thread that makes or reads them, one after the other. */
function serve(port: MessagePort, algorithms: readonly string[]): void {
  const begin = (): readonly Hash[] => algorithms.map((name) => createHash(name));
  const say = (message: FromHash) => port.postMessage(message);
  let hashes = begin();
  port.on('message', (message: ToHash) => {
    if (message.type === 'bytes') {
      for (const hash of hashes) hash.update(message.bytes);
      say({ type: 'taken', bytes: message.bytes.length });
    } else if (message.type === 'end') {
      say({ type: 'hashed', checksums: hashes.map((hash) => hash.digest('hex')) });
      hashes = begin();
    } else {
      port.close();
    }
  });
}

if (parentPort) serve(parentPort, workerData as readonly string[]);

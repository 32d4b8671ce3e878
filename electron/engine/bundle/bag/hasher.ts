import { createHash } from 'node:crypto';
import { Worker } from 'node:worker_threads';
import { endOf, untilLeft } from '../../jobs/until-left.ts';
import type { FromHash, ToHash } from './hash-thread.ts';

// Beside this file, in the source tree and in the built one.
const THREAD = new URL(
  import.meta.url.endsWith('.ts') ? 'hash-thread.ts' : 'hash-thread.js',
  import.meta.url,
);

/** A file that is no larger is hashed where it is read: messages to the thread would cost more. */
const SMALL_BYTES = 256 * 1024;
/** How far the thread may be behind. */
const MOST_WAITING_BYTES = 16 * 1024 * 1024;

/** Lower-case hex by algorithm. */
export type Checksums = ReadonlyMap<string, string>;

/**
 * Hashes files one after the other on a thread of its own, so that whoever makes or reads them goes on meanwhile: `update`
 * with the bytes of a file in their order, then `digest`. The thread starts with the first file that is not small; `close`
 * ends it, whatever became of the files.
 */
export class Hasher {
  private readonly algorithms: readonly string[];
  /** Of a file that is small so far; undefined once the thread has it. */
  private small: Uint8Array[] | undefined = [];
  private smallBytes = 0;
  private thread: { readonly worker: Worker; readonly ended: Promise<void> } | undefined;
  private waitingBytes = 0;
  private fault: Error | undefined;
  /** Looks whether what is waited for is there, after each message of the thread. */
  private look: () => void = () => undefined;
  private hashed: readonly string[] | undefined;

  constructor(algorithms: readonly string[]) {
    this.algorithms = algorithms;
  }

  /** Resolves when more may come; the bytes may be changed then. */
  async update(bytes: Uint8Array): Promise<void> {
    if (this.small) {
      // The reader may use its buffer again.
      this.small.push(Uint8Array.from(bytes));
      this.smallBytes += bytes.length;
      if (this.smallBytes <= SMALL_BYTES) return;
      for (const piece of this.small) this.post(piece);
      this.small = undefined;
    } else {
      this.post(bytes);
    }
    await this.until(() => this.waitingBytes <= MOST_WAITING_BYTES);
  }

  /** The checksums of the file; what comes next is of another. */
  async digest(): Promise<Checksums> {
    const checksums = this.small ? this.hashHere(this.small) : await this.end();
    this.small = [];
    this.smallBytes = 0;
    return new Map(this.algorithms.map((name, i) => [name, checksums[i]]));
  }

  async close(): Promise<void> {
    if (!this.thread) return;
    const { worker, ended } = this.thread;
    worker.postMessage({ type: 'leave' } satisfies ToHash);
    await untilLeft(worker, ended);
  }

  private hashHere(pieces: readonly Uint8Array[]): string[] {
    return this.algorithms.map((name) => {
      const hash = createHash(name);
      for (const piece of pieces) hash.update(piece);
      return hash.digest('hex');
    });
  }

  private async end(): Promise<readonly string[]> {
    this.hashed = undefined;
    this.thread?.worker.postMessage({ type: 'end' } satisfies ToHash);
    await this.until(() => this.hashed !== undefined);
    return this.hashed ?? [];
  }

  private post(bytes: Uint8Array): void {
    this.thread ??= this.start();
    this.waitingBytes += bytes.length;
    this.thread.worker.postMessage({ type: 'bytes', bytes } satisfies ToHash);
  }

  private start(): { worker: Worker; ended: Promise<void> } {
    const worker = new Worker(THREAD, { workerData: this.algorithms });
    worker.on('message', (message: FromHash) => {
      if (message.type === 'taken') this.waitingBytes -= message.bytes;
      else this.hashed = message.checksums;
      this.look();
    });
    const fail = (error: Error): void => {
      this.fault ??= error;
      this.look();
    };
    worker.on('error', fail);
    worker.on('exit', () => fail(new Error('The thread that hashes ended before its work.')));
    return { worker, ended: endOf(worker) };
  }

  private until(isThere: () => boolean): Promise<void> {
    return new Promise((resolve, reject) => {
      this.look = () => {
        if (this.fault) reject(this.fault);
        else if (isThere()) resolve();
      };
      this.look();
    });
  }
}

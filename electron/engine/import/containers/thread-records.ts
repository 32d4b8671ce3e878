import { StillwatchError } from '../../../../shared/contract/errors.ts';
import type { CellBatch } from '../cells.ts';
import type { Records } from './container.ts';
import type { Content } from './content.ts';
import type { GuardedThread } from './guarded-thread.ts';
import type { FromReader } from './serve-batches.ts';

export type ThreadRecords = Records & { close(): Promise<void> };

export interface ThreadReading {
  readonly content: Content;
  /** Its bytes were read, and so hashed, before. */
  readonly hashedAlready: boolean;
  readonly format: string;
  /** Serves the batches of the file, see serve-batches.ts. */
  readonly thread: GuardedThread<FromReader>;
}

/** The records that a guarded thread reads out of a file whose parts are read in any order. Throws what the thread tells. */
export async function readOnThread({
  content,
  hashedAlready,
  format,
  thread,
}: ThreadReading): Promise<ThreadRecords> {
  const close = () => thread.close();
  try {
    const opened = await said(thread);
    if (opened.type !== 'opened')
      throw new Error(`The thread said ${opened.type} before it had opened the file.`);

    async function* batches(): AsyncGenerator<CellBatch> {
      const hashing = hashedAlready ? undefined : content.blocks();
      try {
        // It reads one batch while the one before is looked at.
        thread.post('next');
        for (;;) {
          thread.post('next');
          const message = await said(thread);
          if (message.type !== 'batch') break;
          // The file is hashed beside, as far as its rows have been read: its parts are read in any order.
          if (hashing) await hashUpTo(content, hashing, message.share);
          yield message.batch;
        }
        if (hashing) for await (const _ of hashing);
      } finally {
        await hashing?.return(undefined);
        await close();
      }
    }

    return { columns: opened.columns, format, batches, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** What the thread says next beside that it gets on. */
async function said(thread: GuardedThread<FromReader>): Promise<FromReader> {
  for (;;) {
    const message = await thread.next();
    if (message.type === 'failed') throw new StillwatchError(message.code, message.message);
    if (message.type !== 'progress') return message;
  }
}

async function hashUpTo(content: Content, blocks: AsyncGenerator<Uint8Array>, share: number): Promise<void> {
  while (content.bytesRead() < share * content.sizeBytes) {
    if ((await blocks.next()).done) return;
  }
}

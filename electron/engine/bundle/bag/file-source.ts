import type { FileHandle } from 'node:fs/promises';
import type { ByteSource } from './zip-check.ts';

/** The bytes of an open file of this size; fewer than asked for where it ends. */
export function fileSource(handle: FileHandle, sizeBytes: number): ByteSource {
  return {
    sizeBytes,
    async read(position, length) {
      const buffer = Buffer.allocUnsafe(length);
      let done = 0;
      while (done < length) {
        const { bytesRead } = await handle.read(buffer, done, length - done, position + done);
        if (bytesRead === 0) break;
        done += bytesRead;
      }
      return buffer.subarray(0, done);
    },
  };
}

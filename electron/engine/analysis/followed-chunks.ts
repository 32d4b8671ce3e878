import type { Chunk } from './read-dataset.ts';
import { FIRST_KEPT } from './templates/followed.ts';
import { packFollowed } from './templates/followed-codec.ts';

/** Which template each request follows, as it is stored; plain data, so that it can change threads. */
export interface FollowedChunks {
  /** Requests that follow a kept template. */
  readonly requests: number;
  readonly chunks: readonly { readonly id: number; readonly packed: Uint8Array }[];
}

/**
 * Brings what the rows of a data set follow back to the order in which they were read, and packs it chunk by chunk.
 * @param origin of each row; see `ReadDataset`.
 */
export function followedChunks(
  chunks: readonly Chunk[],
  origin: Uint32Array,
  followed: Uint16Array,
): FollowedChunks {
  const read = new Uint16Array(followed.length);
  let requests = 0;
  for (let i = 0; i < followed.length; i++) {
    read[origin[i]] = followed[i];
    if (followed[i] >= FIRST_KEPT) requests++;
  }
  let from = 0;
  return {
    requests,
    chunks: chunks.map(({ id, rows }) => {
      from += rows;
      return { id, packed: packFollowed(read.subarray(from - rows, from)) };
    }),
  };
}

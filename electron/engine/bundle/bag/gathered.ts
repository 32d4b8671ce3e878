import type { BagContent } from './bag.ts';

/** Pieces are gathered to this size before they are hashed and written. */
const CHUNK_CHARACTERS = 1024 * 1024;

/** What a file holds in large pieces. */
export async function* gathered(content: BagContent): AsyncGenerator<string | Uint8Array> {
  if (typeof content === 'string' || content instanceof Uint8Array) {
    yield content;
    return;
  }
  let pieces = '';
  if (Symbol.iterator in content) {
    // Kept apart from the asynchronous loop, which would cost a turn of the event loop for each piece.
    for (const piece of content) {
      pieces += piece;
      if (pieces.length >= CHUNK_CHARACTERS) {
        yield pieces;
        pieces = '';
      }
    }
  } else {
    for await (const piece of content) {
      pieces += piece;
      if (pieces.length >= CHUNK_CHARACTERS) {
        yield pieces;
        pieces = '';
      }
    }
  }
  if (pieces !== '') yield pieces;
}

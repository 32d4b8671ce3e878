import type { Database } from '../case/database.ts';
import { bytesAt, SKETCH_BYTES, unpackTexts, words } from './block.ts';
import { fullHash } from './hash.ts';
import { publishedBlocks, publishedUses } from './uses.ts';

/** One distinct prompt text of the case. */
export interface PromptText {
  /** Inside this case only, and only while its imports stay. */
  readonly id: number;
  /** SHA-256 of its UTF-8, hex. */
  readonly sha256: string;
  /** Its near-duplicate sketch; see sketchDistance. */
  readonly sketch: { readonly high: number; readonly low: number };
  readonly text: string;
  /** Requests that have it. */
  readonly requests: number;
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** Every distinct prompt text of published sources, by number. Where the data gives a hash alone there is none. */
export function* eachPromptText(db: Database): Iterable<PromptText> {
  const usesOf = publishedUses(db);
  const select = db.prepare('SELECT sketches, ends, data FROM prompt_block WHERE id = ?').raw();
  for (const block of publishedBlocks(db)) {
    const [sketches, ends, data] = select.get(block.id) as [Uint8Array, Uint8Array, Uint8Array];
    const unpacked = unpackTexts(data, ends);
    const halves = words(sketches);
    const uses = usesOf(block);
    for (let k = 0; k < block.texts; k++) {
      if (uses[k] === 0) continue;
      const bytes = bytesAt(unpacked, k);
      const at = (k * SKETCH_BYTES) / 4;
      yield {
        id: block.id + k,
        sha256: fullHash(bytes),
        sketch: { high: halves[at], low: halves[at + 1] },
        text: decoder.decode(bytes),
        requests: uses[k],
      };
    }
  }
}

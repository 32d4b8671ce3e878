import { Sketcher } from '../text/sketch.ts';
import { BLOCK_BYTES, BLOCK_TEXTS, blobOf, packTexts } from '../texts/block.ts';

/** Words of 32 bits that a text has of its hash, and of its sketch. */
const HASH_WORDS = 4;
const SKETCH_WORDS = 2;

/** A block of new texts, ready to be written; its text k has the number id + k. */
export interface NewBlock {
  readonly id: number;
  readonly texts: number;
  readonly hashes: Uint8Array;
  readonly sketches: Uint8Array;
  readonly characters: Uint8Array;
  readonly ends: Uint8Array;
  /** The texts, packed. */
  readonly data: Uint8Array;
}

/** Gathers new texts into blocks. */
export class BlockBuilder {
  private readonly sketcher = new Sketcher();
  private readonly hashes = new Uint32Array(HASH_WORDS * BLOCK_TEXTS);
  private readonly sketches = new Uint32Array(SKETCH_WORDS * BLOCK_TEXTS);
  private readonly characters = new Uint32Array(BLOCK_TEXTS);
  private readonly ends = new Uint32Array(BLOCK_TEXTS);
  private readonly bytes = new Uint8Array(BLOCK_BYTES);
  private texts = 0;
  private size = 0;
  private id = 0;
  private done: NewBlock[] = [];

  /** Adds the UTF-8 text bytes[from .. to] under the number `id`, which follows that of the text before. */
  add(id: number, hash: Uint32Array, bytes: Uint8Array, from: number, to: number): void {
    if (this.texts === BLOCK_TEXTS || this.size + to - from > BLOCK_BYTES) this.finish();
    if (this.texts === 0) this.id = id;
    const k = this.texts++;
    for (let w = 0; w < HASH_WORDS; w++) this.hashes[HASH_WORDS * k + w] = hash[w];
    this.sketcher.sketch(bytes, from, to);
    this.sketches[SKETCH_WORDS * k] = this.sketcher.high;
    this.sketches[SKETCH_WORDS * k + 1] = this.sketcher.low;
    this.characters[k] = countCharacters(bytes, from, to);
    this.size += to - from;
    this.ends[k] = this.size;
    if (this.size > BLOCK_BYTES) this.finish(bytes.subarray(from, to));
    else {
      // Most texts are short, for which setting a part of an array takes longer.
      const own = this.bytes;
      for (let i = from, j = this.size - (to - from); i < to; i++, j++) own[j] = bytes[i];
    }
  }

  /** The blocks since the last call, the one begun among them. */
  take(): NewBlock[] {
    this.finish();
    const { done } = this;
    this.done = [];
    return done;
  }

  /** @param large the text itself, where it is too long for a block of several. */
  private finish(large: Uint8Array = this.bytes.subarray(0, this.size)): void {
    const { texts } = this;
    if (texts === 0) return;
    this.done.push({
      id: this.id,
      texts,
      hashes: blobOf(this.hashes.slice(0, HASH_WORDS * texts)),
      sketches: blobOf(this.sketches.slice(0, SKETCH_WORDS * texts)),
      characters: blobOf(this.characters.slice(0, texts)),
      ends: blobOf(this.ends.slice(0, texts)),
      data: packTexts(large),
    });
    this.texts = 0;
    this.size = 0;
  }
}

/** Code points, told by the bytes that begin one. */
function countCharacters(bytes: Uint8Array, from: number, to: number): number {
  let count = 0;
  for (let i = from; i < to; i++) if ((bytes[i] & 0xc0) !== 0x80) count++;
  return count;
}

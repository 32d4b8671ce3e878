import type { Database } from '../case/database.ts';
import { eachPromptText } from '../texts/each-text.ts';
import { GrowingUint32 } from './templates/growing-uint32.ts';

const PART_BYTES = 16 * 1024 * 1024;
/** Of a SHA-256 so many words of 32 bits tell millions of texts apart. */
const HASH_WORDS = 3;
const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/**
 * All distinct prompt texts of a case in order of their SHA-256, which no order of imports changes. Held as bytes,
 * apart from the heap: a million texts of 200 characters take 200 MB.
 */
export class PromptTexts {
  /** Place of each text in that order, by its number in the case; 0 where there is none, else 1 + the place. */
  readonly codeOf: Uint32Array;
  readonly count: number;
  private readonly requests: Uint32Array;
  private readonly parts: readonly Uint8Array[];
  /** Where the text of each place lies: part, start and end in it. */
  private readonly at: Uint32Array;

  constructor(db: Database, onText: (texts: number) => void = () => {}) {
    const parts: Uint8Array[] = [];
    // Columns and not objects: a million of those would hold on to the memory they took.
    const ids = new GrowingUint32();
    const uses = new GrowingUint32();
    const at = new GrowingUint32();
    const hash = new GrowingUint32();
    let used = PART_BYTES;
    let greatest = 0;
    for (const { id, sha256, text, requests } of eachPromptText(db)) {
      const longest = text.length * 3;
      if (used + longest > PART_BYTES) {
        parts.push(new Uint8Array(Math.max(PART_BYTES, longest)));
        used = 0;
      }
      const part = parts[parts.length - 1];
      const { written } = encoder.encodeInto(text, part.subarray(used));
      at.push(parts.length - 1);
      at.push(used);
      used += written;
      at.push(used);
      for (let k = 0; k < HASH_WORDS; k++) hash.push(Number.parseInt(sha256.slice(8 * k, 8 * k + 8), 16));
      ids.push(id);
      uses.push(requests);
      greatest = Math.max(greatest, id);
      onText(ids.count);
    }
    const order = orderOf(hash.values());
    const [idOf, usesOf, atOf] = [ids.values(), uses.values(), at.values()];
    this.count = order.length;
    this.parts = parts;
    this.codeOf = new Uint32Array(greatest + 1);
    this.at = new Uint32Array(3 * this.count);
    this.requests = new Uint32Array(this.count);
    order.forEach((i, place) => {
      this.codeOf[idOf[i]] = place + 1;
      this.requests[place] = usesOf[i];
      for (let k = 0; k < 3; k++) this.at[3 * place + k] = atOf[3 * i + k];
    });
  }

  text(place: number): string {
    const { at } = this;
    return decoder.decode(this.parts[at[3 * place]].subarray(at[3 * place + 1], at[3 * place + 2]));
  }

  /** How many requests have the text. */
  requestsOf(place: number): number {
    return this.requests[place];
  }
}

/** Texts in order of their hashes, of which `hash` holds HASH_WORDS words each. */
function orderOf(hash: Uint32Array): Uint32Array {
  const order = Uint32Array.from({ length: hash.length / HASH_WORDS }, (_, i) => i);
  return order.sort((i, j) => {
    let k = 0;
    while (k < HASH_WORDS - 1 && hash[HASH_WORDS * i + k] === hash[HASH_WORDS * j + k]) k++;
    return hash[HASH_WORDS * i + k] - hash[HASH_WORDS * j + k];
  });
}

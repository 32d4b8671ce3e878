import type { Database } from '../case/database.ts';
import { eachPromptText } from '../texts/each-text.ts';

const PART_BYTES = 16 * 1024 * 1024;
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
  private readonly requests: Float64Array;
  private readonly parts: readonly Uint8Array[];
  /** Where the text of each place lies: part, start and end in it. */
  private readonly at: Uint32Array;

  constructor(db: Database, onText: (texts: number) => void = () => {}) {
    const parts: Uint8Array[] = [];
    const found: { readonly id: number; readonly sha256: string; readonly requests: number }[] = [];
    const at: number[] = [];
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
      at.push(parts.length - 1, used, used + written);
      used += written;
      found.push({ id, sha256, requests });
      greatest = Math.max(greatest, id);
      onText(found.length);
    }
    const order = found.map((_, i) => i).sort((i, j) => (found[i].sha256 < found[j].sha256 ? -1 : 1));
    this.count = found.length;
    this.parts = parts;
    this.codeOf = new Uint32Array(greatest + 1);
    this.at = new Uint32Array(3 * found.length);
    this.requests = new Float64Array(found.length);
    order.forEach((i, place) => {
      this.codeOf[found[i].id] = place + 1;
      this.requests[place] = found[i].requests;
      for (let k = 0; k < 3; k++) this.at[3 * place + k] = at[3 * i + k];
    });
  }

  text(place: number): string {
    const [part, start, end] = this.at.subarray(3 * place, 3 * place + 3);
    return decoder.decode(this.parts[part].subarray(start, end));
  }

  /** How many requests have the text. */
  requestsOf(place: number): number {
    return this.requests[place];
  }
}

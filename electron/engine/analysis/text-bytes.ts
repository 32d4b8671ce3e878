import { GrowingUint32 } from './templates/growing-uint32.ts';

/** So large that allocators give a part back to the system the moment it is let go of. */
const PART_BYTES = 64 * 1024 * 1024;
const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** Texts one after another as UTF-8, apart from the heap: a million of 200 characters take 212 MB. */
export class TextBytes {
  private readonly parts: Uint8Array[] = [];
  /** Part, start and end in it of each text. */
  private readonly at = new GrowingUint32();
  private used = 0;

  push(text: string): void {
    const { parts, at } = this;
    const longest = text.length * 3;
    if (parts.length === 0 || this.used + longest > parts[parts.length - 1].length) {
      parts.push(new Uint8Array(Math.max(PART_BYTES, longest)));
      this.used = 0;
    }
    const part = parts[parts.length - 1];
    at.push(parts.length - 1);
    at.push(this.used);
    this.used += encoder.encodeInto(text, part.subarray(this.used)).written;
    at.push(this.used);
  }

  /** Text `index` of those pushed, from 0. */
  text(index: number): string {
    const { at } = this;
    return decoder.decode(this.parts[at.at(3 * index)].subarray(at.at(3 * index + 1), at.at(3 * index + 2)));
  }
}

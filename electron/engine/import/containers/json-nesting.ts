const QUOTE = 34;
const BACKSLASH = 92;

/** Follows brackets through JSON that comes in blocks, without caring whether it is any good. */
export class JsonNesting {
  depth: number;
  private inString = false;
  private escaped = false;

  constructor(depth: number) {
    this.depth = depth;
  }

  /** The position behind the bracket that closes the outermost level; -1 when it is not in these bytes. */
  end(bytes: Uint8Array, from: number, to: number): number {
    for (let i = from; i < to; i++) {
      const byte = bytes[i];
      if (this.escaped) this.escaped = false;
      else if (this.inString) {
        if (byte === BACKSLASH) this.escaped = true;
        else if (byte === QUOTE) this.inString = false;
      } else if (byte === QUOTE) this.inString = true;
      else if (byte === 123 || byte === 91) this.depth++;
      else if ((byte === 125 || byte === 93) && --this.depth <= 0) return i + 1;
    }
    return -1;
  }
}

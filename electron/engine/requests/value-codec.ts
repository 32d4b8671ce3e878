/**
 * Counts of one account's values as bytes: for each field that has some its column number and how many values follow,
 * then per value its number in the source, requests, input and output tokens; all unsigned LEB128 numbers.
 */

/** Bytes that numbers are put into one after another. */
export class NumberWriter {
  length = 0;
  private bytes = new Uint8Array(1 << 12);

  /** @param value a whole number from 0 on. */
  put(value: number): void {
    // No number takes more than ten bytes.
    this.makeRoom(10);
    let rest = value;
    while (rest >= 128) {
      this.bytes[this.length++] = (rest % 128) | 128;
      rest = Math.floor(rest / 128);
    }
    this.bytes[this.length++] = rest;
  }

  append(bytes: Uint8Array): void {
    this.makeRoom(bytes.length);
    this.bytes.set(bytes, this.length);
    this.length += bytes.length;
  }

  /** What was put since the last call. */
  take(): Uint8Array {
    const taken = this.bytes.slice(0, this.length);
    this.length = 0;
    return taken;
  }

  private makeRoom(bytes: number): void {
    if (this.bytes.length - this.length >= bytes) return;
    const larger = new Uint8Array(Math.max(this.bytes.length * 2, this.length + bytes));
    larger.set(this.bytes.subarray(0, this.length));
    this.bytes = larger;
  }
}

/** Tells `hear` each value of a packed account, or of several in bytes[from .. to]: the column number of its field, its number in the source, its counts. */
export function eachValue(
  bytes: Uint8Array,
  hear: (column: number, value: number, requests: number, input: number, output: number) => void,
  from = 0,
  to = bytes.length,
): void {
  let at = from;
  const get = () => {
    let value = 0;
    let weight = 1;
    let byte: number;
    do {
      byte = bytes[at++];
      value += (byte & 127) * weight;
      weight *= 128;
    } while (byte >= 128);
    return value;
  };
  while (at < to) {
    const column = get();
    for (let left = get(); left > 0; left--) hear(column, get(), get(), get(), get());
  }
}

/** Reads what a NumberWriter put, number after number. */
export class NumberReader {
  private bytes: Uint8Array = new Uint8Array(0);
  private at = 0;

  open(bytes: Uint8Array): void {
    this.bytes = bytes;
    this.at = 0;
  }

  get isAtEnd(): boolean {
    return this.at >= this.bytes.length;
  }

  get(): number {
    const { bytes } = this;
    let byte = bytes[this.at++];
    if (byte < 128) return byte;
    let value = byte & 127;
    let weight = 128;
    do {
      byte = bytes[this.at++];
      value += (byte & 127) * weight;
      weight *= 128;
    } while (byte >= 128);
    return value;
  }
}

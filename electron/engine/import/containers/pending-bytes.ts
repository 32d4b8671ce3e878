/**
 * Bytes that were pushed and are not yet taken, one behind the other. They lie in one buffer that is used again:
 * what `bytes` gave before a push is no longer good after it.
 */
export class PendingBytes {
  bytes: Uint8Array = new Uint8Array(0);
  private buffer = new Uint8Array(0);

  push(block: Uint8Array): void {
    const left = this.bytes.length;
    const size = left + block.length;
    const before = this.bytes;
    if (size > this.buffer.length) this.buffer = new Uint8Array(2 * size);
    this.buffer.set(before);
    this.buffer.set(block, left);
    this.bytes = this.buffer.subarray(0, size);
  }

  /** Takes the first `count` bytes away. */
  take(count: number): void {
    this.bytes = this.bytes.subarray(count);
  }
}

import type { Run } from './run.ts';

/**
 * Buffers of runs that are written, to be filled again: those of a new run would have to be cleared by the system, and
 * collected after it.
 */
export class BufferPool {
  /** By size, which is a power of two. */
  private readonly spare = new Map<number, ArrayBuffer[]>();

  give(buffers: readonly ArrayBuffer[]): void {
    for (const buffer of buffers) {
      const sameSize = this.spare.get(buffer.byteLength);
      if (sameSize) sameSize.push(buffer);
      else this.spare.set(buffer.byteLength, [buffer]);
    }
  }

  copyNumbers(values: Float64Array): Float64Array {
    const copy = new Float64Array(this.take(values.byteLength), 0, values.length);
    copy.set(values);
    return copy;
  }

  copyWords(values: Uint32Array): Uint32Array {
    const copy = new Uint32Array(this.take(values.byteLength), 0, values.length);
    copy.set(values);
    return copy;
  }

  copyBytes(values: Uint8Array): Uint8Array {
    const copy = new Uint8Array(this.take(values.byteLength), 0, values.length);
    copy.set(values);
    return copy;
  }

  /** A buffer of at least so many bytes; what is in it is left from before. */
  private take(bytes: number): ArrayBuffer {
    const size = 2 ** Math.ceil(Math.log2(Math.max(8, bytes)));
    return this.spare.get(size)?.pop() ?? new ArrayBuffer(size);
  }
}

/** The buffers of a run, which change hands between threads instead of being copied. */
export function buffersOf(run: Run): ArrayBuffer[] {
  const arrays = [
    run.account,
    run.timeUs,
    run.row,
    ...run.idHash,
    ...run.rowHash,
    ...run.texts.flatMap(({ bytes, ends, codes }) => [bytes, ends, codes]),
    ...run.numbers.map(({ values }) => values),
  ];
  return arrays.map(({ buffer }) => buffer as ArrayBuffer);
}

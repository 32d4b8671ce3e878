const ZERO = 48;

/** Result of the last `parseNumber`: whether the number's shortest spelling is the text itself. */
export let spelledCanonically = true;

const decoder = new TextDecoder();
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,3})?$/;

/**
 * The number that bytes[from .. to] spell in decimal; NaN when they spell none. Whole numbers of up to 15
 * digits take a short way. Sets `spelledCanonically`.
 */
export function parseNumber(bytes: Uint8Array, from: number, to: number): number {
  const length = to - from;
  if (length > 0 && length <= 15) {
    let value = 0;
    let i = from;
    for (; i < to; i++) {
      const digit = bytes[i] - ZERO;
      if (digit < 0 || digit > 9) break;
      value = value * 10 + digit;
    }
    if (i === to) {
      spelledCanonically = length === 1 || bytes[from] !== ZERO;
      return value;
    }
  }
  return parseOther(bytes, from, to);
}

function parseOther(bytes: Uint8Array, from: number, to: number): number {
  spelledCanonically = false;
  if (to - from > 64) return Number.NaN;
  const text = decoder.decode(bytes.subarray(from, to)).trim();
  if (!NUMBER.test(text)) return Number.NaN;
  const value = Number(text);
  // Digits beyond a double's would be lost, so the text is kept beside the nearest value.
  spelledCanonically = String(value) === text;
  return Number.isFinite(value) ? value : Number.NaN;
}

/** Numbers of requests, as the X protocol has them. */
export const OPCODE = {
  getWindowAttributes: 3,
  getGeometry: 14,
  queryTree: 15,
  internAtom: 16,
  getProperty: 20,
  sendEvent: 25,
  setInputFocus: 42,
  getImage: 73,
  queryExtension: 98,
  getKeyboardMapping: 101,
} as const;

/** Numbers of four bytes, one after another. */
export function words(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(4 * values.length);
  for (const [place, value] of values.entries()) bytes.writeUInt32LE(value, 4 * place);
  return bytes;
}

/** A text with its length before it and `gap` bytes between, filled up to whole words. */
export function text(value: string, gap: number): Buffer {
  const bytes = Buffer.alloc(2 + gap + Math.ceil(value.length / 4) * 4);
  bytes.writeUInt16LE(value.length, 0);
  bytes.write(value, 2 + gap, 'latin1');
  return bytes;
}

/** Parts one behind the other; part i is bytes[ends[i - 1] .. ends[i]]. */
export function joined(parts: readonly Uint8Array[]): { bytes: Uint8Array; ends: Float64Array } {
  const bytes = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  const ends = new Float64Array(parts.length);
  let at = 0;
  parts.forEach((part, i) => {
    bytes.set(part, at);
    at += part.length;
    ends[i] = at;
  });
  return { bytes, ends };
}

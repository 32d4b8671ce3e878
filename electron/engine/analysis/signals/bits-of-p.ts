/** No single test of an operator weighs more, however small its p-value. */
const MOST_BITS = 8;

/** What a p-value is worth as evidence: -log2 p, in [0, 8]. */
export function bitsOfP(p: number): number {
  return Math.min(MOST_BITS, Math.max(0, -Math.log2(p)));
}

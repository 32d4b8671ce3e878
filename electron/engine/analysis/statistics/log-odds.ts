/** The probability of log-odds given in bits (base 2): 2^b / (1 + 2^b), in [0, 1]. */
export function bitsToProbability(bits: number): number {
  return 1 / (1 + 2 ** -bits);
}

/** The log-odds in bits of a probability in [0, 1]; infinite at 0 and 1. */
export function probabilityToBits(probability: number): number {
  return Math.log2(probability) - Math.log2(1 - probability);
}

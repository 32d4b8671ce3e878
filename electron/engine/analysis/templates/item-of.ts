import { scramble } from './hash.ts';
import { BREAK, MARK, NUMBER, STOP } from './scanner.ts';
import { ITEM_SEED } from './seeds.ts';

/** Tokens of a text, from the first on. */
interface Tokens {
  readonly kind: Uint8Array;
  readonly hash: Uint32Array;
  readonly exact: Uint32Array;
}

/**
 * What a text asks about: the sum of the hashes of its content tokens that are not fixed, so that the order of
 * slots does not count.
 * @param fixed content words of its template, without the two lowest bits of their hashes.
 */
export function itemOf(tokens: Tokens, count: number, fixed?: ReadonlySet<number>): number {
  let sum = 0;
  for (let k = 0; k < count; k++) {
    const kind = tokens.kind[k];
    if (kind === STOP || kind === MARK || kind === BREAK) continue;
    if (kind < NUMBER && fixed?.has(tokens.hash[k] >>> 2)) continue;
    sum = (sum + scramble(tokens.exact[k] ^ ITEM_SEED)) | 0;
  }
  return sum >>> 0;
}

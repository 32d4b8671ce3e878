import type { Rng } from '../../rng.ts';
import { shuffleInPlace } from '../statistics/resampling.ts';
import { type BaseRates, mostBits, vouchedBits } from './base-rates.ts';
import type { IdentifierList } from './identifier-list.ts';
import { PairSet } from './pair-set.ts';

/** Weaker values only add to pairs that others propose; a link needs far more than its strongest item at this. */
const LEAST_PROPOSING_BITS = 5;
/** Up to this many holders of a value all their pairs are proposed. */
const MOST_HOLDERS_FOR_ALL = 48;
/** Beyond, each holder with this many others, drawn so that all holders stay connected. */
const DRAWN_PARTNERS = 12;

/**
 * The pairs of accounts worth weighing: those that share a value worth five bits or more. Popular values give a
 * drawn ring of pairs instead of all, so that the number of pairs grows with the number of entries, not its square.
 */
export function proposePairs(
  lists: readonly IdentifierList[],
  rates: readonly BaseRates[],
  software: readonly (Uint8Array | undefined)[],
  vouched: readonly (Uint8Array | undefined)[],
  accounts: number,
  rng: Rng,
): { a: Uint32Array; b: Uint32Array } {
  const pairs = new PairSet(accounts);
  lists.forEach((list, k) => {
    const { valuesOf } = rates[k];
    const draw = rng.fork(list.kind);
    for (let x = 0; x + 1 < list.from.length; x++) {
      const holders = list.accounts.subarray(list.from[x], list.from[x + 1]);
      if (holders.length < 2 || software[k]?.[x]) continue;
      const bits = vouched[k]?.[x] ? vouchedBits(list, x) : mostBits(list, rates[k], x);
      if (bits < LEAST_PROPOSING_BITS) continue;
      const add = (one: number, other: number) => {
        const chances = Math.min(valuesOf[one], valuesOf[other]);
        if (bits - Math.log2(chances) >= LEAST_PROPOSING_BITS) pairs.add(one, other);
      };
      if (holders.length <= MOST_HOLDERS_FOR_ALL) {
        for (let i = 0; i < holders.length; i++) {
          for (let j = i + 1; j < holders.length; j++) add(holders[i], holders[j]);
        }
      } else {
        const ring = holders.slice();
        shuffleInPlace(ring, draw);
        for (let i = 0; i < ring.length; i++) {
          for (let step = 1; step <= DRAWN_PARTNERS; step++) add(ring[i], ring[(i + step) % ring.length]);
        }
      }
    }
  });
  return pairs.sorted();
}

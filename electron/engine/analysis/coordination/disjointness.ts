import { poissonLowerTail } from '../statistics/poisson.ts';
import { crossProducts, type ItemSets, sharedPairs } from './item-sets.ts';

/**
 * How large a pool of equally likely items would make unrelated accounts of the same template or topic share as many
 * as they do: sum of n_i n_j / shared pairs (Schnabel's estimate over pairs). Undefined where they share none: then a
 * pool cannot be told from an endless one. Popular items make the pool small and avoidance look stronger, so take
 * reference accounts that draw on the same list as the group.
 */
export function referencePool(reference: ItemSets): number | undefined {
  const shared = sharedPairs(reference);
  return shared === 0 ? undefined : crossProducts(reference) / shared;
}

export interface Disjointness {
  /** Pairs of accounts that share an item, summed over items. */
  readonly observed: number;
  /** The same if each account drew from the pool on its own: sum of n_i n_j / pool. */
  readonly expected: number;
  /** Poisson probability of so few. */
  readonly p: number;
}

/**
 * Whether a group's accounts avoid each other's items, as slices of one list do (S16 a; the minimal overlap of
 * coordinated scans, Gates 2009). `pool` comes from reference accounts, never from the group. Power grows with the
 * square of the group: test groups, not pairs. O(items).
 */
export function disjointness(group: ItemSets, pool: number): Disjointness {
  if (!(pool > 0)) throw new RangeError('a pool holds something');
  const observed = sharedPairs(group);
  const expected = crossProducts(group) / pool;
  return { observed, expected, p: poissonLowerTail(observed, expected) };
}

/**
 * How much more a group covers together than its accounts' coverages would if they were the same: distinct items of
 * all over the sum of each one's distinct items, in (0, 1]; 1 where nothing is asked twice. NaN without items.
 */
export function unionGain({ items }: ItemSets): number {
  return new Set(items).size / items.length;
}

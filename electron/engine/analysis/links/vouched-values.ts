import type { IdentifierList } from './identifier-list.ts';
import { FAMILIES, traitsOf } from './kinds.ts';
import { UnionFind } from './union-find.ts';
import type { Weigher } from './weigh-pair.ts';

/** Fewer holders, or a smaller part of them, may be tied by chance. */
const LEAST_TIED = 4;
const LEAST_SHARE = 1 / 3;
/** Holders tied into one cluster may be one honest customer beside strangers, unless they are most holders. */
const LEAST_SHARE_OF_ONE = 0.6;

/**
 * Values of a list many of whose holders other evidence ties to each other: what strangers use may be public, but if
 * a third of its holders are tied to another holder by other kinds of evidence, though they are not known as one
 * customer, and in several clusters, then it belongs to whoever is behind them (collective entity resolution, after
 * Bhattacharya and Getoor 2007). A flag a value; the list's own family vouches for nothing.
 */
export function findVouchedValues(
  list: IdentifierList,
  weigher: Weigher,
  pairs: { readonly a: Uint32Array; readonly b: Uint32Array },
  { priorBits, linkBits }: { readonly priorBits: number; readonly linkBits: number },
): Uint8Array {
  const family = FAMILIES.indexOf(traitsOf(list.kind).family);
  const ties = new Map<number, [number, number][]>();
  const bars = new Float64Array(FAMILIES.length);
  const valuesOf = holdings(list);
  for (let p = 0; p < pairs.a.length; p++) {
    const [a, b] = [pairs.a[p], pairs.b[p]];
    const own = valuesOf.get(a);
    const other = valuesOf.get(b);
    if (!own || !other || weigher.claimToBeOne(a, b)) continue;
    const total = priorBits + weigher.weigh(a, b, bars);
    if (total - bars[family] < linkBits) continue;
    for (const x of own) {
      if (!other.has(x)) continue;
      const known = ties.get(x);
      if (known) known.push([a, b]);
      else ties.set(x, [[a, b]]);
    }
  }
  const vouched = new Uint8Array(list.from.length - 1);
  for (const [x, tied] of ties) {
    const { accounts, clusters } = clustersOf(tied);
    const share = accounts / (list.from[x + 1] - list.from[x]);
    if (accounts >= LEAST_TIED && share >= (clusters > 1 ? LEAST_SHARE : LEAST_SHARE_OF_ONE)) vouched[x] = 1;
  }
  return vouched;
}

/** How many accounts the ties have, in how many clusters. */
function clustersOf(ties: readonly (readonly [number, number])[]): { accounts: number; clusters: number } {
  const numbers = new Map<number, number>();
  const numberOf = (account: number) => {
    const number = numbers.get(account) ?? numbers.size;
    numbers.set(account, number);
    return number;
  };
  const numbered = ties.map(([a, b]) => [numberOf(a), numberOf(b)] as const);
  const sets = new UnionFind(numbers.size);
  for (const [a, b] of numbered) sets.join(a, b);
  return { accounts: numbers.size, clusters: new Set(sets.labels()).size };
}

/** The values of each account that has any. */
function holdings({ from, accounts }: IdentifierList): Map<number, Set<number>> {
  const held = new Map<number, Set<number>>();
  for (let x = 0; x + 1 < from.length; x++) {
    if (from[x + 1] - from[x] < LEAST_TIED) continue;
    for (let at = from[x]; at < from[x + 1]; at++)
      held.set(accounts[at], (held.get(accounts[at]) ?? new Set()).add(x));
  }
  return held;
}

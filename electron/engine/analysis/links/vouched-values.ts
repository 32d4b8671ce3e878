import type { IdentifierList } from './identifier-list.ts';
import { FAMILIES, traitsOf } from './kinds.ts';
import type { Weigher } from './weigh-pair.ts';

/** Fewer holders, or a smaller part of them, may be tied by chance. */
const LEAST_TIED = 4;
const LEAST_SHARE = 1 / 3;

/**
 * Values of a list most of whose holders other evidence ties to each other: what many strangers use may be public,
 * but if four in ten of its holders are tied to another holder by other kinds of evidence, though they claim to be
 * different customers, then it belongs to whoever is behind them (collective entity resolution, after Bhattacharya
 * and Getoor 2007). A flag a value; the list's own family vouches for nothing.
 */
export function findVouchedValues(
  list: IdentifierList,
  weigher: Weigher,
  pairs: { readonly a: Uint32Array; readonly b: Uint32Array },
  { priorBits, linkBits }: { readonly priorBits: number; readonly linkBits: number },
): Uint8Array {
  const family = FAMILIES.indexOf(traitsOf(list.kind).family);
  const tied = new Map<number, Set<number>>();
  const bars = new Float64Array(FAMILIES.length);
  const valuesOf = holdings(list);
  for (let p = 0; p < pairs.a.length; p++) {
    const [a, b] = [pairs.a[p], pairs.b[p]];
    const own = valuesOf.get(a);
    const other = valuesOf.get(b);
    if (!own || !other || weigher.explainsContent(a, b)) continue;
    const total = priorBits + weigher.weigh(a, b, bars);
    if (total - bars[family] < linkBits) continue;
    for (const x of own) if (other.has(x)) tied.set(x, (tied.get(x) ?? new Set()).add(a).add(b));
  }
  const vouched = new Uint8Array(list.from.length - 1);
  for (const [x, { size }] of tied) {
    const holders = list.from[x + 1] - list.from[x];
    if (size >= LEAST_TIED && size >= LEAST_SHARE * holders) vouched[x] = 1;
  }
  return vouched;
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

import { DEFAULT_LINK_BITS } from '../analysis/links/link-accounts.ts';
import type { OperatorTies } from '../analysis/operator-ties.ts';

/** What of the links is to count. */
export interface Counting {
  readonly withoutKinds: readonly string[];
  readonly leastBits: number;
}

/** A link that still counts; `a` and `b` are places in the operator's accounts. */
export interface CountedLink {
  readonly a: number;
  readonly b: number;
  readonly bits: number;
  /** Places in the operator's values, strongest first. */
  readonly values: readonly number[];
  /** Its number among the operator's links. */
  readonly link: number;
}

/** Whether all links count as the analysis has them. */
export function countsAll({ withoutKinds, leastBits }: Counting): boolean {
  return withoutKinds.length === 0 && leastBits <= DEFAULT_LINK_BITS;
}

/**
 * The links of an operator weighed again without some kinds of evidence: their items are taken off the bits, and what
 * then lies below the threshold of a link, or below `leastBits`, is none. Strongest first, equal ones as they were.
 */
export function countedLinks(ties: OperatorTies, { withoutKinds, leastBits }: Counting): CountedLink[] {
  const out = ties.values.map(({ kind }) => withoutKinds.includes(kind));
  const least = Math.max(DEFAULT_LINK_BITS, leastBits);
  const counted: CountedLink[] = [];
  for (let link = 0; link < ties.a.length; link++) {
    let bits = ties.bits[link];
    const values: number[] = [];
    for (let at = ties.itemFrom[link]; at < ties.itemFrom[link + 1]; at++) {
      if (out[ties.itemValue[at]]) bits -= ties.itemBits[at];
      else values.push(ties.itemValue[at]);
    }
    // A hair of tolerance: the bits are rounded to six decimals.
    if (bits >= least - 1e-5) counted.push({ a: ties.a[link], b: ties.b[link], bits, values, link });
  }
  return counted.sort((one, other) => other.bits - one.bits || one.link - other.link);
}

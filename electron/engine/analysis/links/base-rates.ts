import type { IdentifierList } from './identifier-list.ts';
import { traitsOf } from './kinds.ts';

/** Evidence below this many bits is dropped: identifiers half the world shares would merge it. */
export const LEAST_ITEM_BITS = 3;

/** How common the values of one kind are, counted in entities, not in accounts. */
export interface BaseRates {
  /** Entity of each account, as this kind counts them. */
  readonly entityOf: Uint32Array;
  /** Entities that carry each value. */
  readonly entitiesWith: Uint32Array;
  /** Entities that carry any value of the kind. */
  readonly entities: number;
  /** Values of each account, shared or not. */
  readonly valuesOf: Uint32Array;
}

/** Counts the entities behind each value; `entityOf` names are below the number of accounts. */
export function countEntities(list: IdentifierList, entityOf: Uint32Array): BaseRates {
  const values = list.from.length - 1;
  const entitiesWith = new Uint32Array(values);
  const valuesOf = new Uint32Array(entityOf.length);
  const seenFor = new Int32Array(entityOf.length).fill(-1);
  const any = new Uint8Array(entityOf.length);
  let entities = 0;
  for (let x = 0; x < values; x++) {
    for (let at = list.from[x]; at < list.from[x + 1]; at++) {
      const entity = entityOf[list.accounts[at]];
      valuesOf[list.accounts[at]]++;
      if (any[entity] === 0) entities++;
      any[entity] = 1;
      if (seenFor[entity] === x) continue;
      seenFor[entity] = x;
      entitiesWith[x]++;
    }
  }
  return { entityOf, entitiesWith, entities, valuesOf };
}

/**
 * Bits for agreement on value x that `others` entities beside the pair's own carry: log2(m / u). u is the share of
 * entities that carry it, and never below the kind's least; for an exclusive kind each other holder adds that least
 * once, since a card or key in many hands is rather a reseller's than a coincidence. Below zero where common. Where a
 * benign reference knows the value, u is its share there if that is more, and its holders there are others too.
 */
export function agreementBits(list: IdentifierList, rates: BaseRates, others: number, x: number): number {
  const { m, leastU, exclusive } = traitsOf(list.kind);
  const u = exclusive
    ? leastU * (1 + others + (list.reference?.entitiesWith[x] ?? 0))
    : Math.max(leastU, others / Math.max(1, rates.entities), shareInReference(list, x));
  return Math.log2(m / u);
}

function shareInReference({ reference }: IdentifierList, x: number): number {
  return reference ? reference.entitiesWith[x] / Math.max(1, reference.entities) : 0;
}

/** Strangers who would come to hold a value that belongs to one operator. */
const VOUCHED_U = 5e-5;

/** Bits for agreement on value x, which other evidence vouches for; see `findVouchedValues`. */
export function vouchedBits(list: IdentifierList, x: number): number {
  return Math.log2(traitsOf(list.kind).m / Math.max(VOUCHED_U, shareInReference(list, x)));
}

/** The most that agreement on value x can be worth: between accounts of different entities. */
export function mostBits(list: IdentifierList, rates: BaseRates, x: number): number {
  return agreementBits(list, rates, Math.max(0, rates.entitiesWith[x] - 2), x);
}

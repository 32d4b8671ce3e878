import { type BaseRates, countEntities } from '../links/base-rates.ts';
import type { IdentifierList } from '../links/identifier-list.ts';
import { bitsOfP } from './bits-of-p.ts';

/** Values that accounts carry (templates, parameter tuples), with how rare each is and who shares it. */
export interface SharedValues {
  readonly list: IdentifierList;
  readonly rates: BaseRates;
  readonly customerOf: Uint32Array;
  /** Accounts of two customers or more carry it; one flag a value. */
  readonly isShared: Uint8Array;
  /** Values of each account: entries of the list, those of account a from `from[a]` on, with the value of each. */
  readonly from: Uint32Array;
  readonly carried: Uint32Array;
  readonly rows: Uint32Array;
  /** Share of a benign reference that carries each value; absent without one. */
  readonly inReference: Float64Array | undefined;
}

/** Counts holders of all values: entities for rarity, customers for whether it is shared. */
export function sharedValues(
  list: IdentifierList,
  entityOf: Uint32Array,
  customerOf: Uint32Array,
  inReference?: Float64Array,
): SharedValues {
  const accounts = entityOf.length;
  const values = list.from.length - 1;
  const isShared = new Uint8Array(values);
  const from = new Uint32Array(accounts + 1);
  for (let x = 0; x < values; x++) {
    const first = customerOf[list.accounts[list.from[x]]];
    for (let at = list.from[x]; at < list.from[x + 1]; at++) {
      if (customerOf[list.accounts[at]] !== first) isShared[x] = 1;
      from[list.accounts[at] + 1]++;
    }
  }
  for (let a = 0; a < accounts; a++) from[a + 1] += from[a];
  const next = from.slice();
  const carried = new Uint32Array(list.accounts.length);
  const rows = new Uint32Array(list.accounts.length);
  for (let x = 0; x < values; x++) {
    for (let at = list.from[x]; at < list.from[x + 1]; at++) {
      const place = next[list.accounts[at]]++;
      carried[place] = x;
      rows[place] = list.rows[at];
    }
  }
  return {
    list,
    rates: countEntities(list, entityOf),
    customerOf,
    isShared,
    from,
    carried,
    rows,
    inReference,
  };
}

/** How rare a value is: log2 of all entities over those that carry it; what is common in a reference is common. */
export function rarityBits({ rates, inReference }: SharedValues, x: number): number {
  const bits = Math.log2(rates.entities / rates.entitiesWith[x]);
  return inReference ? Math.min(bits, -Math.log2(inReference[x])) : bits;
}

/** An account's rarest value that another customer carries too, and its requests with it; undefined without one. */
export function rarestShared(
  shared: SharedValues,
  account: number,
): { readonly value: number; readonly bits: number; readonly rows: number } | undefined {
  let best: { value: number; bits: number; rows: number } | undefined;
  for (let at = shared.from[account]; at < shared.from[account + 1]; at++) {
    const value = shared.carried[at];
    if (!shared.isShared[value]) continue;
    const bits = rarityBits(shared, value);
    if (best === undefined || bits > best.bits) best = { value, bits, rows: shared.rows[at] };
  }
  return best;
}

/** The value that most accounts of a group share and fewest others have. */
export interface CommonValue {
  readonly value: number;
  /** Accounts of the group that carry it. */
  readonly holders: number;
  /** Entities outside the group: those with the value, and those with any. */
  readonly outside: number;
  readonly outsideAll: number;
  /** -log2 of the share of entities outside that carry it, each count raised by one. */
  readonly bits: number;
  /** -log2 of the probability that an entity drawn from outside carries one of the values tried, at most 8. */
  readonly evidence: number;
}

/**
 * Of the values that at least half of a group's accounts carry, under two customers or more, the one that fewest
 * outside the group carry; undefined where there is none. However many accounts share it, it counts as a single
 * coincidence: what one source of prompts gives out, all its users have.
 */
export function commonValue(shared: SharedValues, members: Uint32Array): CommonValue | undefined {
  const { list, rates, customerOf } = shared;
  const holders = new Map<number, number[]>();
  const own = new Set<number>();
  for (const a of members) {
    if (shared.from[a] < shared.from[a + 1]) own.add(rates.entityOf[a]);
    for (let at = shared.from[a]; at < shared.from[a + 1]; at++) {
      const known = holders.get(shared.carried[at]);
      if (known) known.push(a);
      else holders.set(shared.carried[at], [a]);
    }
  }
  const outsideAll = rates.entities - own.size;
  const tried = [...holders].filter(
    ([, accounts]) =>
      accounts.length >= Math.max(2, members.length / 2) &&
      accounts.some((a) => customerOf[a] !== customerOf[accounts[0]]),
  );
  let best: Omit<CommonValue, 'bits' | 'evidence'> | undefined;
  for (const [value, accounts] of tried.sort(([one], [other]) => one - other)) {
    const others = new Set<number>();
    for (let at = list.from[value]; at < list.from[value + 1]; at++) {
      const entity = rates.entityOf[list.accounts[at]];
      if (!own.has(entity)) others.add(entity);
    }
    const outside = others.size;
    const better =
      best === undefined ||
      outside < best.outside ||
      (outside === best.outside && accounts.length > best.holders);
    if (better) best = { value, holders: accounts.length, outside, outsideAll };
  }
  if (!best) return undefined;
  const chance = Math.max((best.outside + 1) / (best.outsideAll + 1), shared.inReference?.[best.value] ?? 0);
  return { ...best, bits: -Math.log2(chance), evidence: bitsOfP(Math.min(1, tried.length * chance)) };
}

import { type BaseRates, LEAST_ITEM_BITS, mostBits } from './base-rates.ts';
import type { IdentifierList } from './identifier-list.ts';

/** The values of each account that are shared and worth something: those of a are `values[from[a]]` on, ascending. */
export interface Carried {
  readonly from: Uint32Array;
  readonly values: Uint32Array;
}

/** Turns a list around, leaving out what can weigh nothing: single holders, values of software, common values. */
export function carriedBy(list: IdentifierList, rates: BaseRates, software: Uint8Array | undefined): Carried {
  const from = new Uint32Array(rates.entityOf.length + 1);
  const kept: number[] = [];
  for (let x = 0; x + 1 < list.from.length; x++) {
    if (list.from[x + 1] - list.from[x] < 2 || software?.[x]) continue;
    if (mostBits(list, rates, x) < LEAST_ITEM_BITS) continue;
    kept.push(x);
    for (let at = list.from[x]; at < list.from[x + 1]; at++) from[list.accounts[at] + 1]++;
  }
  for (let a = 0; a + 1 < from.length; a++) from[a + 1] += from[a];
  const next = from.slice();
  const values = new Uint32Array(from[from.length - 1]);
  for (const x of kept) {
    for (let at = list.from[x]; at < list.from[x + 1]; at++) values[next[list.accounts[at]]++] = x;
  }
  return { from, values };
}

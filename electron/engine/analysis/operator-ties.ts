import type { EvidenceFamily } from '../../../shared/contract/analysis.ts';
import { spanningForest } from '../../../shared/spanning-forest.ts';
import type { NamedList } from './identifier-values.ts';
import { familyOf } from './link-evidence.ts';
import type { Links } from './links/link-accounts.ts';

/** A value that accounts of an operator share, with those of them that a link says share it, as places in `accounts`. */
export interface TiedValue {
  readonly kind: string;
  readonly family: EvidenceFamily;
  readonly value: string;
  /** Accounts of the case that carry it. */
  readonly accounts: number;
  readonly holders: readonly number[];
}

/**
 * All that ties the accounts of one operator, in plain numbers: links strongest first, link l's evidence being items
 * `itemFrom[l]` to `itemFrom[l + 1] - 1`. Bits have six decimals.
 */
export interface OperatorTies {
  readonly operator: string;
  /** Links there are; those below are fewer where the operator has more than are kept. */
  readonly total: number;
  readonly priorBits: number;
  readonly accounts: readonly string[];
  readonly values: readonly TiedValue[];
  /** Places in `accounts`; `a[l] < b[l]`. */
  readonly a: readonly number[];
  readonly b: readonly number[];
  readonly bits: readonly number[];
  readonly itemFrom: readonly number[];
  /** Places in `values`, and what the item adds to its link. */
  readonly itemValue: readonly number[];
  readonly itemBits: readonly number[];
}

/** Links kept of an operator: all up to 200 accounts. Of more, the strongest and those that hold it together. */
export const MOST_TIES = 20_000;

const rounded = (bits: number) => Math.round(bits * 1e6) / 1e6;

/** @param inside the operator's links; @param members its accounts, ascending. */
export function describeTies(
  operator: string,
  links: Links,
  lists: readonly NamedList[],
  inside: readonly number[],
  members: Uint32Array,
  names: readonly string[],
  most = MOST_TIES,
): OperatorTies {
  const placeOf = new Map(Array.from(members, (account, place) => [account, place] as const));
  const place = (account: number) => placeOf.get(account) as number;
  const kept = keptLinks(links, inside, members.length, place, most);
  const values: { at: readonly [number, number]; holders: Set<number> }[] = [];
  const numbers = new Map<string, number>();
  const itemFrom = [0];
  const itemValue: number[] = [];
  const itemBits: number[] = [];
  /** Holders are counted over all links, kept or not. */
  const numberOf = (link: number, at: number): number => {
    const key = `${links.itemList[at]} ${links.itemValue[at]}`;
    const number = numbers.get(key) ?? values.length;
    if (number === values.length) {
      numbers.set(key, number);
      values.push({ at: [links.itemList[at], links.itemValue[at]], holders: new Set() });
    }
    values[number].holders.add(place(links.a[link])).add(place(links.b[link]));
    return number;
  };
  for (const link of kept) {
    const items: [value: number, bits: number][] = [];
    for (let at = links.itemFrom[link]; at < links.itemFrom[link + 1]; at++) {
      const credit = links.itemCredit[at];
      if (credit > 0) items.push([numberOf(link, at), rounded(links.itemBits[at] * credit)]);
    }
    for (const [value, bits] of items.sort((one, other) => other[1] - one[1] || one[0] - other[0])) {
      itemValue.push(value);
      itemBits.push(bits);
    }
    itemFrom.push(itemValue.length);
  }
  for (const link of inside) {
    for (let at = links.itemFrom[link]; at < links.itemFrom[link + 1]; at++)
      if (links.itemCredit[at] > 0) numberOf(link, at);
  }
  return {
    operator,
    total: inside.length,
    priorBits: rounded(links.priorBits),
    accounts: Array.from(members, (account) => names[account]),
    values: values.map(({ at: [list, value], holders }): TiedValue => {
      const { list: of, values: texts } = lists[list];
      return {
        kind: of.kind,
        family: familyOf(of.kind),
        value: texts[value],
        accounts: of.from[value + 1] - of.from[value],
        holders: [...holders].sort((one, other) => one - other),
      };
    }),
    a: kept.map((link) => place(links.a[link])),
    b: kept.map((link) => place(links.b[link])),
    bits: kept.map((link) => rounded(links.bits[link])),
    itemFrom,
    itemValue,
    itemBits,
  };
}

function keptLinks(
  links: Links,
  inside: readonly number[],
  accounts: number,
  place: (account: number) => number,
  most: number,
): readonly number[] {
  const sorted = [...inside].sort((x, y) => links.bits[y] - links.bits[x] || x - y);
  if (sorted.length <= most) return sorted;
  const pairs = sorted.map((link) => ({ a: place(links.a[link]), b: place(links.b[link]) }));
  const holding = new Set(spanningForest(accounts, pairs));
  return sorted.filter((_, at) => at < most || holding.has(at));
}

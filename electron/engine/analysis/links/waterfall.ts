import type { IdentifierList } from './identifier-list.ts';
import { FAMILIES, type Family, type IdentifierKind, traitsOf } from './kinds.ts';
import type { Links } from './link-accounts.ts';

/** A link taken apart: `bits` is the prior plus the bits of all bars. */
export interface Waterfall {
  readonly a: number;
  readonly b: number;
  readonly bits: number;
  readonly priorBits: number;
  /** Strongest first. */
  readonly bars: readonly WaterfallBar[];
}

export interface WaterfallBar {
  readonly family: Family;
  readonly bits: number;
  /** Counting ones first. */
  readonly items: readonly WaterfallItem[];
}

export interface WaterfallItem {
  readonly kind: IdentifierKind;
  /** Index of the value in its list. */
  readonly value: number;
  readonly bits: number;
  /** Share of the bits in the bar: 1, 0.3, or 0 for evidence that is shown but not counted. */
  readonly credit: number;
  readonly accountsWithValue: number;
  /** Accounts that evidence of other kinds joins count as one. */
  readonly entitiesWithValue: number;
  /** Entities with any value of the kind: the base rate's denominator. */
  readonly entities: number;
  /** Requests of the two accounts that carry the value; 0 for fields of account records. */
  readonly rows: number;
}

/** The waterfall of one link; `lists` are those it was made from. */
export function waterfallOf(links: Links, lists: readonly IdentifierList[], link: number): Waterfall {
  const a = links.a[link];
  const b = links.b[link];
  const items: WaterfallItem[] = [];
  for (let at = links.itemFrom[link]; at < links.itemFrom[link + 1]; at++) {
    const k = links.itemList[at];
    const value = links.itemValue[at];
    items.push({
      kind: lists[k].kind,
      value,
      bits: links.itemBits[at],
      credit: links.itemCredit[at],
      accountsWithValue: lists[k].from[value + 1] - lists[k].from[value],
      entitiesWithValue: links.rates[k].entitiesWith[value],
      entities: links.rates[k].entities,
      rows: rowsOf(lists[k], value, a) + rowsOf(lists[k], value, b),
    });
  }
  const bars = FAMILIES.map((family) => {
    const own = items.filter(({ kind }) => traitsOf(kind).family === family);
    own.sort((one, other) => other.credit - one.credit || other.bits - one.bits);
    return { family, bits: own.reduce((sum, { bits, credit }) => sum + bits * credit, 0), items: own };
  });
  return {
    a,
    b,
    bits: links.bits[link],
    priorBits: links.priorBits,
    bars: bars.filter(({ items }) => items.length > 0).sort((one, other) => other.bits - one.bits),
  };
}

function rowsOf(list: IdentifierList, value: number, account: number): number {
  const holders = list.accounts.subarray(list.from[value], list.from[value + 1]);
  const at = holders.indexOf(account);
  return at < 0 ? 0 : list.rows[list.from[value] + at];
}

import { agreementBits, type BaseRates, LEAST_ITEM_BITS, vouchedBits } from './base-rates.ts';
import { type Carried, carriedBy } from './carried.ts';
import type { IdentifierList } from './identifier-list.ts';
import { FAMILIES, implies, isImplied, traitsOf } from './kinds.ts';

/** Credit for the second piece of evidence within a family, whose pieces are not independent. */
const SECOND_CREDIT = 0.3;

/** One piece of evidence that two accounts share. */
export interface Item {
  /** Index of the list it is from. */
  readonly list: number;
  readonly value: number;
  readonly bits: number;
  /** Share of the bits that counts: 1 for a family's strongest, 0.3 for its second, 0 for the rest. */
  readonly credit: number;
}

/** Where a bar comes from: lists and whether their best (0) or second best (1) value. -1 where there is none. */
interface Bar {
  bits: number;
  topList: number;
  secondList: number;
  secondRank: number;
}

/** Who stands behind accounts as far as it is known before they are linked; 0 where it is not. */
export interface Holders {
  /** Declared organisation. */
  readonly organization?: Uint32Array;
  /** Firm known by more than its own word; see `establishedFirms`. */
  readonly firm?: Uint32Array;
  /** Mail domain that no provider gives away. */
  readonly domain?: Uint32Array;
}

/**
 * Weighs what pairs of accounts share, under given base rates. Holds the last pair weighed, so that the many pairs
 * that share too little cost no memory.
 */
export class Weigher {
  private readonly lists: readonly IdentifierList[];
  private readonly rates: readonly BaseRates[];
  private readonly holders: Holders;
  private readonly carried: readonly Carried[];
  /** What agreement on each value is worth between accounts of one entity, and of two. */
  private readonly worth: readonly (readonly [Float64Array, Float64Array])[];
  /** Lists of each family, and of each list those of finer kinds. */
  private readonly ofFamily: readonly (readonly number[])[];
  private readonly finer: readonly (readonly number[])[];
  /** Best and second best value of each list for the pair at hand, and their bits; 0 bits where there is none. */
  private readonly value: readonly [Uint32Array, Uint32Array];
  private readonly bits: readonly [Float64Array, Float64Array];
  private readonly bar: Bar = { bits: 0, topList: -1, secondList: -1, secondRank: 0 };

  constructor(
    lists: readonly IdentifierList[],
    rates: readonly BaseRates[],
    software: readonly (Uint8Array | undefined)[],
    holders: Holders,
    /** Values that other evidence vouches for, a flag each; see `findVouchedValues`. */
    vouched: readonly (Uint8Array | undefined)[] = [],
  ) {
    this.lists = lists;
    this.rates = rates;
    this.holders = holders;
    this.carried = lists.map((list, k) => carriedBy(list, rates[k], software[k]));
    this.worth = lists.map((list, k) => [
      worthOf(list, rates[k], 1, vouched[k]),
      worthOf(list, rates[k], 2, vouched[k]),
    ]);
    const indexes = lists.map((_, k) => k);
    this.ofFamily = FAMILIES.map((family) =>
      indexes.filter((k) => traitsOf(lists[k].kind).family === family),
    );
    this.finer = lists.map(({ kind }) => indexes.filter((k) => implies(lists[k].kind, kind)));
    this.value = [new Uint32Array(lists.length), new Uint32Array(lists.length)];
    this.bits = [new Float64Array(lists.length), new Float64Array(lists.length)];
  }

  /**
   * The sum of all families' bits for two accounts; `familyBits` receives each, in the order of `FAMILIES`. A family
   * gives its strongest item plus 0.3 of its second; what follows from the strongest (an address's network, a card's
   * issuer) is no second. Items of less than three bits are dropped.
   */
  weigh(a: number, b: number, familyBits: Float64Array): number {
    const explained = this.explainsContent(a, b);
    for (let k = 0; k < this.lists.length; k++) this.findBestTwo(k, a, b, explained);
    let total = 0;
    for (let f = 0; f < FAMILIES.length; f++) {
      familyBits[f] = this.barOf(this.ofFamily[f]).bits;
      total += familyBits[f];
    }
    return total;
  }

  /** The bits that lists of finer kinds than list k give the pair last weighed. */
  finerBits(k: number): number {
    return this.finer[k].length === 0 ? 0 : this.barOf(this.finer[k]).bits;
  }

  /** What the pair last weighed shares: two values of each list at most. */
  items(): Item[] {
    return this.ofFamily.flatMap((lists) => {
      const { topList, secondList, secondRank } = this.barOf(lists);
      return lists.flatMap((list) =>
        this.bits.flatMap((bits, rank): Item[] => {
          if (bits[list] === 0) return [];
          const isTop = list === topList && rank === 0;
          const isSecond = list === secondList && rank === secondRank;
          const credit = isTop ? 1 : isSecond ? SECOND_CREDIT : 0;
          return [{ list, value: this.value[rank][list], bits: bits[list], credit }];
        }),
      );
    });
  }

  /** Whether the two may be one honest customer by what they say of themselves. */
  claimToBeOne(a: number, b: number): boolean {
    const { domain } = this.holders;
    return this.explainsContent(a, b) || (domain !== undefined && domain[a] > 0 && domain[a] === domain[b]);
  }

  /** One organisation shares its prompts; two firms that are known as such share those of their trade or vendor. */
  private explainsContent(a: number, b: number): boolean {
    const { organization, firm } = this.holders;
    if (organization !== undefined && organization[a] > 0 && organization[a] === organization[b]) return true;
    return firm !== undefined && firm[a] > 0 && firm[b] > 0;
  }

  /**
   * Where accounts carry many values of a kind and share few of them, some agree by chance more easily: log2 of the
   * shorter list over what is shared is taken off (a union bound, per shared value).
   */
  private findBestTwo(k: number, a: number, b: number, contentExplained: boolean): void {
    const [first, second] = this.bits;
    first[k] = second[k] = 0;
    const { from, values } = this.carried[k];
    let i = from[a];
    let j = from[b];
    const endA = from[a + 1];
    const endB = from[b + 1];
    if (i === endA || j === endB) return;
    if (contentExplained && traitsOf(this.lists[k].kind).explainedByOrganization) return;
    const rates = this.rates[k];
    const worth = this.worth[k][rates.entityOf[a] === rates.entityOf[b] ? 0 : 1];
    let shared = 0;
    while (i < endA && j < endB) {
      const x = values[i];
      const y = values[j];
      if (x <= y) i++;
      if (y <= x) j++;
      if (x !== y) continue;
      shared++;
      const bits = worth[x];
      if (bits > first[k]) {
        second[k] = first[k];
        this.value[1][k] = this.value[0][k];
        first[k] = bits;
        this.value[0][k] = x;
      } else if (bits > second[k]) {
        second[k] = bits;
        this.value[1][k] = x;
      }
    }
    if (shared === 0) return;
    const chances = Math.log2(Math.min(rates.valuesOf[a], rates.valuesOf[b]) / shared);
    first[k] = counting(first[k] - chances);
    second[k] = counting(second[k] - chances);
  }

  /** The bar of some lists for the pair at hand; the same object each time. */
  private barOf(lists: readonly number[]): Bar {
    const [first, second] = this.bits;
    const { bar } = this;
    bar.bits = 0;
    bar.topList = bar.secondList = -1;
    for (const k of lists) if (first[k] > (bar.topList < 0 ? 0 : first[bar.topList])) bar.topList = k;
    const top = bar.topList;
    if (top < 0) return bar;
    let more = 0;
    if (second[top] > 0) {
      more = second[top];
      bar.secondList = top;
      bar.secondRank = 1;
    }
    for (const k of lists) {
      if (k === top || first[k] <= more || isImplied(this.lists[k].kind, this.lists[top].kind)) continue;
      more = first[k];
      bar.secondList = k;
      bar.secondRank = 0;
    }
    bar.bits = first[top] + SECOND_CREDIT * more;
    return bar;
  }
}

/** Bits that count, 0 for those that are too few. */
function counting(bits: number): number {
  return bits < LEAST_ITEM_BITS ? 0 : bits;
}

/** Bits of each value of a list for a pair that makes up `own` of the entities carrying it. */
function worthOf(
  list: IdentifierList,
  rates: BaseRates,
  own: number,
  vouched: Uint8Array | undefined,
): Float64Array {
  return Float64Array.from(rates.entitiesWith, (entities, x) =>
    vouched?.[x] ? vouchedBits(list, x) : agreementBits(list, rates, Math.max(0, entities - own), x),
  );
}

import { Rng } from '../../rng.ts';
import { type BaseRates, countEntities } from './base-rates.ts';
import type { IdentifierList } from './identifier-list.ts';
import { findJointGroups } from './joint-groups.ts';
import { FAMILIES } from './kinds.ts';
import { proposePairs } from './propose-pairs.ts';
import { declaredEntities, provisionalEntities } from './provisional-entities.ts';
import { findSoftwareValues } from './software-values.ts';
import { findVouchedValues } from './vouched-values.ts';
import { type Holders, Weigher } from './weigh-pair.ts';

export interface LinkInput extends Holders {
  readonly accounts: number;
  /** One list a kind at most. */
  readonly lists: readonly IdentifierList[];
}

export interface LinkOptions {
  readonly seed: number;
  /** Log-odds in bits that two accounts taken at random belong to one operator; else `defaultPriorBits`. */
  readonly priorBits?: number;
  /** Log-odds in bits from which on a pair is a link; else `DEFAULT_LINK_BITS`. */
  readonly linkBits?: number;
}

/**
 * The log-odds in bits that two accounts taken at random belong to one operator, unless given: three partners an
 * account, so that more accounts do not mean more chance links; never above one pair in a thousand, since base rates
 * counted among few accounts are coarse. A guess, as unknown as the number of operators.
 */
export function defaultPriorBits(accounts: number): number {
  return Math.min(-10, Math.log2(3 / Math.max(1, accounts - 1)));
}

/** A probability of 89 %, if the weights held. */
export const DEFAULT_LINK_BITS = 3;
/** Rounds of weighing, entities and base rates. More change little: entities only grow. */
const ROUNDS = 3;

/** Links ascending by `a`, then `b`; `a[l] < b[l]`. Link l's evidence is items `itemFrom[l]` to `itemFrom[l + 1] - 1`. */
export interface Links {
  readonly a: Uint32Array;
  readonly b: Uint32Array;
  /** Log-odds in bits that the two belong to one operator: prior plus families. */
  readonly bits: Float64Array;
  readonly itemFrom: Uint32Array;
  /** Index into the input's lists. */
  readonly itemList: Uint8Array;
  readonly itemValue: Uint32Array;
  readonly itemBits: Float64Array;
  /** Share of the item's bits that counts: 1, 0.3 or 0. */
  readonly itemCredit: Float64Array;
  readonly priorBits: number;
  /** Base rates of each list, as last counted. */
  readonly rates: readonly BaseRates[];
  /** For each list of a kind that software may set, a flag a value: 1 where it looks set by software. */
  readonly software: readonly (Uint8Array | undefined)[];
}

/**
 * Links between accounts by shared identifiers, after Fellegi and Sunter (1969): prior plus one bar for each family
 * of identifiers, each bar its strongest item plus 0.3 of its second; an item weighs log2(m / u). u counts entities,
 * not accounts, so that a campaign does not make its own values look common: entities are declared organisations at
 * first, then, twice over, what the other families join. What software sets for all its users weighs nothing.
 * Disagreement weighs nothing either: to differ is what operators take care of, and a missing value is no difference.
 * Deterministic for a seed; near-linear in the entries of the lists.
 */
export function linkAccounts(input: LinkInput, options: LinkOptions): Links {
  const { accounts, lists, organization } = input;
  const priorBits = options.priorBits ?? defaultPriorBits(accounts);
  const linkBits = options.linkBits ?? DEFAULT_LINK_BITS;
  const rng = new Rng(options.seed).fork('links');
  const start = () => declaredEntities(accounts, organization);
  const declared = start().labels();
  let rates = lists.map((list) => countEntities(list, declared));
  const software = findSoftwareValues(lists, rates, accounts);
  const joint = findJointGroups(lists, software, accounts);
  let vouched: (Uint8Array | undefined)[] = [];
  for (let round = 1; ; round++) {
    const pairs = proposePairs(lists, rates, software, vouched, accounts, rng.fork(`round ${round}`));
    const weigher = new Weigher(lists, rates, software, input, vouched);
    if (round === ROUNDS)
      return { ...keepLinks(weigher, pairs, priorBits, linkBits), priorBits, rates, software };
    const entities = provisionalEntities(lists, weigher, pairs, joint, start, { priorBits, linkBits });
    vouched = lists.map((list) =>
      list.kind === 'template' ? findVouchedValues(list, weigher, pairs, { priorBits, linkBits }) : undefined,
    );
    rates = lists.map((list, k) => countEntities(list, entities[k]));
  }
}

function keepLinks(
  weigher: Weigher,
  pairs: { readonly a: Uint32Array; readonly b: Uint32Array },
  priorBits: number,
  linkBits: number,
): Omit<Links, 'priorBits' | 'rates' | 'software'> {
  const kept: number[] = [];
  const bits: number[] = [];
  const itemFrom: number[] = [0];
  const itemList: number[] = [];
  const itemValue: number[] = [];
  const itemBits: number[] = [];
  const itemCredit: number[] = [];
  const bars = new Float64Array(FAMILIES.length);
  for (let p = 0; p < pairs.a.length; p++) {
    const total = priorBits + weigher.weigh(pairs.a[p], pairs.b[p], bars);
    if (total < linkBits) continue;
    kept.push(p);
    bits.push(total);
    for (const item of weigher.items()) {
      itemList.push(item.list);
      itemValue.push(item.value);
      itemBits.push(item.bits);
      itemCredit.push(item.credit);
    }
    itemFrom.push(itemList.length);
  }
  return {
    a: Uint32Array.from(kept, (p) => pairs.a[p]),
    b: Uint32Array.from(kept, (p) => pairs.b[p]),
    bits: Float64Array.from(bits),
    itemFrom: Uint32Array.from(itemFrom),
    itemList: Uint8Array.from(itemList),
    itemValue: Uint32Array.from(itemValue),
    itemBits: Float64Array.from(itemBits),
    itemCredit: Float64Array.from(itemCredit),
  };
}

import { type BaseRates, LEAST_ITEM_BITS, mostBits } from './base-rates.ts';
import type { IdentifierList } from './identifier-list.ts';
import { type IdentifierKind, traitsOf } from './kinds.ts';
import { UnionFind } from './union-find.ts';

/** Kinds that tell whether the holders of a value have anything to do with each other. */
const ANCHORS: ReadonlySet<IdentifierKind> = new Set([
  'payment_fingerprint',
  'phone',
  'api_key',
  'ip',
  'registration_batch',
  'organization',
]);
/** With fewer unrelated holders a default setting cannot be told from a shared machine. */
const LEAST_UNRELATED = 5;
const UNRELATED_SHARE = 0.8;

/**
 * For each list whether a value looks set by software: at least five holders, at least 80 % of them without any
 * payment, phone, key, address, registration batch or organisation in common. Holders with none of these known do
 * not count. One flag a value, 1 where software; lists of kinds that software does not set have no flags.
 */
export function findSoftwareValues(
  lists: readonly IdentifierList[],
  rates: readonly BaseRates[],
  accounts: number,
): (Uint8Array | undefined)[] {
  const anchors = forwardAnchors(lists, rates, accounts);
  return lists.map((list) => {
    if (!traitsOf(list.kind).software) return undefined;
    const flags = new Uint8Array(list.from.length - 1);
    for (let x = 0; x < flags.length; x++) {
      const holders = list.accounts.subarray(list.from[x], list.from[x + 1]);
      if (holders.length >= LEAST_UNRELATED) flags[x] = looksLikeSoftware(holders, anchors) ? 1 : 0;
    }
    return flags;
  });
}

interface Anchors {
  /** Whether an account has any anchor value. */
  readonly known: Uint8Array;
  /** Anchors of each account that are shared but not common, under one numbering of all kinds. */
  readonly shared: readonly (readonly number[])[];
}

function forwardAnchors(
  lists: readonly IdentifierList[],
  rates: readonly BaseRates[],
  accounts: number,
): Anchors {
  const known = new Uint8Array(accounts);
  const shared: number[][] = Array.from({ length: accounts }, () => []);
  let name = 0;
  lists.forEach((list, k) => {
    if (!ANCHORS.has(list.kind)) return;
    for (let x = 0; x + 1 < list.from.length; x++, name++) {
      const holders = list.accounts.subarray(list.from[x], list.from[x + 1]);
      for (const a of holders) known[a] = 1;
      if (holders.length < 2 || mostBits(list, rates[k], x) < LEAST_ITEM_BITS) continue;
      for (const a of holders) shared[a].push(name);
    }
  });
  return { known, shared };
}

function looksLikeSoftware(holders: Uint32Array, { known, shared }: Anchors): boolean {
  const groups = new UnionFind(holders.length);
  const firstWith = new Map<number, number>();
  let counted = 0;
  holders.forEach((a, at) => {
    if (known[a]) counted++;
    for (const anchor of shared[a]) {
      const first = firstWith.get(anchor);
      if (first === undefined) firstWith.set(anchor, at);
      else groups.join(first, at);
    }
  });
  let unrelated = 0;
  holders.forEach((a, at) => {
    if (known[a] && groups.find(at) === at) unrelated++;
  });
  return unrelated >= Math.max(LEAST_UNRELATED, UNRELATED_SHARE * counted);
}

import { poissonUpperTail } from '../statistics/poisson.ts';
import type { IdentifierList } from './identifier-list.ts';
import { type Family, type IdentifierKind, traitsOf } from './kinds.ts';

/**
 * Kinds whose joint occurrence speaks for one operator. Networks and card issuers are left out: they go together
 * wherever people live in one country.
 */
const VOUCHERS: ReadonlySet<IdentifierKind> = new Set([
  'device',
  'header_fingerprint',
  'template',
  'parameters',
  'email_pattern',
  'registration_batch',
]);
const LEAST_HOLDERS = 10;
const LEAST_LIFT = 4;
const MOST_CHANCE = 1e-9;

/** Accounts that carry two values together far more often than the values' own frequencies lead to expect. */
export interface JointGroup {
  readonly families: readonly [Family, Family];
  /** Ascending. */
  readonly accounts: readonly number[];
}

/**
 * Groups of ten accounts or more that share two values of different families at least four times as often as by
 * chance, with a Poisson tail below 1e-9. This is how a campaign of hundreds is seen as one holder when each of its
 * values alone has become common through the campaign itself. O(accounts times squared values an account has here).
 */
export function findJointGroups(
  lists: readonly IdentifierList[],
  software: readonly (Uint8Array | undefined)[],
  accounts: number,
): JointGroup[] {
  const { values, carried } = frequentValues(lists, software, accounts);
  const together = new Map<number, number[]>();
  for (let a = 0; a < accounts; a++) {
    const own = carried[a];
    for (let i = 0; i < own.length; i++) {
      for (let j = i + 1; j < own.length; j++) {
        if (values[own[i]].family === values[own[j]].family) continue;
        const key = own[i] * values.length + own[j];
        const list = together.get(key);
        if (list) list.push(a);
        else together.set(key, [a]);
      }
    }
  }
  const groups: JointGroup[] = [];
  for (const [key, holders] of together) {
    if (holders.length < LEAST_HOLDERS) continue;
    const one = values[Math.floor(key / values.length)];
    const other = values[key % values.length];
    const expected = (one.holders * other.holders) / accounts;
    if (holders.length < LEAST_LIFT * expected) continue;
    if (poissonUpperTail(holders.length, expected) > MOST_CHANCE) continue;
    groups.push({ families: [one.family, other.family], accounts: holders });
  }
  return groups;
}

function frequentValues(
  lists: readonly IdentifierList[],
  software: readonly (Uint8Array | undefined)[],
  accounts: number,
): { values: { family: Family; holders: number }[]; carried: number[][] } {
  const values: { family: Family; holders: number }[] = [];
  const carried: number[][] = Array.from({ length: accounts }, () => []);
  lists.forEach((list, k) => {
    if (!VOUCHERS.has(list.kind)) return;
    for (let x = 0; x + 1 < list.from.length; x++) {
      const holders = list.from[x + 1] - list.from[x];
      if (holders < LEAST_HOLDERS || software[k]?.[x]) continue;
      for (let at = list.from[x]; at < list.from[x + 1]; at++) carried[list.accounts[at]].push(values.length);
      values.push({ family: traitsOf(list.kind).family, holders });
    }
  });
  return { values, carried };
}

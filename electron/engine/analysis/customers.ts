import type { Firms } from './established-firms.ts';
import type { Partition } from './graph/partition.ts';

/** So much of a group, and of those in it that declare anything, must declare the organisation. */
const LEAST_OF_GROUP = 0.4;
const LEAST_OF_DECLARED = 0.8;
const LEAST_ACCOUNTS = 3;

/**
 * The organisation of each account: what it declares, else that of the group its identifiers tie it to, where the
 * group is plainly one organisation's. To declare nothing is not to claim to be somebody else.
 * @param declared organisation of each account, 0 where it declares none.
 * @param groups accounts grouped by their identifiers alone.
 */
export function organizations(declared: Uint32Array, groups: Partition): Uint32Array {
  const counts = Array.from({ length: groups.communities }, () => ({
    size: 0,
    declared: 0,
    of: new Map<number, number>(),
  }));
  declared.forEach((organization, a) => {
    const group = counts[groups.community[a]];
    group.size++;
    if (organization === 0) return;
    group.declared++;
    group.of.set(organization, (group.of.get(organization) ?? 0) + 1);
  });
  const plainly = counts.map(({ size, declared: any, of }) => {
    const [organization, most] = [...of].reduce((best, one) => (one[1] > best[1] ? one : best), [0, 0]);
    const isOne = most >= LEAST_ACCOUNTS && most >= LEAST_OF_GROUP * size && most >= LEAST_OF_DECLARED * any;
    return isOne ? organization : 0;
  });
  return declared.map((organization, a) => organization || plainly[groups.community[a]]);
}

/**
 * The customer of each account as far as it is known without its requests: accounts of one established firm, else of
 * one organisation, have the same number. An account with a record of its own is else a customer of its own; one of
 * which nothing is known says nothing of the kind, so all that its identifiers tie it to are one customer.
 * @param hasRecord a flag an account.
 */
export function customers(
  organization: Uint32Array,
  firms: Firms,
  hasRecord: ArrayLike<boolean>,
  groups: Partition,
): Uint32Array {
  const first = new Map<string, number>();
  return organization.map((code, a) => {
    const name = nameOf(code, a);
    if (name === '') return a;
    const known = first.get(name) ?? a;
    first.set(name, known);
    return known;
  });

  function nameOf(code: number, a: number): string {
    if (firms.of[a] > 0) return `firm ${firms.of[a]}`;
    if (code > 0) return `organization ${code}`;
    return hasRecord[a] ? '' : `group ${groups.community[a]}`;
  }
}

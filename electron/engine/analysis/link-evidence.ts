import type { EvidenceFamily, Link, LinkEvidence, LinkItem } from '../../../shared/contract/analysis.ts';
import type { NamedList } from './identifier-values.ts';
import { type Family, type IdentifierKind, traitsOf } from './links/kinds.ts';
import type { Links } from './links/link-accounts.ts';

/** Families of identifiers as evidence counts them. */
const EVIDENCE: Readonly<Record<Family, EvidenceFamily>> = {
  payment: 'identity',
  device: 'fingerprint',
  network: 'identity',
  registration: 'identity',
  credential: 'identity',
  content: 'content',
  organization: 'identity',
};

export function familyOf(kind: IdentifierKind): EvidenceFamily {
  return EVIDENCE[traitsOf(kind).family];
}

interface Found {
  /** Of each link that has the kind, its strongest item. */
  readonly bits: number[];
  readonly accounts: Set<number>;
  /** Accounts that share each value. */
  readonly values: Map<number, Set<number>>;
}

/** Kinds of evidence that tie the accounts of one operator, strongest first, each with the value most of them share. */
export function operatorEvidence(
  links: Links,
  lists: readonly NamedList[],
  inside: readonly number[],
): LinkEvidence[] {
  const found = new Map<number, Found>();
  for (const link of inside) {
    const seen = new Set<number>();
    for (let at = links.itemFrom[link]; at < links.itemFrom[link + 1]; at++) {
      if (links.itemCredit[at] === 0) continue;
      const k = links.itemList[at];
      const entry: Found = found.get(k) ?? { bits: [], accounts: new Set(), values: new Map() };
      found.set(k, entry);
      const holders = entry.values.get(links.itemValue[at]) ?? new Set<number>();
      entry.values.set(links.itemValue[at], holders);
      for (const account of [links.a[link], links.b[link]]) {
        entry.accounts.add(account);
        holders.add(account);
      }
      if (!seen.has(k)) entry.bits.push(links.itemBits[at]);
      seen.add(k);
    }
  }
  return [...found]
    .map(([k, { bits, accounts, values }]): LinkEvidence => {
      const [value, holders] = [...values].reduce((best, entry) => {
        const more = entry[1].size - best[1].size;
        return more > 0 || (more === 0 && entry[0] < best[0]) ? entry : best;
      });
      const { kind } = lists[k].list;
      return {
        kind,
        family: familyOf(kind),
        bits: median(bits),
        accounts: accounts.size,
        example: `${lists[k].values[value]} (${holders.size} accounts)`,
      };
    })
    .sort(
      (one, other) =>
        other.accounts * other.bits - one.accounts * one.bits || (one.kind < other.kind ? -1 : 1),
    );
}

/** One link as a waterfall of items with their credit taken in. */
export function describeLink(
  links: Links,
  lists: readonly NamedList[],
  link: number,
  accounts: readonly string[],
): Link {
  const items: LinkItem[] = [];
  for (let at = links.itemFrom[link]; at < links.itemFrom[link + 1]; at++) {
    const credit = links.itemCredit[at];
    if (credit === 0) continue;
    const { list, values } = lists[links.itemList[at]];
    const value = links.itemValue[at];
    items.push({
      kind: list.kind,
      family: familyOf(list.kind),
      bits: links.itemBits[at] * credit,
      value: values[value],
      accountsWithValue: list.from[value + 1] - list.from[value],
    });
  }
  return {
    a: accounts[links.a[link]],
    b: accounts[links.b[link]],
    bits: links.bits[link],
    priorBits: links.priorBits,
    items: items.sort((one, other) => other.bits - one.bits || (one.kind < other.kind ? -1 : 1)),
  };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

import { domainClass } from '../identifiers/email-domains.ts';
import { normalise } from '../identifiers/kinds.ts';
import type { AccountTraits } from './account-traits.ts';
import type { Partition } from './graph/partition.ts';

/** Fewer accounts do not show that a domain belongs to somebody. */
const LEAST_ACCOUNTS = 3;
/** So much of a domain's accounts must be tied to each other; at a provider of mailboxes they are not. */
const LEAST_OF_DOMAIN = 0.5;
/** So much of those that are tied must be of the domain. */
const LEAST_OF_GROUP = 0.8;

export interface Firms {
  /** Firm of each account, 0 where none is known. */
  readonly of: Uint32Array;
  /** Mail domain of each firm; firm f is `domains[f - 1]`. */
  readonly domains: readonly string[];
}

/**
 * Firms known by more than their own word: mail domains of their own whose accounts are tied to each other, and to
 * nobody else, by identifiers that have nothing to do with mail or content. A provider at which everybody gets a
 * mailbox, disposable or not, has accounts that are not tied to each other.
 * @param groups accounts grouped by their identifiers alone.
 */
export function establishedFirms(traits: readonly AccountTraits[], groups: Partition): Firms {
  const byDomain = Map.groupBy(traits.keys(), (a) => corporateDomain(traits[a]));
  byDomain.delete('');
  const sizes = new Uint32Array(groups.communities);
  for (const group of groups.community) sizes[group]++;
  const of = new Uint32Array(traits.length);
  const domains: string[] = [];
  for (const [domain, accounts] of [...byDomain].sort(([one], [other]) => (one < other ? -1 : 1))) {
    if (accounts.length < LEAST_ACCOUNTS) continue;
    const inGroup = new Map<number, number>();
    for (const a of accounts) inGroup.set(groups.community[a], (inGroup.get(groups.community[a]) ?? 0) + 1);
    const [group, tied] = [...inGroup].reduce((best, entry) => (entry[1] > best[1] ? entry : best));
    if (tied < LEAST_OF_DOMAIN * accounts.length || tied < LEAST_OF_GROUP * sizes[group]) continue;
    const firm = domains.push(domain);
    for (const a of accounts) if (groups.community[a] === group) of[a] = firm;
  }
  return { of, domains };
}

/** The mail domain of an account's record where no provider gives it away; else empty. */
export function corporateDomain({ record }: AccountTraits): string {
  const domain = record?.email ? normalise('email_domain', record.email) : undefined;
  return domain !== undefined && domainClass(domain) === 'corporate' ? domain : '';
}

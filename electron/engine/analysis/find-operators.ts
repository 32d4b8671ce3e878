import type { AccountTraits } from './account-traits.ts';
import { customers, organizations } from './customers.ts';
import type { Dataset } from './dataset.ts';
import type { PromptDigests } from './digest-prompts.ts';
import { corporateDomain, establishedFirms, type Firms } from './established-firms.ts';
import { buildGraph, type Graph } from './graph/graph.ts';
import { leiden } from './graph/leiden.ts';
import type { Partition } from './graph/partition.ts';
import { identifierLists, type NamedList } from './identifier-values.ts';
import { listOfRecords, listOfRequests } from './links/identifier-list.ts';
import { type Links, linkAccounts } from './links/link-accounts.ts';
import type { ReferenceRates } from './reference-rates.ts';
import { templateName } from './template-name.ts';
import { regularTemplates } from './template-use.ts';

/** In bits per pair: groups are joined while their accounts are on average tied by more. */
export const RESOLUTION = 0.5;
export interface Operators {
  readonly lists: readonly NamedList[];
  readonly links: Links;
  readonly graph: Graph;
  readonly partition: Partition;
  readonly firms: Firms;
  /** Customer of each account, as far as it is known; see `customers`. */
  readonly customers: Uint32Array;
  /** Template of each row where it is part of its account's work; see `regularTemplates`. */
  readonly regular: Uint32Array;
}

/**
 * Who acts together: links by shared identifiers and rare shared templates, grouped by Leiden with CPM. What firms
 * there are is found first, from identifiers alone, because two firms' like prompts are no link between them.
 * @param reference how common values are in a benign reference, whose accounts are not among `data`.
 */
export function findOperators(
  data: Dataset,
  traits: readonly AccountTraits[],
  digests: PromptDigests,
  seed: number,
  reference?: ReferenceRates,
): Operators {
  const accounts = data.accounts.length;
  const weighed = (list: NamedList) => (reference ? reference.of(list) : list);
  const identity = identifierLists(data, traits).map(weighed);
  const declared = organizationOf(identity, accounts);
  const byIdentity = linkAccounts(
    { accounts, organization: declared, lists: identity.map(({ list }) => list) },
    { seed },
  );
  const groups = grouped(accounts, byIdentity, seed).partition;
  const firms = establishedFirms(traits, groups);
  const organization = organizations(declared, groups);
  const regular = regularTemplates(data, digests);
  const lists = [
    ...identity,
    { list: listOfRecords('firm', firms.of, firms.domains.length), values: firms.domains },
    weighed({
      list: listOfRequests('template', regular, digests.templates.length, data.account),
      values: digests.templates.map(templateName),
    }),
  ].filter(({ values }) => values.length > 0);
  const links = linkAccounts(
    {
      accounts,
      organization,
      firm: firms.of,
      domain: domainsOf(traits),
      lists: lists.map(({ list }) => list),
    },
    { seed },
  );
  const hasRecord = traits.map(({ record }) => record !== null);
  return {
    lists,
    links,
    firms,
    customers: customers(organization, firms, hasRecord, groups),
    regular,
    ...grouped(accounts, links, seed),
  };
}

export function grouped(
  accounts: number,
  { a, b, bits }: Pick<Links, 'a' | 'b' | 'bits'>,
  seed: number,
): { graph: Graph; partition: Partition } {
  const graph = buildGraph(accounts, a, b, bits);
  return { graph, partition: leiden(graph, { resolution: RESOLUTION, seed }) };
}

/** The organisation that each account declares, 1 + its value's number; 0 where it declares none. */
export function organizationOf(lists: readonly NamedList[], accounts: number): Uint32Array {
  const codes = new Uint32Array(accounts);
  const list = lists.find(({ list: { kind } }) => kind === 'organization')?.list;
  if (!list) return codes;
  for (let x = 0; x + 1 < list.from.length; x++) {
    for (let at = list.from[x]; at < list.from[x + 1]; at++) codes[list.accounts[at]] = x + 1;
  }
  return codes;
}

function domainsOf(traits: readonly AccountTraits[]): Uint32Array {
  const codes = new Map<string, number>([['', 0]]);
  return Uint32Array.from(traits, (one) => {
    const domain = corporateDomain(one);
    const code = codes.get(domain) ?? codes.size;
    codes.set(domain, code);
    return code;
  });
}

import type { AccountTraits } from './account-traits.ts';
import type { Dataset } from './dataset.ts';
import type { PromptDigests } from './digest-prompts.ts';
import { organizationOf } from './find-operators.ts';
import { identifierLists, type NamedList } from './identifier-values.ts';
import { countEntities } from './links/base-rates.ts';
import { type IdentifierList, listOfRequests } from './links/identifier-list.ts';
import { declaredEntities } from './links/provisional-entities.ts';
import { regularTemplates } from './template-use.ts';

/** Some of the accounts by themselves, numbered from 0; values and templates are those of all. */
export interface AccountData {
  readonly data: Dataset;
  readonly traits: readonly AccountTraits[];
  readonly digests: PromptDigests;
}

/** How common values are among strangers who are known to be benign. */
export interface ReferenceRates {
  /** A list with the reference's holders of each of its values beside its own. */
  of(list: NamedList): NamedList;
  /** Share of the reference's entities that use each template at all, by its index. */
  readonly templates: Float64Array;
  /** The same where it is a regular part of their work. */
  readonly regular: Float64Array;
}

/**
 * Counts the holders of each identifier value and template in the reference, which is all of `data`. Accounts of one declared organisation
 * count as one entity, every other account as one; nothing else joins them, since what the reference shares is taken
 * to be shared by strangers. A rate of the reference only ever makes a value more common than the case has it: the
 * reference may be small, or of another time, so that to be absent there does not make anything rare.
 */
export function referenceRates({ data, traits, digests }: AccountData): ReferenceRates {
  const lists = identifierLists(data, traits);
  const entityOf = entities(lists, data.accounts.length);
  const regular = listOfRequests(
    'template',
    regularTemplates(data, digests),
    digests.templates.length,
    data.account,
  );
  const any = listOfRequests('template', digests.template, digests.templates.length, data.account);
  const regularRates = countEntities(regular, entityOf);
  return {
    of({ list, values }) {
      if (list.kind === 'template') return { list: { ...list, reference: regularRates }, values };
      const known = lists.find(({ list: { kind } }) => kind === list.kind);
      if (!known) return { list, values };
      const rates = countEntities(known.list, entityOf);
      const at = new Map(known.values.map((value, x) => [value, x]));
      const entitiesWith = Uint32Array.from(values, (value) => {
        const x = at.get(value);
        return x === undefined ? 0 : rates.entitiesWith[x];
      });
      return { list: { ...list, reference: { entitiesWith, entities: rates.entities } }, values };
    },
    templates: shares(any, entityOf),
    regular: shares(regular, entityOf),
  };
}

function shares(list: IdentifierList, entityOf: Uint32Array): Float64Array {
  const { entities, entitiesWith } = countEntities(list, entityOf);
  return Float64Array.from(entitiesWith, (holders) => holders / Math.max(1, entities));
}

function entities(lists: readonly NamedList[], accounts: number): Uint32Array {
  return declaredEntities(accounts, organizationOf(lists, accounts)).labels();
}

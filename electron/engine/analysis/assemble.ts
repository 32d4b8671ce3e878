import type { Progress } from '../../../shared/contract/protocol.ts';
import { type AccountTraits, accountTraits } from './account-traits.ts';
import type { Dataset } from './dataset.ts';
import { digestPrompts, type PromptDigests } from './digest-prompts.ts';
import { findOperators, type Operators } from './find-operators.ts';
import { FeatureReader, type GroupFeatures } from './group-features.ts';
import { accountsOf, digestsOf } from './parts-of-data.ts';
import type { Inputs } from './read-inputs.ts';
import { type AccountData, type ReferenceRates, referenceRates } from './reference-rates.ts';
import { type StrangersTemplates, strangersTemplates } from './strangers-templates.ts';

/**
 * Everything that is measured before anything is judged: of the accounts under examination alone, but for `whole`.
 * Accounts are indexes into `data.accounts`, and those of `whole` begin with the same.
 */
export interface Assembled {
  readonly data: Dataset;
  readonly traits: readonly AccountTraits[];
  readonly digests: PromptDigests;
  /** The same with the benign reference behind it. */
  readonly whole: AccountData;
  /** How common things are in the benign reference; undefined where there is none. */
  readonly reference: ReferenceRates | undefined;
  readonly found: Operators;
  readonly strangers: StrangersTemplates;
  /** Accounts of each operator, ascending; operators by their first account. */
  readonly operators: readonly Uint32Array[];
  /** Operator of each account, -1 for none. */
  readonly operatorOf: Int32Array;
  /** Features of each account by itself, and of each operator. */
  readonly own: readonly GroupFeatures[];
  readonly groups: readonly GroupFeatures[];
}

export function assemble(
  { data: all, examined, textDigests, records }: Inputs,
  seed: number,
  progress: (done: Progress) => void,
): Assembled {
  const whole = {
    data: all,
    traits: accountTraits(all, records),
    digests: digestPrompts(all, textDigests),
  };
  const { data, traits, digests } = partOf(whole, 0, examined);
  const reference =
    examined < all.accounts.length ? referenceRates(partOf(whole, examined, all.accounts.length)) : undefined;
  progress({ stage: 'linking accounts', done: 0, unit: 'entries' });
  const found = findOperators(data, traits, digests, seed, reference);
  const { community, communities } = found.partition;
  const { operators, operatorOf } = operatorsOf(community, communities);
  const strangers = strangersTemplates(
    found.regular,
    data.account,
    digests.templates.length,
    found.customers,
    reference?.regular,
  );
  const reader = new FeatureReader({ data, digests, traits, strangers, ...found });
  return {
    data,
    traits,
    digests,
    whole,
    reference,
    found,
    strangers,
    operators,
    operatorOf,
    own: data.accounts.map((_, a) => reader.read([a])),
    groups: operators.map((members) => reader.read(members)),
  };
}

function partOf({ data, traits, digests }: AccountData, first: number, end: number): AccountData {
  return {
    data: accountsOf(data, first, end),
    traits: traits.slice(first, end),
    digests: digestsOf(digests, data, first, end),
  };
}

/** Communities of two accounts or more, by their first account. */
function operatorsOf(community: Uint32Array, communities: number) {
  const members: number[][] = Array.from({ length: communities }, () => []);
  community.forEach((c, a) => {
    members[c].push(a);
  });
  const operators = members.filter(({ length }) => length > 1).map((list) => Uint32Array.from(list));
  const operatorOf = new Int32Array(community.length).fill(-1);
  operators.forEach((list, o) => {
    for (const a of list) operatorOf[a] = o;
  });
  return { operators, operatorOf };
}

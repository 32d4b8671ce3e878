import type { Progress } from '../../../shared/contract/protocol.ts';
import { type AccountTraits, accountTraits } from './account-traits.ts';
import { digestPrompts, type PromptDigests } from './digest-prompts.ts';
import { findOperators, type Operators } from './find-operators.ts';
import { FeatureReader, type GroupFeatures } from './group-features.ts';
import type { Inputs } from './read-inputs.ts';
import { type StrangersTemplates, strangersTemplates } from './strangers-templates.ts';

/** Everything that is measured before anything is judged. Accounts are indexes into `data.accounts`. */
export interface Assembled {
  readonly traits: readonly AccountTraits[];
  readonly digests: PromptDigests;
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
  { data, texts, records }: Inputs,
  seed: number,
  progress: (done: Progress) => void,
): Assembled {
  const traits = accountTraits(data, records);
  const digests = digestPrompts(data, texts, progress);
  progress({ stage: 'linking accounts', done: 0, unit: 'entries' });
  const found = findOperators(data, traits, digests, seed);
  const { community, communities } = found.partition;
  const { operators, operatorOf } = operatorsOf(community, communities);
  const strangers = strangersTemplates(
    found.regular,
    data.account,
    digests.templates.length,
    found.customers,
  );
  const reader = new FeatureReader({ data, digests, traits, strangers, ...found });
  return {
    traits,
    digests,
    found,
    strangers,
    operators,
    operatorOf,
    own: data.accounts.map((_, a) => reader.read([a])),
    groups: operators.map((members) => reader.read(members)),
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

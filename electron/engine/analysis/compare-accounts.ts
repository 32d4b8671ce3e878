import type { CohortDecisions } from '../../../shared/contract/cohorts.ts';
import type { Assembled } from './assemble.ts';
import { buildCohorts, type CohortChoices } from './cohorts.ts';
import type { Comparison } from './place-signals.ts';
import { buildReferenceCohorts } from './reference-cohorts.ts';
import type { SignalContext } from './signals/signal.ts';
import type { RowTopics } from './topics/row-topics.ts';

/**
 * Sets up whom accounts are compared with, by what people decided.
 * @param topics of all rows, those of the benign reference included.
 */
export function compareAccounts(
  { data, traits, digests, whole, reference, found, operators, operatorOf }: Assembled,
  decisions: CohortDecisions,
  topics: RowTopics,
  { events, seed }: Pick<SignalContext, 'events' | 'seed'>,
): Comparison {
  const choices = choicesOf(decisions, whole.data.accounts);
  const cohorts = buildCohorts(traits, choices);
  const examined: SignalContext = {
    data,
    digests,
    topics: data === whole.data ? topics : { ...topics, topic: topics.topic.subarray(0, data.rows) },
    traits,
    cohorts,
    events,
    lists: found.lists,
    links: found.links,
    customers: found.customers,
    operatorOf,
    operators,
    seed,
    ...(reference && { referenceTemplates: reference.templates }),
  };
  const behind = reference ? buildReferenceCohorts(whole.traits, cohorts, choices) : undefined;
  if (!behind) return { examined, reference: undefined };
  // The accounts of the reference belong to no operator: each acts by itself.
  const operatorOfAll = new Int32Array(whole.data.accounts.length).fill(-1);
  operatorOfAll.set(operatorOf);
  const context = { ...examined, ...whole, topics, cohorts: behind.cohorts, operatorOf: operatorOfAll };
  return { examined, reference: { context, fits: behind.fits, leastMembers: decisions.rule.leastMembers } };
}

/** What was decided of accounts that the case holds, by their numbers. */
function choicesOf({ rule, moved, leftOut }: CohortDecisions, accounts: readonly string[]): CohortChoices {
  const numberOf = new Map(accounts.map((account, a) => [account, a]));
  const known = (account: string) => numberOf.get(account);
  return {
    rule,
    movedTo: new Map(
      moved.flatMap(({ account, cohort }) => {
        const a = known(account);
        return a === undefined ? [] : [[a, cohort] as const];
      }),
    ),
    leftOut: new Set(leftOut.map(known).filter((a) => a !== undefined)),
  };
}

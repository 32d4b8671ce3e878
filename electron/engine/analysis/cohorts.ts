/** What of an account decides whom it is compared with. Empty text where nothing is known. */
export interface CohortTraits {
  readonly plan: string;
  /** The endpoint of most of its requests. */
  readonly endpoint: string;
  readonly declaredUse: string;
  readonly requests: number;
}

export interface Cohorts {
  /** Cohort of each account. */
  readonly of: Uint32Array;
  /** In words: 'plan pro, endpoint /v1/messages, 64 to 255 requests'. */
  readonly names: readonly string[];
  /** Accounts of each cohort, ascending. */
  readonly members: readonly Uint32Array[];
}

/** With fewer accounts a place among them says little; then the least telling trait is given up. */
const LEAST_MEMBERS = 30;

type Key = (traits: CohortTraits) => string;

const range: Key = ({ requests }) => {
  if (requests === 0) return 'no requests';
  const low = 4 ** Math.floor(Math.log2(requests) / 2);
  return `${low} to ${low * 4 - 1} requests`;
};
const named = (name: string, value: string) => `${name} ${value || 'not stated'}`;

/** From the finest comparison to the coarsest. */
const LEVELS: readonly Key[] = [
  (t) =>
    [
      named('plan', t.plan),
      named('endpoint', t.endpoint),
      named('declared use', t.declaredUse),
      range(t),
    ].join(', '),
  (t) => [named('plan', t.plan), named('endpoint', t.endpoint), range(t)].join(', '),
  (t) => [named('endpoint', t.endpoint), range(t)].join(', '),
  range,
  () => 'all accounts',
];

/**
 * Puts each account among those it is fairly compared with: same plan, endpoint, declared use and range of
 * activity (powers of four), giving up traits from the right until 30 accounts are alike. An account is compared
 * with all that share the key, also those that found a finer cohort of their own.
 */
export function buildCohorts(traits: readonly CohortTraits[]): Cohorts {
  const of = new Uint32Array(traits.length);
  const names: string[] = [];
  const members: Uint32Array[] = [];
  let waiting = traits.map((_, account) => account);
  LEVELS.forEach((key, level) => {
    const groups = Map.groupBy(
      traits.map((_, account) => account),
      (account) => key(traits[account]),
    );
    const placed = new Map<string, number>();
    const left: number[] = [];
    for (const account of waiting) {
      const name = key(traits[account]);
      const group = groups.get(name) ?? [];
      if (group.length < LEAST_MEMBERS && level < LEVELS.length - 1) {
        left.push(account);
        continue;
      }
      let cohort = placed.get(name);
      if (cohort === undefined) {
        cohort = names.push(name) - 1;
        members.push(Uint32Array.from(group));
        placed.set(name, cohort);
      }
      of[account] = cohort;
    }
    waiting = left;
  });
  return { of, names, members };
}

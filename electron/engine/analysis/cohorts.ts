import {
  COHORT_TRAITS,
  type CohortKind,
  type CohortRule,
  type CohortTrait,
  DEFAULT_COHORT_RULE,
  REFERENCE_PREFIX,
  type TraitValue,
} from '../../../shared/contract/cohorts.ts';

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
  readonly kinds: readonly CohortKind[];
  readonly traits: readonly (readonly TraitValue[])[];
  /** Accounts of each cohort, ascending; the reference of all its bands. */
  readonly members: readonly Uint32Array[];
  /** A flag an account: 1 where it is none of the members of its own cohort. */
  readonly isOutside: Uint8Array;
}

/** What people decided, by the number of each account. */
export interface CohortChoices {
  readonly rule: CohortRule;
  /** The cohort that an account is to be compared with. */
  readonly movedTo: ReadonlyMap<number, string>;
  readonly leftOut: ReadonlySet<number>;
}

export const NO_CHOICES: CohortChoices = {
  rule: DEFAULT_COHORT_RULE,
  movedTo: new Map(),
  leftOut: new Set(),
};

/** The trait that tells least is given up first. */
const GIVEN_UP: readonly CohortTrait[] = ['declaredUse', 'plan', 'endpoint', 'activity'];
const LABELS = { plan: 'plan', endpoint: 'endpoint', declaredUse: 'declared use' } as const;

/** The traits that accounts are told apart by, from the finest comparison to the coarsest, which has none. */
export function levelsOf(rule: CohortRule): readonly (readonly CohortTrait[])[] {
  let kept = COHORT_TRAITS.filter((trait) => rule.traits.includes(trait));
  const levels = [kept];
  for (const trait of GIVEN_UP) {
    if (!kept.includes(trait)) continue;
    kept = kept.filter((other) => other !== trait);
    levels.push(kept);
  }
  return levels;
}

function traitValue(traits: CohortTraits, trait: CohortTrait): string {
  if (trait !== 'activity') return traits[trait] || 'not stated';
  const { requests } = traits;
  if (requests === 0) return 'no requests';
  const low = 4 ** Math.floor(Math.log2(requests) / 2);
  return `${low} to ${low * 4 - 1} requests`;
}

export function traitValues(traits: CohortTraits, level: readonly CohortTrait[]): TraitValue[] {
  return level.map((trait) => ({ trait, value: traitValue(traits, trait) }));
}

export function cohortName(values: readonly TraitValue[]): string {
  if (values.length === 0) return 'all accounts';
  return values
    .map(({ trait, value }) => (trait === 'activity' ? value : `${LABELS[trait]} ${value}`))
    .join(', ');
}

/** Cohorts while they are made; names are kept apart, since traits are whatever a file says. */
export class CohortTable {
  readonly names: string[] = [];
  readonly kinds: CohortKind[] = [];
  readonly traits: (readonly TraitValue[])[] = [];
  readonly members: Uint32Array[] = [];

  add(name: string, kind: CohortKind, traits: readonly TraitValue[], members: readonly number[]): number {
    let own = name;
    for (let n = 2; this.names.includes(own); n++) own = `${name} (${n})`;
    this.names.push(own);
    this.kinds.push(kind);
    this.traits.push(traits);
    return this.members.push(Uint32Array.from(members).sort()) - 1;
  }

  finish(of: Uint32Array): Cohorts {
    const sets = this.members.map((members) => new Set(members));
    return { ...this, of, isOutside: Uint8Array.from(of, (cohort, a) => (sets[cohort]?.has(a) ? 0 : 1)) };
  }
}

/**
 * Puts each account among those it is fairly compared with: alike in all traits of the rule (activity in powers of
 * four), giving up traits from the least telling until enough accounts are alike. An account is compared with all
 * that share the key, also those that found a finer cohort of their own. Accounts that a person left out are compared
 * as others are, but belong to none; those that a person moved belong to the cohort of that name alone, however few
 * they are: one made of traits if there is one, else one of their own.
 */
export function buildCohorts(
  traits: readonly CohortTraits[],
  { rule, movedTo: chosen, leftOut }: CohortChoices = NO_CHOICES,
): Cohorts {
  const movedTo = new Map([...chosen].filter(([, name]) => !name.startsWith(REFERENCE_PREFIX)));
  const of = new Uint32Array(traits.length);
  const table = new CohortTable();
  const levels = levelsOf(rule);
  const accounts = traits.map((_, account) => account);
  const counting = accounts.filter((a) => !movedTo.has(a) && !leftOut.has(a));
  let waiting = accounts.filter((a) => !movedTo.has(a));
  levels.forEach((level, at) => {
    const key = (a: number) => JSON.stringify(level.map((trait) => traitValue(traits[a], trait)));
    const groups = Map.groupBy(counting, key);
    const placed = new Map<string, number>();
    const left: number[] = [];
    for (const account of waiting) {
      const group = groups.get(key(account)) ?? [];
      if (group.length < rule.leastMembers && at < levels.length - 1) {
        left.push(account);
        continue;
      }
      let cohort = placed.get(key(account));
      if (cohort === undefined) {
        const values = traitValues(traits[account], level);
        cohort = table.add(cohortName(values), 'traits', values, group);
        placed.set(key(account), cohort);
      }
      of[account] = cohort;
    }
    waiting = left;
  });
  for (const [name, movers] of Map.groupBy(movedTo.keys(), (a) => movedTo.get(a) as string)) {
    const shaping = movers.filter((a) => !leftOut.has(a));
    let cohort = table.names.indexOf(name);
    if (cohort < 0) cohort = table.add(name, 'own', [], shaping);
    else table.members[cohort] = Uint32Array.from([...table.members[cohort], ...shaping]).sort();
    for (const a of movers) of[a] = cohort;
  }
  return table.finish(of);
}

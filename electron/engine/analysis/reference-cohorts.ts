import { REFERENCE_PREFIX } from '../../../shared/contract/cohorts.ts';
import {
  type CohortChoices,
  type Cohorts,
  CohortTable,
  type CohortTraits,
  cohortName,
  levelsOf,
  traitValues,
} from './cohorts.ts';

export interface ReferenceCohorts {
  /** Cohorts of the reference's accounts, for all accounts: where none fits, the coarsest stands in `of`. */
  readonly cohorts: Cohorts;
  /** A flag an account under examination: 1 where a cohort of the reference fits it. */
  readonly fits: Uint8Array;
}

/**
 * Cohorts of the benign reference, one for each key of traits that enough of its accounts share; undefined where all
 * of them together are too few. An account under examination is compared with the one that shares most traits, given
 * up in the same order as among themselves. One that shares no trait at all fits only where no trait was to be
 * shared, or where the account has no better cohort among those under examination.
 *
 * A person's choice goes before: an account moved to a cohort of the reference is compared with it, one moved
 * elsewhere with none of the reference.
 * @param traits of all accounts, those under examination first.
 * @param among the cohorts of those under examination.
 */
export function buildReferenceCohorts(
  traits: readonly CohortTraits[],
  among: Cohorts,
  { rule, movedTo, leftOut }: CohortChoices,
): ReferenceCohorts | undefined {
  const examined = among.of.length;
  const counting: number[] = [];
  for (let a = examined; a < traits.length; a++) if (!leftOut.has(a)) counting.push(a);
  if (counting.length < rule.leastMembers) return undefined;
  const table = new CohortTable();
  const levels = levelsOf(rule);
  const keyAt = (level: number, a: number) => JSON.stringify(traitValues(traits[a], levels[level]));
  const known = levels.map((level, at) => {
    const cohorts = new Map<string, number>();
    for (const [key, group] of Map.groupBy(counting, (a) => keyAt(at, a))) {
      if (group.length < rule.leastMembers) continue;
      const values = traitValues(traits[group[0]], level);
      cohorts.set(key, table.add(`${REFERENCE_PREFIX}${cohortName(values)}`, 'reference', values, group));
    }
    return cohorts;
  });
  const coarsest = table.names.length - 1;
  const of = new Uint32Array(traits.length).fill(coarsest);
  const fits = new Uint8Array(examined);
  for (let a = 0; a < traits.length; a++) {
    const at = known.findIndex((cohorts, level) => cohorts.has(keyAt(level, a)));
    of[a] = known[at].get(keyAt(at, a)) as number;
    if (a >= examined) continue;
    const chosen = movedTo.get(a);
    if (chosen === undefined) {
      const sharesTraits = levels[at].length > 0;
      fits[a] = sharesTraits || among.traits[among.of[a]].length === 0 ? 1 : 0;
    } else {
      const cohort = table.names.indexOf(chosen);
      fits[a] = cohort < 0 ? 0 : 1;
      of[a] = cohort < 0 ? coarsest : cohort;
    }
  }
  return { cohorts: table.finish(of), fits };
}

import type { Rng } from '../rng.ts';
import type { CohortOfAccounts } from './cohorts-of.ts';

/**
 * Draws random groups of accounts like these: for each another one of its cohort, none twice. Cohorts overlap, so each
 * must hold enough for the whole group; where one does not, all the cohorts together stand in for it. null where those
 * are too few as well.
 * @param of cohort of each account of the group.
 */
export function groupsAlike(
  cohorts: readonly CohortOfAccounts[],
  of: ArrayLike<number>,
  isUsable: (id: number) => boolean,
  rng: Rng,
): (() => number[]) | null {
  const all = [...new Set(cohorts.flatMap(({ members }) => members))].filter(isUsable).sort((a, b) => a - b);
  if (all.length < of.length) return null;
  const pools = cohorts.map(({ members }) => {
    const own = members.filter(isUsable);
    return own.length < of.length ? all : own;
  });
  return () => {
    const drawn = new Set<number>();
    for (let i = 0; i < of.length; i++) {
      let id = rng.pick(pools[of[i]]);
      while (drawn.has(id)) id = rng.pick(pools[of[i]]);
      drawn.add(id);
    }
    return [...drawn];
  };
}

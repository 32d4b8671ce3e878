import type { Target } from './target.ts';

/** In place of the number of a case while a target makes ready. */
export const STARTING = -1_000_000;

/** A stretch of the cases of one target: `from` to behind `to`. */
export interface Stretch {
  readonly target: string;
  readonly from: number;
  readonly to: number;
}

/** So many cases over the targets, by their shares; each has one at least. */
export function planCases(targets: readonly Target[], cases: number): Stretch[] {
  const all = targets.reduce((sum, { share }) => sum + share, 0);
  return targets.map(({ name, share }) => ({
    target: name,
    from: 0,
    to: Math.max(1, Math.ceil((cases * share) / all)),
  }));
}

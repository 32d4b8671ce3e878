import type { MemberSpread } from '../../../shared/contract/analysis.ts';
import { formatCount, formatUnits } from '../../ui/format.ts';

/** Accounts of an operator by where they lie in their cohorts. */
export interface SpreadCounts {
  /** Below the 5th percentile, in the band, and from the 95th on. */
  readonly below: number;
  readonly inside: number;
  readonly above: number;
  /** Without a place: too little of it to measure, or nobody to compare with. */
  readonly unplaced: number;
}

export function spreadCounts({ bins }: Pick<MemberSpread, 'bins'>, accounts: number): SpreadCounts {
  const below = bins[0];
  const above = bins[bins.length - 1];
  const placed = bins.reduce((sum, count) => sum + count, 0);
  return { below, inside: placed - below - above, above, unplaced: accounts - placed };
}

/** `2 of 3 outside`; where some have no place, `2 of 2 placed outside`. */
export function outsideWords({ below, inside, above, unplaced }: SpreadCounts): string {
  const placed = below + inside + above;
  const of = `${formatCount(below + above)} of ${formatCount(placed)}`;
  return unplaced > 0 ? `${of} placed outside` : `${of} outside`;
}

/** `0 below · 1 in band · 2 above`, with those without a place at the end. */
export function spreadFigures({ below, inside, above, unplaced }: SpreadCounts): string {
  const parts = [
    `${formatCount(below)} below`,
    `${formatCount(inside)} in band`,
    `${formatCount(above)} above`,
  ];
  return [...parts, ...(unplaced > 0 ? [`${formatCount(unplaced)} not placed`] : [])].join(' · ');
}

/** What the strip shows, in a sentence. */
export function spreadSentence(title: string, counts: SpreadCounts): string {
  const { below, inside, above, unplaced } = counts;
  const rest =
    unplaced > 0 ? ` ${formatUnits(unplaced, 'account has', 'accounts have')} no place in a cohort.` : '';
  return `${title}: of ${formatUnits(below + inside + above, 'account')} ${formatCount(below)} below the 5th percentile of its cohort, ${formatCount(inside)} in the band, ${formatCount(above)} at the 95th or above.${rest}`;
}

/**
 * Heights of the bars, 0 to 1, by the square root of the share of the placed accounts, so that one in twenty, as the
 * cohort itself has in each part, can be seen.
 */
export function barHeights01(bins: readonly number[]): readonly number[] {
  const placed = bins.reduce((sum, count) => sum + count, 0);
  return bins.map((count) => (placed > 0 ? Math.sqrt(count / placed) : 0));
}

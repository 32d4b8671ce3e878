import { chanceOfNone, countFrequencies } from './frequency-counts.ts';
import { rarefyRichness } from './rarefaction.ts';

/** How often one account used each cell: cells[i] (ascending, any numbers) used counts[i] times. */
export interface CellCounts {
  readonly cells: ArrayLike<number>;
  readonly counts: ArrayLike<number>;
}

export interface UnionCoverage {
  /** Accounts with at least m observations; the others cannot be compared at m and are left out. */
  readonly accounts: number;
  /** Cells expected when m observations are drawn from each account, all accounts together. */
  readonly union: number;
  /** Cells expected among the m of one account, mean over accounts. */
  readonly mean: number;
  /** union / (accounts * mean): 1 when accounts never share a cell, 1 / accounts when all use the same ones. */
  readonly gain: number;
  /**
   * Cells expected among accounts * m drawn from all observations of these accounts together. A union above it
   * means that accounts keep apart (sharding), below it that each account stays with few cells that others use too.
   */
  readonly pooled: number;
}

/**
 * What accounts cover together at m observations each, so that accounts of different volume count alike. Exact
 * expectations under drawing without replacement; NaN values when no account has m observations.
 * O(observed cells * m).
 */
export function unionCoverage(accounts: readonly CellCounts[], m: number): UnionCoverage {
  const missed = new Map<number, number>();
  const together = new Map<number, number>();
  let used = 0;
  let sum = 0;
  for (const { cells, counts } of accounts) {
    const frequencies = countFrequencies(counts);
    if (m < 1 || frequencies.n < m) continue;
    used++;
    sum += rarefyRichness(frequencies, m).expected;
    for (let i = 0; i < cells.length; i++) {
      if (counts[i] === 0) continue;
      const none = chanceOfNone(frequencies.n, counts[i], m);
      missed.set(cells[i], (missed.get(cells[i]) ?? 1) * none);
      together.set(cells[i], (together.get(cells[i]) ?? 0) + counts[i]);
    }
  }
  if (used === 0) {
    return { accounts: 0, union: Number.NaN, mean: Number.NaN, gain: Number.NaN, pooled: Number.NaN };
  }
  let union = 0;
  // In the order of cells: sums of the same numbers must not differ by the order of accounts.
  for (const cell of [...missed.keys()].sort((one, other) => one - other))
    union += 1 - (missed.get(cell) ?? 1);
  const pooled = rarefyRichness(countFrequencies([...together.values()]), used * m).expected;
  return { accounts: used, union, mean: sum / used, gain: union / sum, pooled };
}

/**
 * Measures of a clustering against known groups. Both are given as one label per item: `clusters[i]` is where item i
 * was put, `groups[i]` where it belongs. Null means "in none" and stands for a cluster or group of its own: an item
 * left unclustered is a singleton, so that leaving items out costs recall and never precision.
 */
export type Label = string | number | null;

export interface BCubed {
  /** In [0, 1]. */
  readonly precision: number;
  readonly recall: number;
  /** Harmonic mean of the two; 0 where both are 0. */
  readonly f1: number;
}

/**
 * B-cubed precision and recall (Amigo et al. 2009): for each item the share of its cluster that is of its group, and
 * the share of its group that is in its cluster, itself included, averaged over items.
 * @param over averages over these items alone (all by default); the others still fill clusters and groups. NaN for none.
 */
export function bCubed(
  clusters: readonly Label[],
  groups: readonly Label[],
  over: (item: number) => boolean = () => true,
): BCubed {
  const one = coded(clusters);
  const other = coded(groups);
  const { cells, rows, columns } = table(one, other);
  let precision = 0;
  let recall = 0;
  let items = 0;
  for (let item = 0; item < one.length; item++) {
    if (!over(item)) continue;
    const both = cells.get(cellKey(one[item]!, other[item]!))!;
    precision += both / rows.get(one[item]!)!;
    recall += both / columns.get(other[item]!)!;
    items++;
  }
  precision /= items;
  recall /= items;
  const sum = precision + recall;
  return { precision, recall, f1: sum === 0 ? 0 : (2 * precision * recall) / sum };
}

/**
 * Adjusted Rand index (Hubert and Arabie 1985): 1 for equal partitions, about 0 for unrelated ones, negative below
 * chance. 1 where both partitions are trivial in the same way; NaN for no items.
 */
export function adjustedRand(clusters: readonly Label[], groups: readonly Label[]): number {
  const { cells, rows, columns, items } = table(coded(clusters), coded(groups));
  const together = sumPairs(cells);
  const inClusters = sumPairs(rows);
  const inGroups = sumPairs(columns);
  if (items === 0) return Number.NaN;
  const expected = items === 1 ? 0 : (inClusters * inGroups) / pairs(items);
  const most = (inClusters + inGroups) / 2;
  return most === expected ? 1 : (together - expected) / (most - expected);
}

/** Share of the pairs put into one cluster that belong to one group; NaN where no two items are clustered. */
export function pairwisePrecision(clusters: readonly Label[], groups: readonly Label[]): number {
  const { cells, rows } = table(coded(clusters), coded(groups));
  return sumPairs(cells) / sumPairs(rows);
}

/** Labels as numbers, each null a number of its own. */
function coded(labels: readonly Label[]): number[] {
  const codes = new Map<Label, number>();
  let next = 0;
  return labels.map((label) => {
    const known = label === null ? undefined : codes.get(label);
    if (known !== undefined) return known;
    if (label !== null) codes.set(label, next);
    return next++;
  });
}

function table(one: readonly number[], other: readonly number[]) {
  if (one.length !== other.length) throw new RangeError('There must be one group for each item.');
  const cells = new Map<number, number>();
  const rows = new Map<number, number>();
  const columns = new Map<number, number>();
  const add = (counts: Map<number, number>, key: number) => counts.set(key, (counts.get(key) ?? 0) + 1);
  one.forEach((row, item) => {
    add(cells, cellKey(row, other[item]!));
    add(rows, row);
    add(columns, other[item]!);
  });
  return { cells, rows, columns, items: one.length };
}

/** Exact below 2^26 clusters and groups, far above any number of accounts. */
function cellKey(row: number, column: number): number {
  return row * 2 ** 26 + column;
}

function pairs(n: number): number {
  return (n * (n - 1)) / 2;
}

function sumPairs(counts: ReadonlyMap<number, number>): number {
  let sum = 0;
  for (const count of counts.values()) sum += pairs(count);
  return sum;
}

import { membersOf, type Partition } from './partition.ts';

export interface Stability {
  /** Share of a community's pairs that stay together, mean over runs, in [0, 1]; 1 for a single node. */
  readonly together: Float64Array;
  /**
   * Best Jaccard overlap with a community of the run, mean over runs, in [0, 1] (Hennig 2007). Unlike `together` it
   * falls also where a run merges the community into a larger one.
   */
  readonly overlap: Float64Array;
}

/** How well each community of `reference` is found again by other runs (other seeds or resolutions). */
export function stabilityOf(reference: Partition, runs: readonly Partition[]): Stability {
  const { communities } = reference;
  const together = new Float64Array(communities);
  const overlap = new Float64Array(communities);
  const members = membersOf(reference);
  for (const run of runs) {
    const sizes = new Uint32Array(run.communities);
    for (const c of run.community) sizes[c]++;
    const shared = new Uint32Array(run.communities);
    for (let c = 0; c < communities; c++) {
      const nodes = members.nodes.subarray(members.from[c], members.from[c + 1]);
      for (const v of nodes) shared[run.community[v]]++;
      let pairs = 0;
      let best = 0;
      for (const v of nodes) {
        const k = run.community[v];
        const n = shared[k];
        if (n === 0) continue;
        pairs += (n * (n - 1)) / 2;
        best = Math.max(best, n / (nodes.length + sizes[k] - n));
        shared[k] = 0;
      }
      const all = (nodes.length * (nodes.length - 1)) / 2;
      together[c] += (all === 0 ? 1 : pairs / all) / runs.length;
      overlap[c] += best / runs.length;
    }
  }
  if (runs.length === 0) return { together: together.fill(1), overlap: overlap.fill(1) };
  return { together, overlap };
}

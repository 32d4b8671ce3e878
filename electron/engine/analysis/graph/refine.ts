import type { Rng } from '../../rng.ts';
import { shuffleInPlace } from '../statistics/resampling.ts';
import type { LevelGraph } from './aggregate.ts';
import { membersOf, type Partition } from './partition.ts';

/** Randomness of merges, as a share of the mean edge weight (the paper's theta = 0.01 on unweighted graphs). */
const THETA = 0.01;

/**
 * Leiden's refinement: starts from single nodes and merges them only inside their community of `partition`, only
 * nodes and groups that are well connected to the rest of it, into groups drawn with probability growing with the
 * gain. Returns a label for each node. `scale` is the mean edge weight of the graph.
 */
export function refine(
  level: LevelGraph,
  partition: Partition,
  options: { readonly resolution: number; readonly scale: number; readonly rng: Rng },
): Uint32Array {
  const { nodes, from, targets, weights, sizes } = level;
  const { resolution, scale, rng } = options;
  const { community, communities } = partition;
  const members = membersOf(partition);
  const label = Uint32Array.from({ length: nodes }, (_, v) => v);
  const total = sizes.slice();
  const alone = new Uint8Array(nodes).fill(1);
  /** Weight between a group and the rest of its community. */
  const outward = new Float64Array(nodes);
  const linked = new Float64Array(nodes);
  const near = new Uint32Array(nodes);
  const chance = new Float64Array(nodes);

  for (let v = 0; v < nodes; v++) {
    for (let at = from[v]; at < from[v + 1]; at++) {
      if (community[targets[at]] === community[v]) outward[v] += weights[at];
    }
  }
  for (let c = 0; c < communities; c++) {
    const group = members.nodes.slice(members.from[c], members.from[c + 1]);
    if (group.length === 1) continue;
    let whole = 0;
    for (const v of group) whole += sizes[v];
    shuffleInPlace(group, rng);
    for (const v of group) {
      if (!alone[v] || outward[v] < resolution * sizes[v] * (whole - sizes[v])) continue;
      let count = 0;
      for (let at = from[v]; at < from[v + 1]; at++) {
        if (community[targets[at]] !== c) continue;
        const into = label[targets[at]];
        if (linked[into] === 0) near[count++] = into;
        linked[into] += weights[at];
      }
      let candidates = 0;
      let most = 0;
      for (let k = 0; k < count; k++) {
        const into = near[k];
        const gain = linked[into] - resolution * sizes[v] * total[into];
        const well = outward[into] >= resolution * total[into] * (whole - total[into]);
        if (!well || gain < 0) continue;
        near[candidates] = into;
        chance[candidates++] = gain;
        most = Math.max(most, gain);
      }
      if (candidates > 0) {
        for (let k = 0; k < candidates; k++) chance[k] = Math.exp((chance[k] - most) / (THETA * scale));
        const into = near[rng.weighted(chance.subarray(0, candidates))];
        const shared = linked[into];
        outward[into] += outward[v] - 2 * shared;
        total[into] += sizes[v];
        label[v] = into;
        alone[into] = 0;
        alone[v] = 0;
      }
      for (let at = from[v]; at < from[v + 1]; at++) linked[label[targets[at]]] = 0;
    }
  }
  return label;
}

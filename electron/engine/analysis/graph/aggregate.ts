import { membersOf, type Partition } from './partition.ts';

/** A graph during aggregation: nodes stand for groups of `sizes` nodes of the original graph. */
export interface LevelGraph {
  readonly nodes: number;
  readonly from: Uint32Array;
  readonly targets: Uint32Array;
  readonly weights: Float64Array;
  readonly sizes: Float64Array;
}

/** The graph whose nodes are the partition's groups, weights between them added up; weight inside is dropped. */
export function aggregate(level: LevelGraph, partition: Partition): LevelGraph {
  const { community, communities } = partition;
  const members = membersOf(partition);
  const from = new Uint32Array(communities + 1);
  const sizes = new Float64Array(communities);
  const targets = new Uint32Array(level.targets.length);
  const weights = new Float64Array(level.targets.length);
  const sums = new Float64Array(communities);
  const touched = new Uint32Array(communities);
  let length = 0;
  for (let c = 0; c < communities; c++) {
    let count = 0;
    for (let k = members.from[c]; k < members.from[c + 1]; k++) {
      const v = members.nodes[k];
      sizes[c] += level.sizes[v];
      for (let at = level.from[v]; at < level.from[v + 1]; at++) {
        const other = community[level.targets[at]];
        if (other === c) continue;
        if (sums[other] === 0) touched[count++] = other;
        sums[other] += level.weights[at];
      }
    }
    for (const other of touched.subarray(0, count).sort()) {
      targets[length] = other;
      weights[length++] = sums[other];
      sums[other] = 0;
    }
    from[c + 1] = length;
  }
  return {
    nodes: communities,
    from,
    sizes,
    targets: targets.slice(0, length),
    weights: weights.slice(0, length),
  };
}

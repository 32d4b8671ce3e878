import type { Graph } from './graph.ts';
import type { Partition } from './partition.ts';

/**
 * Quality of a partition under the Constant Potts Model (Traag, Van Dooren and Nesterov 2011):
 * sum over communities of (weight inside) - resolution * n (n - 1) / 2, for n nodes. In the unit of the weights.
 */
export function cpmQuality(graph: Graph, partition: Partition, resolution: number): number {
  const { a, b, weight } = graph.edges;
  const { community, communities } = partition;
  const size = new Float64Array(communities);
  for (const c of community) size[c]++;
  let quality = 0;
  for (let e = 0; e < a.length; e++) if (community[a[e]] === community[b[e]]) quality += weight[e];
  for (const n of size) quality -= (resolution * n * (n - 1)) / 2;
  return quality;
}

import { Rng } from '../../rng.ts';
import { shuffleInPlace } from '../statistics/resampling.ts';
import { aggregate, type LevelGraph } from './aggregate.ts';
import { connectedComponents } from './components.ts';
import type { Graph } from './graph.ts';
import { moveNodes } from './move-nodes.ts';
import { type Partition, renumber } from './partition.ts';
import { refine } from './refine.ts';

export interface LeidenOptions {
  /**
   * CPM's resolution, in the unit of the weights: two groups are worth joining while the mean weight over all pairs
   * between them is above it; > 0.
   */
  readonly resolution: number;
  readonly seed: number;
}

/** Rounds of the whole algorithm; it nearly always settles within three. */
const MOST_ROUNDS = 10;

/**
 * Communities by the Leiden algorithm (Traag, Waltman and van Eck 2019, doi 10.1038/s41598-019-41695-z) under CPM:
 * fast local moving, refinement, aggregation, repeated until a round changes nothing. Each community is connected.
 * One seed and one order of nodes give one result; near-linear in the edges.
 */
export function leiden(graph: Graph, options: LeidenOptions): Partition {
  const { resolution, seed } = options;
  if (!(resolution > 0)) throw new RangeError('the resolution of CPM is above zero');
  const rng = new Rng(seed).fork('leiden');
  let partition: Partition = renumber(Uint32Array.from({ length: graph.nodes }, (_, v) => v));
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const next = runRound(graph, partition, resolution, rng);
    const settled = next.community.every((c, v) => c === partition.community[v]);
    partition = next;
    if (settled) break;
  }
  return partition;
}

/** The Leiden algorithm once through, from a given partition. */
function runRound(graph: Graph, start: Partition, resolution: number, rng: Rng): Partition {
  let level: LevelGraph = {
    nodes: graph.nodes,
    from: graph.from,
    targets: graph.targets,
    weights: graph.weights,
    sizes: new Float64Array(graph.nodes).fill(1),
  };
  const scale = meanOf(graph.edges.weight);
  /** Node of the current level in which each node of the graph lies. */
  const place = Uint32Array.from({ length: graph.nodes }, (_, v) => v);
  let community = start.community.slice();
  for (;;) {
    const order = Uint32Array.from({ length: level.nodes }, (_, v) => v);
    shuffleInPlace(order, rng);
    moveNodes(level, community, order, resolution);
    const moved = renumber(community);
    if (moved.communities === level.nodes) break;
    const refined = renumber(refine(level, moved, { resolution, scale, rng }));
    // Where nothing inside any community merges, a next level would be this one again.
    if (refined.communities === level.nodes) break;
    const above = new Uint32Array(refined.communities);
    for (let v = 0; v < level.nodes; v++) above[refined.community[v]] = moved.community[v];
    for (let v = 0; v < place.length; v++) place[v] = refined.community[place[v]];
    level = aggregate(level, refined);
    community = above;
  }
  const labels = place.map((node) => community[node]);
  // The paper proves communities connected; rounding in the gains could break that, and splitting only gains quality.
  return connectedComponents(graph, labels);
}

function meanOf(weights: Float64Array): number {
  return weights.length === 0 ? 1 : weights.reduce((sum, weight) => sum + weight, 0) / weights.length;
}

import { Rng } from '../../../engine/rng.ts';

const TREES = 100;
const SUBSAMPLE = 256;

interface Node {
  readonly feature: number;
  readonly at: number;
  readonly below: Tree;
  readonly above: Tree;
}
/** A leaf is the number of points in it. */
type Tree = Node | number;

/**
 * Anomaly scores of an isolation forest (Liu et al. 2008) over points of equal length: [points] values in (0, 1),
 * higher is more isolated, about 0.5 for ordinary points. Deterministic for a seed.
 */
export function isolationScores(points: readonly ArrayLike<number>[], seed = 1): Float64Array {
  const rng = new Rng(seed);
  const size = Math.min(SUBSAMPLE, points.length);
  const limit = Math.ceil(Math.log2(Math.max(2, size)));
  const depths = new Float64Array(points.length);
  for (let tree = 0; tree < TREES; tree++) {
    const root = grow(rng, rng.sample(points, size), limit);
    points.forEach((point, at) => {
      depths[at]! += depthOf(root, point) / TREES;
    });
  }
  const usual = averageDepth(size);
  return depths.map((depth) => 2 ** (-depth / usual));
}

function grow(rng: Rng, points: readonly ArrayLike<number>[], left: number): Tree {
  if (left === 0 || points.length <= 1) return points.length;
  const feature = rng.int(0, points[0]!.length - 1);
  const values = points.map((point) => point[feature]!);
  const low = Math.min(...values);
  const high = Math.max(...values);
  if (low === high) return points.length;
  const at = rng.between(low, high);
  return {
    feature,
    at,
    below: grow(
      rng,
      points.filter((point) => point[feature]! < at),
      left - 1,
    ),
    above: grow(
      rng,
      points.filter((point) => point[feature]! >= at),
      left - 1,
    ),
  };
}

function depthOf(tree: Tree, point: ArrayLike<number>): number {
  let depth = 0;
  let node = tree;
  while (typeof node !== 'number') {
    node = point[node.feature]! < node.at ? node.below : node.above;
    depth++;
  }
  return depth + averageDepth(node);
}

/** Average depth of an unsuccessful search in a binary tree of n points. */
function averageDepth(n: number): number {
  if (n <= 1) return 0;
  if (n === 2) return 1;
  return 2 * (Math.log(n - 1) + 0.5772156649) - (2 * (n - 1)) / n;
}

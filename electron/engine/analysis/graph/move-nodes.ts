import type { LevelGraph } from './aggregate.ts';

/** Gains smaller than this share of the weights at hand are rounding. */
const TOLERANCE = 1e-12;

/**
 * Fast local moving: visits nodes in that order and then those whose neighbourhood changed, and moves each to the
 * community with the largest gain in CPM, an empty one included, until no move gains. Changes `community`, whose
 * labels are below the number of nodes. Ties leave a node where it is, else go to the lowest label.
 */
export function moveNodes(
  level: LevelGraph,
  community: Uint32Array,
  order: Uint32Array,
  resolution: number,
): void {
  const { nodes, from, targets, weights, sizes } = level;
  const total = new Float64Array(nodes);
  const occupants = new Uint32Array(nodes);
  for (let v = 0; v < nodes; v++) {
    total[community[v]] += sizes[v];
    occupants[community[v]]++;
  }
  const empty: number[] = [];
  for (let c = nodes - 1; c >= 0; c--) if (occupants[c] === 0) empty.push(c);

  const queue = order.slice();
  const waiting = new Uint8Array(nodes).fill(1);
  const linked = new Float64Array(nodes);
  const near = new Uint32Array(nodes);
  let head = 0;
  for (let left = nodes; left > 0; left--) {
    const v = queue[head];
    head = head + 1 === nodes ? 0 : head + 1;
    waiting[v] = 0;
    const own = community[v];
    let count = 0;
    for (let at = from[v]; at < from[v + 1]; at++) {
      const c = community[targets[at]];
      if (linked[c] === 0) near[count++] = c;
      linked[c] += weights[at];
    }
    const size = sizes[v];
    const stay = linked[own] - resolution * size * (total[own] - size);
    let best = own;
    let bestGain = stay;
    const margin = TOLERANCE * (Math.abs(stay) + resolution * size * size);
    for (let k = 0; k < count; k++) {
      const c = near[k];
      if (c === own) continue;
      const gain = linked[c] - resolution * size * total[c];
      const better = gain > bestGain + margin;
      if (better || (best !== own && gain >= bestGain - margin && gain > stay + margin && c < best)) {
        best = c;
        bestGain = gain;
      }
    }
    if (0 > bestGain + margin && occupants[own] > 1) best = empty.pop() as number;
    for (let k = 0; k < count; k++) linked[near[k]] = 0;
    if (best === own) continue;

    community[v] = best;
    total[own] -= size;
    total[best] += size;
    occupants[best]++;
    if (--occupants[own] === 0) {
      total[own] = 0;
      empty.push(own);
    }
    for (let at = from[v]; at < from[v + 1]; at++) {
      const other = targets[at];
      if (waiting[other] || community[other] === best) continue;
      waiting[other] = 1;
      queue[head + left - 1 < nodes ? head + left - 1 : head + left - 1 - nodes] = other;
      left++;
    }
  }
}

/** A partition of nodes: `community[v]` from 0 to `communities - 1`, numbered by their lowest node. */
export interface Partition {
  readonly communities: number;
  readonly community: Uint32Array;
}

/** The same groups numbered by their lowest node, so that equal partitions are equal arrays. */
export function renumber(labels: ArrayLike<number>): Partition {
  const community = new Uint32Array(labels.length);
  const names = new Map<number, number>();
  for (let v = 0; v < labels.length; v++) {
    let name = names.get(labels[v]);
    if (name === undefined) {
      name = names.size;
      names.set(labels[v], name);
    }
    community[v] = name;
  }
  return { communities: names.size, community };
}

/** The nodes of each community, ascending: those of c are `nodes[from[c]]` to `nodes[from[c + 1] - 1]`. */
export function membersOf(partition: Partition): { from: Uint32Array; nodes: Uint32Array } {
  const { communities, community } = partition;
  const from = new Uint32Array(communities + 1);
  for (const c of community) from[c + 1]++;
  for (let c = 0; c < communities; c++) from[c + 1] += from[c];
  const next = from.slice();
  const nodes = new Uint32Array(community.length);
  for (let v = 0; v < community.length; v++) nodes[next[community[v]]++] = v;
  return { from, nodes };
}

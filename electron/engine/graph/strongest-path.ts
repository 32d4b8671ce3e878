/** A link between two nodes, by their numbers. */
export interface PathLink {
  readonly a: number;
  readonly b: number;
  readonly bits: number;
}

/**
 * The path whose weakest link is strongest; of those the one of fewest links, then of most bits in all, then through
 * the lowest numbers. Places of its links in order; null where none joins the two, empty from a node to itself.
 */
export function strongestPath(
  nodes: number,
  links: readonly PathLink[],
  from: number,
  to: number,
): number[] | null {
  if (from === to) return [];
  const least = widestBits(nodes, links, from, to);
  if (least === null) return null;
  return shortestPath(
    neighbours(nodes, links, ({ bits }) => bits >= least),
    from,
    to,
  );
}

interface Neighbour {
  readonly to: number;
  readonly link: number;
  readonly bits: number;
}

function neighbours(
  nodes: number,
  links: readonly PathLink[],
  counts: (link: PathLink) => boolean,
): readonly (readonly Neighbour[])[] {
  const around: Neighbour[][] = Array.from({ length: nodes }, () => []);
  links.forEach((one, link) => {
    if (!counts(one)) return;
    around[one.a].push({ to: one.b, link, bits: one.bits });
    around[one.b].push({ to: one.a, link, bits: one.bits });
  });
  for (const list of around) list.sort((one, other) => one.to - other.to || one.link - other.link);
  return around;
}

/** The greatest bits that every link of some path has: links are added from the strongest until the two are joined. */
function widestBits(nodes: number, links: readonly PathLink[], from: number, to: number): number | null {
  const above = Uint32Array.from({ length: nodes }, (_, v) => v);
  const find = (v: number): number => {
    let root = v;
    while (above[root] !== root) {
      above[root] = above[above[root]];
      root = above[root];
    }
    return root;
  };
  for (const { a, b, bits } of [...links].sort((one, other) => other.bits - one.bits)) {
    above[find(a)] = find(b);
    if (find(from) === find(to)) return bits;
  }
  return null;
}

/** Of the shortest paths the one of most bits: best sums layer by layer, then back from the end. */
function shortestPath(around: readonly (readonly Neighbour[])[], from: number, to: number): number[] | null {
  const best = new Map<number, { readonly sum: number; readonly link: number; readonly before: number }>();
  best.set(from, { sum: 0, link: -1, before: -1 });
  let layer = [from];
  while (layer.length > 0 && !best.has(to)) {
    const next = new Map<number, { sum: number; link: number; before: number }>();
    for (const v of layer) {
      const { sum } = best.get(v) as { sum: number };
      for (const { to: other, link, bits } of around[v]) {
        if (best.has(other)) continue;
        const known = next.get(other);
        if (!known || sum + bits > known.sum) next.set(other, { sum: sum + bits, link, before: v });
      }
    }
    for (const [v, entry] of next) best.set(v, entry);
    layer = [...next.keys()].sort((one, other) => one - other);
  }
  const path: number[] = [];
  for (let v = to; v !== from; ) {
    const step = best.get(v);
    if (!step) return null;
    path.push(step.link);
    v = step.before;
  }
  return path.reverse();
}

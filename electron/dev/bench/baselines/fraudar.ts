import { countLinks, type Links } from './links.ts';

/**
 * The densest blocks of accounts and shared objects, one after the other (FRAUDAR, Hooi et al. 2016): edges weigh
 * 1 / log(degree of the object + 5), nodes are peeled off by least weight, and the remainder of greatest mean weight
 * is the block. Returns [accounts] block numbers from 0, densest first; null for accounts in no block.
 */
export function fraudarBlocks(links: Links, blocks: number): (number | null)[] {
  const found: (number | null)[] = new Array(links.accounts).fill(null);
  let edges = countLinks(links).map((own) => [...own.keys()]);
  edges = onlyShared(edges);
  for (let block = 0; block < blocks; block++) {
    const members = densest(edges);
    if (members.length < 2) break;
    for (const account of members) {
      found[account] = block;
      edges[account] = [];
    }
    edges = onlyShared(edges);
  }
  return found;
}

/** Objects of one account alone say nothing about groups and would be most of the graph. */
function onlyShared(edges: readonly (readonly number[])[]): number[][] {
  const degree = new Map<number, number>();
  for (const own of edges) for (const object of own) degree.set(object, (degree.get(object) ?? 0) + 1);
  return edges.map((own) => own.filter((object) => degree.get(object)! > 1));
}

/** Accounts of the block with the greatest total edge weight a node. */
function densest(edges: readonly (readonly number[])[]): number[] {
  const objects = new Map<number, number>();
  for (const own of edges)
    for (const object of own) if (!objects.has(object)) objects.set(object, objects.size);
  const accounts = edges.length;
  const neighbours: number[][] = Array.from({ length: accounts + objects.size }, () => []);
  edges.forEach((own, account) => {
    for (const object of own) {
      const node = accounts + objects.get(object)!;
      neighbours[account]!.push(node);
      neighbours[node]!.push(account);
    }
  });
  const weightOf = (object: number) => 1 / Math.log(neighbours[object]!.length + 5);
  const edgeWeight = Float64Array.from(neighbours, (_, node) => (node < accounts ? 0 : weightOf(node)));
  const weight = Float64Array.from(neighbours, (own, node) =>
    node < accounts
      ? own.reduce((sum, object) => sum + edgeWeight[object]!, 0)
      : own.length * edgeWeight[node]!,
  );
  const alive = neighbours.map((own) => own.length > 0);
  let nodes = alive.filter(Boolean).length;
  let total = weight.subarray(0, accounts).reduce((sum, value) => sum + value, 0);
  const heap = new MinHeap();
  weight.forEach((value, node) => {
    if (alive[node]) heap.push(value, node);
  });
  const removed: number[] = [];
  let best = total / Math.max(1, nodes);
  let bestAt = 0;
  while (nodes > 1) {
    const { value, node } = heap.pop();
    // Entries made before a weight fell are stale.
    if (!alive[node] || value !== weight[node]) continue;
    alive[node] = false;
    removed.push(node);
    nodes--;
    for (const other of neighbours[node]!) {
      if (!alive[other]) continue;
      const edge = node < accounts ? edgeWeight[other]! : edgeWeight[node]!;
      total -= edge;
      weight[other]! -= edge;
      heap.push(weight[other]!, other);
    }
    if (total / nodes > best) {
      best = total / nodes;
      bestAt = removed.length;
    }
  }
  const gone = new Set(removed.slice(0, bestAt));
  return edges.flatMap((own, account) => (own.length > 0 && !gone.has(account) ? [account] : []));
}

/** A binary heap of numbered values, least first. */
class MinHeap {
  private readonly values: number[] = [];
  private readonly nodes: number[] = [];

  push(value: number, node: number): void {
    let at = this.values.length;
    this.values.push(value);
    this.nodes.push(node);
    while (at > 0) {
      const up = (at - 1) >> 1;
      if (this.values[up]! <= value) break;
      this.swap(at, up);
      at = up;
    }
  }

  /** The least value; the heap must not be empty. */
  pop(): { value: number; node: number } {
    const value = this.values[0]!;
    const node = this.nodes[0]!;
    this.swap(0, this.values.length - 1);
    this.values.pop();
    this.nodes.pop();
    for (let at = 0; ; ) {
      let least = at;
      for (const child of [2 * at + 1, 2 * at + 2]) {
        if (child < this.values.length && this.values[child]! < this.values[least]!) least = child;
      }
      if (least === at) break;
      this.swap(at, least);
      at = least;
    }
    return { value, node };
  }

  private swap(one: number, other: number): void {
    [this.values[one], this.values[other]] = [this.values[other]!, this.values[one]!];
    [this.nodes[one], this.nodes[other]] = [this.nodes[other]!, this.nodes[one]!];
  }
}

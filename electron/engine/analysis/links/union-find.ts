/** Disjoint sets of 0 to n - 1; the lowest member names a set, so that results do not depend on order. */
export class UnionFind {
  private readonly parent: Uint32Array;

  constructor(count: number) {
    this.parent = Uint32Array.from({ length: count }, (_, v) => v);
  }

  find(v: number): number {
    const { parent } = this;
    let root = v;
    while (parent[root] !== root) root = parent[root];
    for (let at = v; parent[at] !== root; ) {
      const above = parent[at];
      parent[at] = root;
      at = above;
    }
    return root;
  }

  join(one: number, other: number): void {
    const a = this.find(one);
    const b = this.find(other);
    if (a < b) this.parent[b] = a;
    else this.parent[a] = b;
  }

  /** The name of each member's set. */
  labels(): Uint32Array {
    return this.parent.map((_, v) => this.find(v));
  }
}

const ROOT = 0;

/**
 * Finds which of many fixed strings stand anywhere in a text, in one sweep over it (an automaton of
 * Aho and Corasick with all its transitions written out, over the few characters that the strings use).
 */
export class KeyFinder {
  /** Class of each UTF-16 unit; 0 for those in no key. */
  private readonly classOf = new Uint16Array(65_536);
  private readonly classes: number;
  private readonly next: Uint16Array;
  /** Keys found on reaching a state: keys[from[state]] .. keys[from[state + 1] - 1]. */
  private readonly from: Uint32Array;
  private readonly keys: Uint16Array;
  private readonly seenIn: Uint32Array;
  private epoch = 0;

  /** `keys`: not empty strings. */
  constructor(keys: readonly string[]) {
    let classes = 1;
    for (const unit of keys.join('')) {
      const code = unit.charCodeAt(0);
      if (this.classOf[code] === 0) this.classOf[code] = classes++;
    }
    this.classes = classes;
    const children: Map<number, number>[] = [new Map()];
    const ends: number[][] = [[]];
    keys.forEach((key, k) => {
      let state = ROOT;
      for (let i = 0; i < key.length; i++) {
        const kind = this.classOf[key.charCodeAt(i)];
        let child = children[state].get(kind);
        if (child === undefined) {
          child = children.push(new Map()) - 1;
          ends.push([]);
          children[state].set(kind, child);
        }
        state = child;
      }
      ends[state].push(k);
    });
    this.next = new Uint16Array(children.length * classes);
    this.link(children, ends);
    this.from = new Uint32Array(children.length + 1);
    ends.forEach((list, state) => {
      this.from[state + 1] = this.from[state] + list.length;
    });
    this.keys = Uint16Array.from(ends.flat());
    this.seenIn = new Uint32Array(keys.length);
  }

  /** Sweeps a text; `has` then tells of it. */
  read(text: string): void {
    const { classOf, classes, next, from, keys, seenIn } = this;
    const epoch = ++this.epoch;
    let state = ROOT;
    for (let i = 0; i < text.length; i++) {
      state = next[state * classes + classOf[text.charCodeAt(i)]];
      for (let at = from[state]; at < from[state + 1]; at++) seenIn[keys[at]] = epoch;
    }
  }

  /** Whether the text read last holds key k. */
  has(key: number): boolean {
    return this.seenIn[key] === this.epoch;
  }

  /** Fills the transitions breadth first: what a state lacks, the longest suffix of it that is a state has. */
  private link(children: readonly Map<number, number>[], ends: number[][]): void {
    const { classes, next } = this;
    const suffix = new Uint16Array(children.length);
    const queue = [ROOT];
    for (let at = 0; at < queue.length; at++) {
      const state = queue[at];
      const fallback = suffix[state];
      if (state !== ROOT) ends[state].push(...ends[fallback]);
      for (let kind = 0; kind < classes; kind++) {
        const other = state === ROOT ? ROOT : next[fallback * classes + kind];
        const child = children[state].get(kind);
        next[state * classes + kind] = child ?? other;
        if (child === undefined) continue;
        suffix[child] = other;
        queue.push(child);
      }
    }
  }
}

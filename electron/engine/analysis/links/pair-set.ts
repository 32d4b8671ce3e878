/** Unordered pairs of accounts, collected with repeats. */
export class PairSet {
  private readonly accounts: number;
  private keys = new Float64Array(1024);
  private length = 0;

  constructor(accounts: number) {
    this.accounts = accounts;
  }

  add(one: number, other: number): void {
    if (this.length === this.keys.length) {
      const larger = new Float64Array(2 * this.length);
      larger.set(this.keys);
      this.keys = larger;
    }
    this.keys[this.length++] = Math.min(one, other) * this.accounts + Math.max(one, other);
  }

  /** Each pair once, ascending by a, then b; a < b. */
  sorted(): { a: Uint32Array; b: Uint32Array } {
    const keys = this.keys.subarray(0, this.length).sort();
    const distinct = keys.filter((key, at) => at === 0 || key !== keys[at - 1]);
    return {
      a: Uint32Array.from(distinct, (key) => Math.floor(key / this.accounts)),
      b: Uint32Array.from(distinct, (key) => key % this.accounts),
    };
  }
}

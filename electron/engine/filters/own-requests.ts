import type { CellIndex, Numbers } from './cell-index.ts';
import type { BinRange } from './count.ts';

/** Requests by combination of one account after another, within a range of time. */
export class OwnRequests {
  /** What `gather` found: combination[from .. its answer], each once, and the requests of each in `sum`. */
  combination: Numbers;
  sum: Numbers;
  from = 0;
  private readonly index: CellIndex;
  private readonly range: BinRange;
  private readonly sums: Float64Array;
  private readonly place: Int32Array;
  private count = 0;

  constructor(index: CellIndex, range: BinRange) {
    this.index = index;
    // Requests without a time stand behind the last bin.
    this.range = range && { from: range.from, to: Math.min(range.to, index.bins) };
    // Without a range everything is added up already.
    this.combination = range ? new Uint32Array(index.combinations) : index.pairCombination;
    this.sum = range ? new Float64Array(index.combinations) : index.pairRequests;
    this.sums = range ? (this.sum as Float64Array) : new Float64Array(0);
    this.place = new Int32Array(range ? index.combinations : 0).fill(-1);
  }

  gather(account: number): number {
    const { range, index } = this;
    if (range === null) {
      this.from = index.pairFrom[account];
      return index.pairFrom[account + 1];
    }
    this.count = 0;
    const { blockBins } = index;
    const firstBlock = Math.ceil(range.from / blockBins);
    const endBlock = Math.floor(range.to / blockBins);
    if (firstBlock < endBlock) {
      // Whole blocks inside, quarter hours at both edges.
      this.addCells(account, range.from, firstBlock * blockBins);
      this.add(
        index.block,
        index.blockCombination,
        index.blockRequests,
        index.blockFrom[account],
        index.blockFrom[account + 1],
        firstBlock,
        endBlock,
      );
      this.addCells(account, endBlock * blockBins, range.to);
    } else this.addCells(account, range.from, range.to);
    const { combination: used, place, count } = this;
    for (let i = 0; i < count; i++) place[used[i]] = -1;
    return count;
  }

  private addCells(account: number, from: number, to: number): void {
    if (from >= to) return;
    const { index } = this;
    const { bin, combination, requests } = index;
    this.add(bin, combination, requests, index.from[account], index.from[account + 1], from, to);
  }

  /** Adds entries of [first, end) whose time, which ascends, lies in [from, to). */
  private add(
    time: Numbers,
    combination: Numbers,
    requests: Numbers,
    first: number,
    end: number,
    from: number,
    to: number,
  ): void {
    const { sums, place, combination: used } = this;
    let { count } = this;
    for (let i = firstFrom(time, from, first, end); i < end && time[i] < to; i++) {
      const c = combination[i];
      let at = place[c];
      if (at < 0) {
        at = count++;
        place[c] = at;
        used[at] = c;
        sums[at] = 0;
      }
      sums[at] += requests[i];
    }
    this.count = count;
  }
}

/** The first place of [from, to) whose number is at least `least`, of ascending numbers; `to` without any. */
export function firstFrom(numbers: Numbers, least: number, from: number, to: number): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (numbers[middle] < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

import { NumberWriter } from '../requests/packed-numbers.ts';
import { NO_BIN, packCells } from './cell-codec.ts';
import { joined } from './joined.ts';

/** The cells of all accounts of a source. */
export interface PackedCells {
  /** Ids in the case, ascending. */
  readonly accounts: Uint32Array;
  /** Packed cells of account i are bytes[ends[i - 1] .. ends[i]]. */
  readonly ends: Float64Array;
  readonly bytes: Uint8Array;
  /** Most requests in one cell. */
  readonly most: number;
  /** null where no request has a valid time. */
  readonly firstBin: number | null;
  readonly lastBin: number | null;
}

/** Cells of a source, gathered while its rows pass in any order, and packed account by account at the end. */
export class CellLog {
  private most = 0;
  private firstBin: number | null = null;
  private lastBin: number | null = null;
  private count = 0;
  private account = new Uint32Array(1 << 14);
  private bin = new Int32Array(1 << 14);
  private combination = new Uint32Array(1 << 14);
  private requests = new Float64Array(1 << 14);
  /** The cell that a combination was last put into. */
  private lastOf = new Float64Array(1 << 10).fill(-1);
  /** Where the cells of the account and bin at hand begin. */
  private groupFrom = 0;

  /** Adds requests; costs least where those of an account and bin follow one another. */
  add(account: number, bin: number, combination: number, requests: number): void {
    if (requests === 0) return;
    const last = this.count - 1;
    if (last < 0 || this.account[last] !== account || this.bin[last] !== bin) this.groupFrom = this.count;
    if (combination >= this.lastOf.length) this.lastOf = larger(this.lastOf, combination, Float64Array, -1);
    const known = this.lastOf[combination];
    if (known >= this.groupFrom) {
      this.requests[known] += requests;
      return;
    }
    if (this.count === this.bin.length) this.grow();
    this.account[this.count] = account;
    this.bin[this.count] = bin;
    this.combination[this.count] = combination;
    this.requests[this.count] = requests;
    this.lastOf[combination] = this.count++;
  }

  /** All that was added; to be asked for once. */
  packed(): PackedCells {
    const { order, ends: until } = this.byAccount();
    const writer = new NumberWriter();
    const accounts: number[] = [];
    const parts: Uint8Array[] = [];
    for (let account = 0, from = 0; account < until.length; account++) {
      const to = until[account];
      if (to > from) {
        accounts.push(account);
        parts.push(packCells(writer, this.cellsOf(order.subarray(from, to))));
      }
      from = to;
    }
    const { most, firstBin, lastBin } = this;
    return { accounts: Uint32Array.from(accounts), ...joined(parts), most, firstBin, lastBin };
  }

  /** Sorted, those of one bin and combination made one. */
  private cellsOf(order: Uint32Array) {
    const { bin, combination, requests } = this;
    if (!this.ascends(order)) order.sort((i, j) => bin[i] - bin[j] || combination[i] - combination[j]);
    const cells = {
      bin: new Int32Array(order.length),
      combination: new Uint32Array(order.length),
      requests: new Float64Array(order.length),
    };
    let count = 0;
    for (const i of order) {
      const isSame =
        count > 0 && cells.bin[count - 1] === bin[i] && cells.combination[count - 1] === combination[i];
      if (!isSame) {
        cells.bin[count] = bin[i];
        cells.combination[count] = combination[i];
        count++;
      }
      cells.requests[count - 1] += requests[i];
      this.note(bin[i], cells.requests[count - 1]);
    }
    return {
      bin: cells.bin.subarray(0, count),
      combination: cells.combination.subarray(0, count),
      requests: cells.requests.subarray(0, count),
    };
  }

  private note(bin: number, requests: number): void {
    if (requests > this.most) this.most = requests;
    if (bin === NO_BIN) return;
    if (this.firstBin === null || bin < this.firstBin) this.firstBin = bin;
    if (this.lastBin === null || bin > this.lastBin) this.lastBin = bin;
  }

  private ascends(order: Uint32Array): boolean {
    const { bin, combination } = this;
    for (let k = 1; k < order.length; k++) {
      const step = bin[order[k]] - bin[order[k - 1]];
      if (step < 0 || (step === 0 && combination[order[k]] < combination[order[k - 1]])) return false;
    }
    return true;
  }

  /** The cells in order of their accounts, and where those of each account number end. */
  private byAccount(): { order: Uint32Array; ends: Uint32Array } {
    let accounts = 0;
    for (let i = 0; i < this.count; i++) accounts = Math.max(accounts, this.account[i] + 1);
    const ends = new Uint32Array(accounts + 1);
    for (let i = 0; i < this.count; i++) ends[this.account[i] + 1]++;
    for (let account = 0; account < accounts; account++) ends[account + 1] += ends[account];
    const order = new Uint32Array(this.count);
    // Afterwards each place holds where the account ends.
    for (let i = 0; i < this.count; i++) order[ends[this.account[i]]++] = i;
    return { order, ends: ends.subarray(0, accounts) };
  }

  private grow(): void {
    const last = this.count;
    this.account = larger(this.account, last, Uint32Array);
    this.bin = larger(this.bin, last, Int32Array);
    this.combination = larger(this.combination, last, Uint32Array);
    this.requests = larger(this.requests, last, Float64Array);
  }
}

/** A copy with room for index `last` and as many again. */
function larger<Numbers extends Uint32Array | Int32Array | Float64Array>(
  array: Numbers,
  last: number,
  make: new (length: number) => Numbers,
  fill = 0,
): Numbers {
  const copy = new make(Math.max(2 * array.length, last + 1));
  if (fill !== 0) copy.fill(fill);
  copy.set(array);
  return copy;
}

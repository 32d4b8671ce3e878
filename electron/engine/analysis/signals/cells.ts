import { chanceOfNone, countFrequencies, type FrequencyCounts } from '../coverage/frequency-counts.ts';
import { rarefyRichness } from '../coverage/rarefaction.ts';
import type { Dataset } from '../dataset.ts';
import { LEAST_REQUESTS } from './place.ts';
import type { SignalContext } from './signal.ts';

/** Cells of the space of prompts: topic and template. */
export interface Cells {
  /** Cell of each row, from 1; 0 where nothing is known of the prompt. */
  readonly of: Uint32Array;
  readonly cells: number;
}

export function cellsOf({ data, digests, topics }: SignalContext): Cells {
  const of = new Uint32Array(data.rows);
  const known = new Map<number, number>();
  for (let i = 0; i < data.rows; i++) {
    const template = digests.template[i];
    const topic = topics.topic[i];
    if (data.prompt[i] === 0 && template === 0 && topic === 0) continue;
    const key = topic * (digests.templates.length + 1) + template;
    let cell = known.get(key);
    if (cell === undefined) {
      cell = known.size + 1;
      known.set(key, cell);
    }
    of[i] = cell;
  }
  return { of, cells: known.size };
}

/** Counts what accounts cover; one scratch array for all calls. */
export class CoverageReader {
  private readonly data: Dataset;
  private readonly cells: Cells;
  private readonly counts: Uint32Array;
  private readonly touched: Uint32Array;
  private readonly chance: Float64Array;

  constructor(data: Dataset, cells: Cells) {
    this.data = data;
    this.cells = cells;
    this.counts = new Uint32Array(cells.cells + 1);
    this.touched = new Uint32Array(cells.cells + 1);
    this.chance = new Float64Array(cells.cells + 1).fill(1);
  }

  /** How often cells are used by these accounts together. */
  frequencies(accounts: ArrayLike<number>): FrequencyCounts {
    const found = this.count(accounts);
    const frequencies = countFrequencies(this.touched.subarray(0, found).map((cell) => this.counts[cell]));
    for (let k = 0; k < found; k++) this.counts[this.touched[k]] = 0;
    return frequencies;
  }

  /** Cells an account uses, and the chance of each to be missed by 50 requests; undefined below 50. */
  missed(account: number): Missed | undefined {
    const found = this.count([account]);
    const cells = this.touched.slice(0, found);
    const times = cells.map((cell) => this.counts[cell]);
    for (const cell of cells) this.counts[cell] = 0;
    let n = 0;
    for (const more of times) n += more;
    if (n < LEAST_REQUESTS) return undefined;
    return { cells, chance: Float64Array.from(times, (held) => chanceOfNone(n, held, LEAST_REQUESTS)) };
  }

  /** Cells expected when 50 requests are drawn from each of these. */
  union(accounts: readonly Missed[]): number {
    let found = 0;
    for (const { cells, chance } of accounts) {
      for (let k = 0; k < cells.length; k++) {
        if (this.counts[cells[k]]++ === 0) this.touched[found++] = cells[k];
        this.chance[cells[k]] *= chance[k];
      }
    }
    let union = 0;
    for (let k = 0; k < found; k++) {
      const cell = this.touched[k];
      union += 1 - this.chance[cell];
      this.chance[cell] = 1;
      this.counts[cell] = 0;
    }
    return union;
  }

  private count(accounts: ArrayLike<number>): number {
    const { from } = this.data;
    let found = 0;
    for (let m = 0; m < accounts.length; m++) {
      for (let i = from[accounts[m]]; i < from[accounts[m] + 1]; i++) {
        const cell = this.cells.of[i];
        if (cell > 0 && this.counts[cell]++ === 0) this.touched[found++] = cell;
      }
    }
    return found;
  }
}

export interface Missed {
  readonly cells: Uint32Array;
  readonly chance: Float64Array;
}

/** Cells expected among m requests; NaN when there are fewer. */
export function cellsAt(counts: FrequencyCounts, m: number): number {
  return rarefyRichness(counts, m).expected;
}

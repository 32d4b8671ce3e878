import { REQUEST_FIELDS } from '../../../shared/contract/filters.ts';
import type { SourceCells } from './build-cells.ts';
import { CellReader, countCells, NO_BIN } from './cell-codec.ts';
import { ValueBits } from './value-bits.ts';
import { ValueNumbers } from './value-numbers.ts';

export type Numbers = Uint8Array | Uint16Array | Uint32Array | Float64Array;

const BLOCK_BINS = 96;

/** The least wide numbers that hold whole numbers up to `most`. */
export function numbersUpTo(most: number, length: number): Numbers {
  if (most <= 0xff) return new Uint8Array(length);
  if (most <= 0xffff) return new Uint16Array(length);
  return most <= 0xffff_ffff ? new Uint32Array(length) : new Float64Array(length);
}

/**
 * The requests of a whole case by account, quarter hour and values, in memory: about 5 to 12 bytes a cell, a cell
 * being what an account asked with the same values within a quarter hour. Accounts are places in a list of ids.
 */
export interface CellIndex {
  readonly accounts: number;
  /** Cells of account a are [from[a], from[a + 1]), by time, those without one last. */
  readonly from: Uint32Array;
  /** Quarter hours since `firstBin`; `bins` for requests without a valid time. */
  readonly bin: Numbers;
  readonly combination: Numbers;
  readonly requests: Numbers;
  /** The same without regard to time: pairs of account a are [pairFrom[a], pairFrom[a + 1]). */
  readonly pairFrom: Uint32Array;
  readonly pairCombination: Numbers;
  readonly pairRequests: Numbers;
  /** The same by blocks of `blockBins` quarter hours from the first on, without those that have no time. */
  readonly blockBins: number;
  readonly blockFrom: Uint32Array;
  readonly block: Numbers;
  /** The first cell in the block of each, counted from the first cell of the account. */
  readonly blockCell: Numbers;
  readonly blockCombination: Numbers;
  readonly blockRequests: Numbers;
  /** Quarter hours since 1970 UTC; 0 where no request has a valid time. */
  readonly firstBin: number;
  /** Quarter hours from the first to the last request. */
  readonly bins: number;
  readonly combinations: number;
  /** Value of field f of combination c: valueNumbers[c * REQUEST_FIELDS.length + f], a number of `values[f]`. */
  readonly valueNumbers: Uint32Array;
  readonly values: readonly ValueNumbers[];
  readonly bits: ValueBits;
}

/**
 * Puts the cells of sources together.
 * @param blockBins quarter hours that long ranges are counted by; a day is few enough to leave, many enough to save
 * @param placeOf an account's place by its id in the case; undefined for one the case no longer has.
 */
export function indexCells(
  sources: readonly SourceCells[],
  accounts: number,
  placeOf: (id: number) => number | undefined,
  blockBins = BLOCK_BINS,
): CellIndex {
  const { values, valueNumbers, renumbered } = commonCombinations(sources);
  const combinations = valueNumbers.length / REQUEST_FIELDS.length;
  const timed = sources.filter(({ firstBin }) => firstBin !== null);
  const firstBin = timed.reduce((first, source) => Math.min(first, source.firstBin as number), NO_BIN);
  const bins = timed.reduce((most, source) => Math.max(most, (source.lastBin as number) - firstBin + 1), 0);

  const parts = Array.from({ length: accounts }, (): [source: number, bytes: Uint8Array][] => []);
  sources.forEach(({ accounts: ids, ends, bytes }, s) => {
    ids.forEach((id, i) => {
      const place = placeOf(id);
      if (place !== undefined) parts[place].push([s, bytes.subarray(i === 0 ? 0 : ends[i - 1], ends[i])]);
    });
  });
  const from = new Uint32Array(accounts + 1);
  parts.forEach((own, a) => {
    from[a + 1] = own.reduce((sum, [, bytes]) => sum + countCells(bytes), from[a]);
  });
  const cells = from[accounts];
  const most = sources.reduce((greatest, source) => Math.max(greatest, source.most), 0);
  const bin = numbersUpTo(bins, cells);
  const combination = numbersUpTo(combinations, cells);
  const requests = numbersUpTo(most, cells);

  const reader = new CellReader();
  const totals = new PairTotals(combinations);
  const blocks = new PairTotals(combinations);
  const blockFrom = new Uint32Array(accounts + 1);
  const blockOf: number[] = [];
  const cellOf: number[] = [];
  const pairFrom = new Uint32Array(accounts + 1);
  let at = 0;
  for (let a = 0; a < accounts; a++) {
    for (const [s, bytes] of parts[a]) {
      const known = renumbered[s];
      for (reader.open(bytes); reader.left > 0; at++) {
        reader.next();
        bin[at] = reader.bin === NO_BIN ? bins : reader.bin - firstBin;
        combination[at] = known[reader.combination];
        requests[at] = reader.requests;
        totals.add(known[reader.combination], reader.requests);
      }
    }
    if (parts[a].length > 1) sortCells(bin, combination, requests, from[a], at);
    parts[a] = [];
    pairFrom[a + 1] = totals.end();
    for (let i = from[a]; i < at && bin[i] < bins; ) {
      const block = Math.floor(bin[i] / blockBins);
      const first = i - from[a];
      for (; i < at && bin[i] < bins && bin[i] < (block + 1) * blockBins; i++)
        blocks.add(combination[i], requests[i]);
      const end = blocks.end();
      while (blockOf.length < end) {
        blockOf.push(block);
        cellOf.push(first);
      }
    }
    blockFrom[a + 1] = blockOf.length;
  }
  const block = numbersUpTo(Math.ceil(bins / blockBins), blockOf.length);
  block.set(blockOf);
  const blockCell = numbersUpTo(mostIn(from), cellOf.length);
  blockCell.set(cellOf);
  const { pairCombination: blockCombination, pairRequests: blockRequests } = blocks.finish();
  return {
    accounts,
    from,
    bin,
    combination,
    requests,
    pairFrom,
    ...totals.finish(),
    blockBins,
    blockFrom,
    block,
    blockCell,
    blockCombination,
    blockRequests,
    firstBin: bins === 0 ? 0 : firstBin,
    bins,
    combinations,
    valueNumbers,
    values,
    bits: new ValueBits(values, valueNumbers),
  };
}

/** The longest of stretches that follow one another. */
function mostIn(from: Uint32Array): number {
  let most = 0;
  for (let i = 1; i < from.length; i++) most = Math.max(most, from[i] - from[i - 1]);
  return most;
}

/** Numbers the values and combinations of several sources in common. */
function commonCombinations(sources: readonly SourceCells[]) {
  const values = REQUEST_FIELDS.map(() => new ValueNumbers());
  const numbers = new Map<string, number>();
  const valueNumbers: number[] = [];
  const renumbered = sources.map(({ combinations }) =>
    Uint32Array.from(combinations, (combination) => {
      const own = combination.map((value, field) => values[field].number(value));
      const key = own.join();
      let number = numbers.get(key);
      if (number === undefined) {
        number = numbers.size;
        numbers.set(key, number);
        valueNumbers.push(...own);
      }
      return number;
    }),
  );
  return { values, valueNumbers: Uint32Array.from(valueNumbers), renumbered };
}

/** Requests per combination of one account after another. */
class PairTotals {
  private readonly sums: Float64Array;
  private used: number[] = [];
  private readonly combination: number[] = [];
  private readonly requests: number[] = [];
  private most = 0;
  private readonly combinations: number;

  constructor(combinations: number) {
    this.combinations = combinations;
    this.sums = new Float64Array(combinations);
  }

  add(combination: number, requests: number): void {
    if (this.sums[combination] === 0) this.used.push(combination);
    this.sums[combination] += requests;
  }

  /** Ends an account. @returns how many pairs there are by now */
  end(): number {
    for (const combination of this.used.sort((a, b) => a - b)) {
      const requests = this.sums[combination];
      this.combination.push(combination);
      this.requests.push(requests);
      if (requests > this.most) this.most = requests;
      this.sums[combination] = 0;
    }
    this.used = [];
    return this.combination.length;
  }

  finish(): { pairCombination: Numbers; pairRequests: Numbers } {
    const pairCombination = numbersUpTo(this.combinations, this.combination.length);
    const pairRequests = numbersUpTo(this.most, this.requests.length);
    pairCombination.set(this.combination);
    pairRequests.set(this.requests);
    return { pairCombination, pairRequests };
  }
}

/** Sorts a stretch of cells by time. */
function sortCells(bin: Numbers, combination: Numbers, requests: Numbers, from: number, to: number): void {
  const order = Array.from({ length: to - from }, (_, i) => from + i).sort((i, j) => bin[i] - bin[j]);
  for (const numbers of [bin, combination, requests]) {
    numbers.set(
      order.map((i) => numbers[i]),
      from,
    );
  }
}

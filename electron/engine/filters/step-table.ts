import type { AccountSet } from './account-sets.ts';
import { type CellIndex, type Numbers, numbersUpTo } from './cell-index.ts';
import { type Failures, MET } from './failures.ts';

/** Requests of a set of accounts by combination and step of time; entries of combination c are [from[c], from[c + 1]). */
export interface StepTable {
  readonly stepBins: number;
  readonly from: Uint32Array;
  readonly step: Numbers;
  readonly requests: Numbers;
  /** Of all combinations. */
  readonly all: Float64Array;
}

const MOST_STEPS = 2000;

/** The quarter hours of a step of FilterView.activity. */
export function viewStep({ bins }: CellIndex): number {
  return Math.max(1, Math.ceil(bins / MOST_STEPS));
}

/** @param stepBins quarter hours of a step, counted from the first bin of the index. */
export function stepTable(index: CellIndex, stepBins: number, set: AccountSet): StepTable {
  const { bin, combination, requests, bins, combinations } = index;
  /** Cells of the set that have a time. */
  const eachCell = (found: (cell: number) => void) => {
    for (let a = 0; a < index.accounts; a++) {
      if (set[a] === 0) continue;
      for (let i = index.from[a]; i < index.from[a + 1] && bin[i] < bins; i++) found(i);
    }
  };
  const steps = Math.ceil(bins / stepBins);
  const stepOf = Uint32Array.from({ length: bins }, (_, i) => Math.floor(i / stepBins));
  // In order of combinations first, then those of one combination and step made one.
  const ends = new Uint32Array(combinations + 1);
  eachCell((i) => {
    ends[combination[i] + 1]++;
  });
  for (let c = 0; c < combinations; c++) ends[c + 1] += ends[c];
  const order = new Uint32Array(ends[combinations]);
  eachCell((i) => {
    order[ends[combination[i]]++] = i;
  });
  const from = new Uint32Array(combinations + 1);
  const step = numbersUpTo(steps, order.length);
  const sums = new Float64Array(order.length);
  const all = new Float64Array(steps);
  const placeOf = new Int32Array(steps).fill(-1);
  let count = 0;
  for (let c = 0, k = 0; c < combinations; c++) {
    for (; k < ends[c]; k++) {
      const at = stepOf[bin[order[k]]];
      if (placeOf[at] < from[c]) {
        placeOf[at] = count;
        step[count++] = at;
      }
      sums[placeOf[at]] += requests[order[k]];
      all[at] += requests[order[k]];
    }
    from[c + 1] = count;
  }
  const most = sums.reduce((greatest, sum) => Math.max(greatest, sum), 0);
  const packed = numbersUpTo(most, count);
  packed.set(sums.subarray(0, count));
  return { stepBins, from, step: step.slice(0, count), requests: packed, all };
}

/**
 * Requests of a set of accounts that meet all conditions, per step: what takes fewer steps, adding up or taking away.
 * @param table of the same set.
 */
export function overSteps(
  index: CellIndex,
  table: StepTable,
  { ofCombination, ofAccount }: Failures,
  set: AccountSet,
): Float64Array {
  const matching = ofCombinations(table, ofCombination);
  let cells = 0;
  let failing = 0;
  for (let a = 0; a < ofAccount.length; a++) {
    if (set[a] === 0) continue;
    const own = index.from[a + 1] - index.from[a];
    cells += own;
    if (ofAccount[a] !== MET) failing += own;
  }
  if (failing === 0) return matching;
  const isFewer = failing <= cells / 2;
  const sum = isFewer ? matching : new Float64Array(matching.length);
  const sign = isFewer ? -1 : 1;
  const { from, bin, combination, requests, bins } = index;
  const { stepBins } = table;
  for (let a = 0; a < ofAccount.length; a++) {
    if (set[a] === 0 || (ofAccount[a] === MET) === isFewer) continue;
    for (let i = from[a]; i < from[a + 1] && bin[i] < bins; i++) {
      if (ofCombination[combination[i]] === MET) sum[Math.floor(bin[i] / stepBins)] += sign * requests[i];
    }
  }
  return sum;
}

function ofCombinations({ from, step, requests, all }: StepTable, ofCombination: Uint8Array): Float64Array {
  let meeting = 0;
  for (let c = 0; c < ofCombination.length; c++)
    if (ofCombination[c] === MET) meeting += from[c + 1] - from[c];
  const isFewer = meeting <= step.length / 2;
  const sum = isFewer ? new Float64Array(all.length) : all.slice();
  const sign = isFewer ? 1 : -1;
  for (let c = 0; c < ofCombination.length; c++) {
    if ((ofCombination[c] === MET) !== isFewer) continue;
    for (let i = from[c]; i < from[c + 1]; i++) sum[step[i]] += sign * requests[i];
  }
  return sum;
}

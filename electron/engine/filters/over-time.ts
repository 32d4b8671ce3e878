import type { FilterAnswer } from './answer.ts';
import type { CellIndex } from './cell-index.ts';
import { type Failures, MET } from './failures.ts';

/**
 * Requests that match but for the range, per bin of `bins` since 1970 UTC: of one account, of the benign reference too,
 * or with null of all under examination.
 */
export function matchingBins(answer: FilterAnswer, account: number | null, bins: Int32Array): Float64Array {
  const { index, accounts } = answer.data;
  if (account !== null) return ofAccount(index, answer.failures, accounts.place(account), bins);
  const each = answer.overTime(1);
  const matching = new Float64Array(bins.length);
  for (let i = 0; i < bins.length; i++) matching[i] = each[bins[i] - index.firstBin] ?? 0;
  return matching;
}

function ofAccount(
  index: CellIndex,
  { ofCombination, ofAccount: fails }: Failures,
  place: number | undefined,
  wanted: Int32Array,
): Float64Array {
  const { from, bin, combination, requests, bins, firstBin } = index;
  const matching = new Float64Array(wanted.length);
  if (place === undefined || fails[place] !== MET) return matching;
  let at = 0;
  for (let i = from[place]; i < from[place + 1] && bin[i] < bins; i++) {
    // Both ascend.
    while (at < wanted.length && wanted[at] < firstBin + bin[i]) at++;
    if (wanted[at] === firstBin + bin[i] && ofCombination[combination[i]] === MET)
      matching[at] += requests[i];
  }
  return matching;
}

/** Requests without a valid time that meet all conditions. */
export function untimed(index: CellIndex, { ofCombination, ofAccount: fails }: Failures): number {
  const { from, bin, combination, requests, bins } = index;
  let sum = 0;
  for (let a = 0; a < index.accounts; a++) {
    if (fails[a] !== MET) continue;
    // They come last.
    for (let i = from[a + 1] - 1; i >= from[a] && bin[i] === bins; i--) {
      if (ofCombination[combination[i]] === MET) sum += requests[i];
    }
  }
  return sum;
}

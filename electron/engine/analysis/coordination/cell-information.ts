import type { Rng } from '../../rng.ts';
import { resamplingP, shuffleInPlace } from '../statistics/resampling.ts';
import { entropyBits } from './pacing.ts';

export interface CellInformation {
  /** Mutual information of account and cell, in bits, as counted. */
  readonly bits: number;
  /** Its mean when cells are dealt to accounts at random: what few observations alone give. */
  readonly nullBits: number;
  /** (bits - nullBits) over the smaller entropy of account and cell, at most 1; 0 where one of them is constant. */
  readonly share: number;
  readonly p: number;
}

const DRAWS = 499;

/**
 * Whether accounts split the cells (topics, languages, parts of a data set) among themselves (S16 b): mutual
 * information against permuted cells. Entry i is one independent unit of `account[i]` in `cell[i]`: a session or a
 * distinct item, not a request, for requests of one session share their cell and would make any group significant.
 * Codes from 0. O(draws * units).
 */
export function cellInformation(
  account: ArrayLike<number>,
  cell: ArrayLike<number>,
  rng: Rng,
): CellInformation {
  const accounts = 1 + maximum(account);
  const cells = 1 + maximum(cell);
  const accountBits = entropyBits(tally(account, accounts));
  const cellBits = entropyBits(tally(cell, cells));
  const joint = new Float64Array(accounts * cells);
  const information = (dealt: ArrayLike<number>) => {
    joint.fill(0);
    for (let i = 0; i < account.length; i++) joint[account[i] * cells + dealt[i]]++;
    return accountBits + cellBits - entropyBits(joint);
  };
  const bits = information(cell);
  const dealt = Uint32Array.from(cell);
  let asHigh = 0;
  let sum = 0;
  for (let draw = 0; draw < DRAWS; draw++) {
    shuffleInPlace(dealt, rng);
    const drawn = information(dealt);
    sum += drawn;
    // Equal tables may round apart.
    if (drawn >= bits - 1e-9) asHigh++;
  }
  const nullBits = sum / DRAWS;
  const most = Math.min(accountBits, cellBits);
  return {
    bits: Math.max(0, bits),
    nullBits,
    share: most > 0 ? (bits - nullBits) / most : 0,
    p: resamplingP(asHigh, DRAWS),
  };
}

function maximum(codes: ArrayLike<number>): number {
  let most = 0;
  for (let i = 0; i < codes.length; i++) most = Math.max(most, codes[i]);
  return most;
}

function tally(codes: ArrayLike<number>, kinds: number): Float64Array {
  const counts = new Float64Array(kinds);
  for (let i = 0; i < codes.length; i++) counts[codes[i]]++;
  return counts;
}

import { resamplingP } from '../statistics/resampling.ts';
import { bitsOfP } from './bits-of-p.ts';
import { count } from './words.ts';

/** With fewer requests than this a share or a shape says little; values are NaN below. */
export const LEAST_REQUESTS = 50;

/** Where a value stands among those it is compared with. */
export interface Place {
  /** How many it is compared with, and how many of them are at least as extreme. */
  readonly others: number;
  readonly asExtreme: number;
  /** One-sided, never 0: the value itself counts as one of them. */
  readonly p: number;
}

/** Place of a value from above ('high') or from below; NaN among the others stands for no value. */
export function placeAmong(value: number, others: ArrayLike<number>, tail: 'high' | 'low' = 'high'): Place {
  let known = 0;
  let asExtreme = 0;
  for (let i = 0; i < others.length; i++) {
    if (Number.isNaN(others[i])) continue;
    known++;
    if (tail === 'high' ? others[i] >= value : others[i] <= value) asExtreme++;
  }
  return { others: known, asExtreme, p: resamplingP(asExtreme, known) };
}

/** What a p-value is worth as evidence, in bits, times n / (n + 50): what few requests show may pass. */
export function weighedBits(p: number, n: number): number {
  return bitsOfP(p) * (n / (n + LEAST_REQUESTS));
}

/** 'Of 412 other operators and unattached accounts in its cohorts, 7 show as much.' */
export function placeWords({ others, asExtreme }: Place, as = 'as much'): string {
  if (others === 0) return 'Its cohorts hold nobody else to compare it with.';
  return `Of ${count(others)} other operators and unattached accounts in its cohorts, ${asExtreme === 0 ? 'none shows' : asExtreme === 1 ? '1 shows' : `${count(asExtreme)} show`} ${as}.`;
}

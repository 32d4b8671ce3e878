import type { CodedShare, CodingResult } from '../../../shared/contract/coding.ts';
import { HALF_TITLES, type Half } from './result-words.ts';

/** One line of the picture: the share coded together of one half by one coder. */
export interface IntervalRow {
  readonly half: Half;
  readonly coder: string;
  readonly share: CodedShare;
}

export interface IntervalGroup {
  readonly half: Half;
  readonly title: string;
  readonly rows: readonly IntervalRow[];
}

/** The shares of each half, coders in their order. */
export function intervalGroups({ coders }: Pick<CodingResult, 'coders'>): readonly IntervalGroup[] {
  return (['operator', 'cohort'] as const).map((half) => ({
    half,
    title: HALF_TITLES[half],
    rows: coders.map((one) => ({ half, coder: one.coder, share: one[half] })),
  }));
}

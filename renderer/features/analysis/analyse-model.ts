import { DEFAULT_ASSUMPTIONS } from '../../../shared/assumptions.ts';

/** What an analysis starts from. */
export interface AnalysisStart {
  readonly seed: number;
  /** Share of accounts; results are shown at whatever the case assumes, so nobody is asked for it here. */
  readonly priorShare: number;
}

/** What a case's first analysis starts from; later ones begin with what the one before started from. */
export const FIRST_START: AnalysisStart = { seed: 1, priorShare: DEFAULT_ASSUMPTIONS.prior };

const MOST_SEED = 0xffff_ffff;
export const SEED_PROBLEM = `Type a whole number from 0 to ${MOST_SEED}.`;

/** A seed as typed; null where the engine would not take it. */
export function typedSeed(text: string): number | null {
  const plain = text.trim();
  if (!/^\d{1,10}$/.test(plain)) return null;
  return Number(plain) <= MOST_SEED ? Number(plain) : null;
}

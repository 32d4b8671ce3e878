/** What the dialog asks for, as typed. */
export interface AnalyseForm {
  /** Percent. */
  readonly prior: string;
  readonly seed: string;
}

export interface AnalyseErrors {
  readonly prior: string | null;
  readonly seed: string | null;
}

/** Used for a case's first analysis; later ones begin with those of the one before. */
export const FIRST_PRIOR_SHARE = 0.01;
export const FIRST_SEED = 1;

const LEAST_PERCENT = 0.01;
const MOST_PERCENT = 50;
const MOST_SEED = 0xffff_ffff;

export function formOf(before: { readonly priorShare: number; readonly seed: number } | null): AnalyseForm {
  const { priorShare, seed } = before ?? { priorShare: FIRST_PRIOR_SHARE, seed: FIRST_SEED };
  return { prior: String(Number((priorShare * 100).toPrecision(6))), seed: String(seed) };
}

export function analyseErrors({ prior, seed }: AnalyseForm): AnalyseErrors {
  return {
    prior:
      percentOf(prior) === null
        ? `Type a percentage from ${LEAST_PERCENT} to ${MOST_PERCENT}, such as 1.`
        : null,
    seed: seedOf(seed) === null ? `Type a whole number from 0 to ${MOST_SEED}.` : null,
  };
}

/** What the engine is asked for; null while something typed cannot be used. */
export function parametersOf(form: AnalyseForm): { seed: number; priorShare: number } | null {
  const percent = percentOf(form.prior);
  const seed = seedOf(form.seed);
  return percent === null || seed === null ? null : { seed, priorShare: percent / 100 };
}

/** A decimal comma is taken for a point: either is how people write it. */
function percentOf(text: string): number | null {
  const plain = text.trim().replace(',', '.');
  if (!/^\d+(?:\.\d+)?$/.test(plain)) return null;
  const percent = Number(plain);
  return percent >= LEAST_PERCENT && percent <= MOST_PERCENT ? percent : null;
}

function seedOf(text: string): number | null {
  const plain = text.trim();
  if (!/^\d{1,10}$/.test(plain)) return null;
  return Number(plain) <= MOST_SEED ? Number(plain) : null;
}

import {
  type Assumption,
  type AssumptionName,
  assumptionProblem,
  plainNumber,
} from '../../../shared/assumptions.ts';
import type { Estimate, ScoreBasis } from '../../../shared/contract/analysis.ts';

/** Shares that the slider stops at, in even steps to the eye: 1, 2, 5 of each power of ten. */
export const PRIOR_STEPS = [
  0.0001, 0.0002, 0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5,
] as const;

/** The step nearest to a share, by its ratio to it. */
export function priorStep(share: number): number {
  const distance = (step: number) => Math.abs(Math.log(PRIOR_STEPS[step] / share));
  return PRIOR_STEPS.reduce((best, _, step) => (distance(step) < distance(best) ? step : best), 0);
}

/** A number as people write it, a decimal comma taken for a point; null for anything else. */
export function typedNumber(text: string): number | null {
  const plain = text.trim().replace(',', '.');
  return /^\d+(?:\.\d+)?$/.test(plain) ? Number(plain) : null;
}

/** A share from a percentage as typed, or why it is none. */
export function typedPrior(text: string): { readonly share: number } | { readonly problem: string } {
  const percent = typedNumber(text);
  if (percent === null) return { problem: 'Type a percentage, such as 1.' };
  const share = percent / 100;
  const problem = assumptionProblem({ name: 'prior', value: share });
  return problem === null ? { share } : { problem };
}

/** Assumptions with a low end, a best guess and a high end. */
export type RangeName = 'kept' | 'inputPrice' | 'outputPrice';
/** A range as typed: in percent for shares, in USD a million tokens for prices. */
export type RangeText = Readonly<Record<keyof Estimate, string>>;

export const RANGE_ENDS = ['low', 'value', 'high'] as const;
export const END_TITLES: Readonly<Record<keyof Estimate, string>> = {
  low: 'Low',
  value: 'Best guess',
  high: 'High',
};

const scaleOf = (name: AssumptionName) => (name === 'kept' ? 100 : 1);

export function rangeText(name: RangeName, range: Estimate): RangeText {
  const text = (end: keyof Estimate) => String(plainNumber(range[end] * scaleOf(name)));
  return { low: text('low'), value: text('value'), high: text('high') };
}

/** A range as typed, or why it cannot be assumed. */
export function typedRange(
  name: RangeName,
  text: RangeText,
): { readonly range: Estimate } | { readonly problem: string } {
  const [low, value, high] = RANGE_ENDS.map((end) => typedNumber(text[end]));
  if (low === null || value === null || high === null)
    return { problem: 'Type a number in each of the three fields, such as 0.8.' };
  const scale = scaleOf(name);
  const range = { low: low / scale, value: value / scale, high: high / scale };
  const assumption: Assumption = { name, value: range };
  const problem = assumptionProblem(assumption);
  return problem === null ? { range } : { problem };
}

/** `50 – 100, best guess 80`: a range in the units of its fields. */
export function rangeWords(name: RangeName, range: Estimate): string {
  const { low, value, high } = rangeText(name, range);
  return `${low} – ${high}, best guess ${value}`;
}

/** `held at 0.55 or less` for a score that does not rise above whatever the prior; empty for others. */
export function heldWords(basis: ScoreBasis | undefined): string {
  return basis && basis.most < 1 ? `held at ${plainNumber(basis.most)} or less` : '';
}

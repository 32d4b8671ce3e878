import type { Alternative, Estimate, OperatorResult } from '../../../shared/contract/analysis.ts';
import { formatCount, formatShort } from '../../ui/format.ts';

/** Pairs that accounts can form. */
export function possiblePairs(accounts: number): number {
  return (accounts * (accounts - 1)) / 2;
}

/** Links between an operator's accounts, also those that are not kept. */
export function linkCount({ density, accounts }: Pick<OperatorResult, 'density' | 'accounts'>): number {
  return Math.round(density * possiblePairs(accounts.length));
}

/** `3 of 3 possible links`. */
export function densityWords(operator: Pick<OperatorResult, 'density' | 'accounts'>): string {
  const pairs = possiblePairs(operator.accounts.length);
  return `${formatCount(linkCount(operator))} of ${formatCount(pairs)} possible links`;
}

/** Accounts of the largest part that holds together without each kind of evidence, by kind. */
export function withoutKinds({ withoutKind, accounts }: OperatorResult): ReadonlyMap<string, number> {
  return new Map(withoutKind.map(({ kind, share }) => [kind, Math.round(share * accounts.length)]));
}

/** `2 of 3 hold`, with those that cannot be told beside: `2 of 2 hold, 1 cannot be told`. */
export function holdingWords({ holding, testable, predictions }: Alternative): string {
  const untold = predictions.length - testable;
  const told = testable === 0 ? '' : `${holding} of ${testable} ${testable === 1 ? 'holds' : 'hold'}`;
  const rest = untold === 0 ? '' : `${untold} cannot be told`;
  return [told, rest].filter(Boolean).join(', ');
}

/** Readings of which all that can be tested holds: none of the data speaks against them. */
export function unrefuted(alternatives: readonly Alternative[]): readonly Alternative[] {
  return alternatives.filter(({ holding, testable }) => testable > 0 && holding === testable);
}

/** `3.77 USD`, `1,200 USD`, `1.2 M USD` of micro-USD. */
export function formatUsd(microUsd: number): string {
  const usd = microUsd / 1e6;
  if (usd > 0 && usd < 0.01) return '< 0.01 USD';
  return `${usd < 100 ? usd.toFixed(2) : formatShort(Math.round(usd))} USD`;
}

/** Where an estimate lies between 0 and the top of its interval, each from 0 to 1. */
export function estimateSpan({ low, value, high }: Estimate): { low: number; value: number; high: number } {
  const part = (n: number) => (high > 0 ? Math.max(0, Math.min(1, n / high)) : 0);
  return { low: part(low), value: part(value), high: part(high) };
}

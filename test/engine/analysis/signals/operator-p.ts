import type { Signal, SignalContext } from '../../../../electron/engine/analysis/signals/signal.ts';

/** The p-value of a context's first operator, tested or behind its bits; 1 where the signal says nothing. */
export function operatorP(signal: Signal, context: SignalContext): number {
  if (signal.test) return signal.test(context, context.operators[0])?.p ?? 1;
  const found = signal.operator?.(context, context.operators[0]);
  return found ? 2 ** -found.bits : 1;
}

export const DAY_US = 86_400_000_000;
export const HOUR_US = DAY_US / 24;
/** A Monday. */
export const START_US = Date.UTC(2026, 2, 2) * 1000;

/** A time of the data: days and hours after a Monday's midnight. */
export function at(day: number, hour = 0): number {
  return START_US + day * DAY_US + hour * HOUR_US;
}

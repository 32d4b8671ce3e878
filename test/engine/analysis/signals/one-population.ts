import type { Signal, SignalContext } from '../../../../electron/engine/analysis/signals/signal.ts';
import { quantileOf } from '../../../../electron/engine/analysis/statistics/percentile.ts';
import { Rng } from '../../../../electron/engine/rng.ts';
import { type TinyOptions, type TinyRequest, tiny } from './tiny.ts';

const SINGLES = 240;
const OPERATORS = 60;
export const REQUESTS = 200;

/**
 * The null hypothesis: 240 single accounts and 60 operators of two accounts, 200 requests each account, all actors
 * alike: `habit` draws once an actor what it is like, `request` what it sends.
 */
export function onePopulation<Habit>(
  seed: number,
  habit: (rng: Rng) => Habit,
  request: (rng: Rng, habit: Habit, k: number, account: string) => Omit<TinyRequest, 'account'>,
  options: TinyOptions = {},
): SignalContext {
  const rng = new Rng(seed);
  const requests: TinyRequest[] = [];
  const operators: string[][] = [];
  for (let actor = 0; actor < SINGLES + OPERATORS; actor++) {
    const own = habit(rng);
    const accounts = actor < SINGLES ? [`s${actor}`] : [`o${actor}a`, `o${actor}b`];
    if (accounts.length > 1) operators.push(accounts);
    for (const account of accounts) {
      for (let k = 0; k < REQUESTS; k++) requests.push({ account, ...request(rng, own, k, account) });
    }
  }
  return tiny(requests, { ...options, operators });
}

/** Share of operators with more bits than that; operators without a value count as 0. */
export function operatorsAbove(signal: Signal, context: SignalContext, bits: number): number {
  const above = context.operators.filter(
    (members) => (signal.operator?.(context, members)?.bits ?? 0) > bits,
  );
  return above.length / context.operators.length;
}

/** Share of every second account above the 90th percentile of the others: 0.1, were the signal's alarms honest. */
export function accountsAbove(signal: Signal, context: SignalContext): number {
  const { values } = signal.accounts?.(context) ?? { values: new Float64Array() };
  const known = values.filter((value) => !Number.isNaN(value));
  const threshold = quantileOf(known.filter((_, i) => i % 2 === 0).sort(), 0.9);
  const others = known.filter((_, i) => i % 2 === 1);
  return others.filter((value) => value > threshold).length / others.length;
}

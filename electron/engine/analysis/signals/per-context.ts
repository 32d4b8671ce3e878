import type { SignalContext } from './signal.ts';

/** Computes once for each context: what is counted for all accounts is not counted again for each operator. */
export function perContext<T extends object>(
  compute: (context: SignalContext) => T,
): (context: SignalContext) => T {
  const kept = new WeakMap<SignalContext, T>();
  return (context) => {
    const known = kept.get(context);
    if (known) return known;
    const found = compute(context);
    kept.set(context, found);
    return found;
  };
}

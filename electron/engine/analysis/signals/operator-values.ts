import { benjaminiHochberg } from '../statistics/benjamini-hochberg.ts';
import { bitsOfP } from './bits-of-p.ts';
import type { OperatorTest, OperatorValue, Signal, SignalContext } from './signal.ts';
import { counted } from './words.ts';

/** Of the operators that a signal speaks for, at most this share may be expected to owe it to chance. */
const MOST_Q = 0.1;

/** What a signal says of each operator; tests are corrected for how many operators were tested. */
export function operatorValues(signal: Signal, context: SignalContext): (OperatorValue | undefined)[] {
  const { operators } = context;
  return signal.test
    ? weighTests(operators.map((members) => signal.test?.(context, members)))
    : operators.map((members) => signal.operator?.(context, members));
}

/**
 * Tests of one signal over all operators with their bits: -log2 p, at most 8, where the q-value over all operators
 * tested (Benjamini and Hochberg) is at most 0.1, else none.
 */
export function weighTests(tests: readonly (OperatorTest | undefined)[]): (OperatorValue | undefined)[] {
  const p = tests.map((test) => test?.p ?? Number.NaN);
  const q = benjaminiHochberg(p);
  const tested = counted(p.filter((one) => !Number.isNaN(one)).length, 'operator');
  return tests.map((test, o) => {
    if (!test) return undefined;
    const { value, n, detail } = test;
    if (Number.isNaN(p[o])) return { value, n, bits: 0, detail };
    const corrected = `${detail} ${qText(q[o])} over ${tested} tested (Benjamini and Hochberg)`;
    return q[o] <= MOST_Q
      ? { value, n, bits: bitsOfP(p[o]), detail: `${corrected}.` }
      : { value, n, bits: 0, detail: `${corrected}: above ${MOST_Q}, so it adds no bits.` };
  });
}

/** Two digits, rounded up, so that what is above the limit never reads as the limit. */
function qText(q: number): string {
  if (q < 1e-4) return 'q < 0.0001';
  const unit = 10 ** (Math.floor(Math.log10(q)) - 1);
  // Divisions leave a hair above whole numbers.
  return `q = ${Number((Math.ceil(q / unit - 1e-9) * unit).toPrecision(2))}`;
}

import { describe, expect, it } from 'vitest';
import { registrationBatchSignal } from '../../../../electron/engine/analysis/signals/s18-registration-batch.ts';
import { expectFalseAlarms } from '../coordination/false-alarms.ts';
import { at, operatorP } from './operator-p.ts';
import { tiny } from './tiny.ts';

const others = Array.from({ length: 20 }, (_, i) => ({ account: `o${i}`, createdUs: at(10 * i) }));
const batch = ['a', 'b', 'c', 'd'].map((account, k) => ({ account, createdUs: at(55, k / 10) }));
const operators = [['a', 'b', 'c', 'd']];

describe('registration batch', () => {
  it('has the scan statistic by hand', () => {
    const context = tiny([], { records: [...others, ...batch], operators });
    const found = registrationBatchSignal.test?.(context, context.operators[0]);
    // All four in a window of which four of 24 sign-ups fall: 4 log2(4 / (4 * 4 / 24)).
    expect(found?.value).toBeCloseTo(4 * Math.log2(6), 12);
    expect(found?.n).toBe(4);
    expect(found?.p).toBeLessThan(0.0042);
    expect(found?.detail).toMatch(/^4 of 4 sign-ups fall into 18 minutes; 0.7 would at the platform’s pace/);
  });

  it('leaves out of the window who signed up at another time', () => {
    const records = [...others, ...batch, { account: 'e', createdUs: at(150) }];
    const context = tiny([], { records, operators: [['a', 'b', 'c', 'd', 'e']] });
    const found = registrationBatchSignal.test?.(context, context.operators[0]);
    // Four of five, 5 * 4 / 25 expected; the fifth where 4.2 would be.
    expect(found?.value).toBeCloseTo(4 * Math.log2(4 / 0.8) + Math.log2(1 / 4.2), 12);
    expect(found?.n).toBe(5);
  });

  it('raises no more false alarms than stated for sign-ups of the platform’s pace', () => {
    expectFalseAlarms(
      60,
      (rng) => {
        const records = Array.from({ length: 40 }, (_, i) => ({
          account: `a${i}`,
          // Half of them in one busy week.
          createdUs: at(rng.chance(0.5) ? rng.between(50, 57) : rng.between(0, 200)),
        }));
        const context = tiny([], { records, operators: [['a0', 'a1', 'a2', 'a3', 'a4']] });
        return operatorP(registrationBatchSignal, context);
      },
      { conservative: true },
    );
  });

  it('says nothing of one sign-up, and why it cannot be had', () => {
    const single = tiny([{ account: 'x' }], { records: others, operators: [['o0', 'x']] });
    expect(registrationBatchSignal.test?.(single, single.operators[0])).toBeUndefined();
    expect(registrationBatchSignal.disabled(single)).toBeNull();
    expect(registrationBatchSignal.disabled(tiny([{ account: 'a' }]))).toBe(
      'The case holds no account records.',
    );
    expect(registrationBatchSignal.disabled(tiny([], { records: [{ account: 'a' }] }))).toMatch(
      /do not say when/,
    );
  });
});

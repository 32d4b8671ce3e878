import { describe, expect, it } from 'vitest';
import { loadEqualitySignal } from '../../../../electron/engine/analysis/signals/s15-load-equality.ts';
import { expectFalseAlarms } from '../coordination/false-alarms.ts';
import { at, operatorP } from './operator-p.ts';
import { type TinyRequest, tiny } from './tiny.ts';

const NAMES = ['a', 'b', 'c', 'd'];

/** Requests of four accounts in each hour: `counts[account][hour]`. */
function load(counts: readonly (readonly number[])[], more: Partial<TinyRequest> = {}): TinyRequest[] {
  return counts.flatMap((own, i) =>
    own.flatMap((n, hour) =>
      Array.from({ length: n }, () => ({ account: NAMES[i], timeUs: at(0, hour), ...more })),
    ),
  );
}

const operators = [NAMES];
const evaluate = (requests: TinyRequest[]) => {
  const context = tiny(requests, { operators });
  return loadEqualitySignal.test?.(context, context.operators[0]);
};

describe('load equality', () => {
  it('counts by hand', () => {
    // Hours 0 and 3 are the ends of the day. Hour 1: mean 2, squares about it 2; hour 2: mean 2, squares 16.
    const found = evaluate(
      load([
        [1, 1, 0, 1],
        [1, 2, 4, 1],
        [1, 3, 4, 1],
        [1, 2, 0, 1],
      ]),
    );
    expect(found?.value).toBeCloseTo((2 / 2 + 16 / 2) / 6, 12);
    expect(found).toMatchObject({ n: 8, p: 1 });
  });

  it('is 0 where accounts take turns, also within one template among other traffic', () => {
    const turns = NAMES.map(() => Array.from({ length: 24 }, (_, hour) => 1 + (hour % 3)));
    const taken = evaluate(load(turns));
    expect(taken).toMatchObject({ value: 0, n: 4 * 22 });
    expect(taken?.p).toBeLessThan(0.004);
    const uneven = NAMES.map((_, i) => Array.from({ length: 24 }, (_, hour) => ((hour + i) % 4) * 5));
    const mixed = evaluate([...load(turns, { template: 'T' }), ...load(uneven)]);
    expect(mixed?.value).toBe(0);
    expect(mixed?.p).toBeLessThan(0.004);
    expect(mixed?.detail).toContain('in requests that follow template T (8 fixed words)');
  });

  it('raises no more false alarms than stated for a dispatcher that draws lots', () => {
    expectFalseAlarms(
      300,
      (rng) => {
        const counts = NAMES.map(() => Array.from({ length: 48 }, () => rng.poisson(3)));
        return operatorP(loadEqualitySignal, tiny(load(counts, { template: 'T' }), { operators }));
      },
      { conservative: true },
    );
  });

  it('says nothing of three accounts, and why it cannot be had', () => {
    const context = tiny(load([[1, 1, 1, 1]]), { operators: [['a']] });
    expect(loadEqualitySignal.test?.(context, context.operators[0])).toBeUndefined();
    expect(loadEqualitySignal.disabled(context)).toBeNull();
    expect(loadEqualitySignal.disabled(tiny([{ account: 'a' }]))).toMatch(/No request has a time/);
  });
});

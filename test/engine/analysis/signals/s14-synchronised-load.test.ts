import { describe, expect, it } from 'vitest';
import { synchronisedLoadSignal } from '../../../../electron/engine/analysis/signals/s14-synchronised-load.ts';
import type { Rng } from '../../../../electron/engine/rng.ts';
import { Rng as Random } from '../../../../electron/engine/rng.ts';
import { expectFalseAlarms } from '../coordination/false-alarms.ts';
import { at, operatorP } from './operator-p.ts';
import { type TinyRequest, tiny } from './tiny.ts';

/** So many requests of an account at midnight of each day. */
const daily = (account: string, counts: number[], more: Partial<TinyRequest> = {}) =>
  counts.flatMap((n, day) =>
    Array.from({ length: n }, (): TinyRequest => ({ account, timeUs: at(day), ...more })),
  );

/** Hourly requests of an account over days, each hour with its rate. */
function hourly(rng: Rng, account: string, rates: number[], more: Partial<TinyRequest> = {}): TinyRequest[] {
  return rates.flatMap((rate, hour) =>
    Array.from({ length: rng.poisson(rate) }, () => ({ account, timeUs: at(0, hour), ...more })),
  );
}

describe('synchronised load', () => {
  it('has the correlation of two accounts by hand', () => {
    // Means removed: (-2, 0, 0, 2) and (-1, -1, 1, 1): 4 / (sqrt 8 * 2).
    const context = tiny([...daily('a', [1, 3, 3, 5]), ...daily('b', [0, 0, 2, 2])], {
      operators: [['a', 'b']],
    });
    const found = synchronisedLoadSignal.test?.(context, context.operators[0]);
    expect(found?.value).toBeCloseTo(4 / (Math.sqrt(8) * 2), 12);
    expect(found?.n).toBe(2);
    expect(found?.detail).toMatch(/over 2 accounts in all requests, hour of day profile removed/);
  });

  it('looks at the template of the common work, where other traffic hides it', () => {
    const rng = new Random(3);
    const queue = Array.from({ length: 24 * 10 }, () => rng.gamma(0.4, 2));
    const decoy = queue.map(() => 6);
    const requests = ['a', 'b', 'c', 'd'].flatMap((account) => [
      ...hourly(rng, account, queue, { template: 'T' }),
      ...hourly(rng, account, decoy),
    ]);
    const context = tiny(requests, { operators: [['a', 'b', 'c', 'd']] });
    const found = synchronisedLoadSignal.test?.(context, context.operators[0]);
    expect(found?.value).toBeGreaterThan(0.6);
    expect(found?.p).toBeLessThan(0.0078);
    expect(found?.detail).toContain('in requests that follow template T (8 fixed words)');
  });

  it('raises no more false alarms than stated for accounts that work on their own', () => {
    expectFalseAlarms(
      60,
      (rng) => {
        const requests = Array.from({ length: 4 }, (_, i) =>
          hourly(
            rng,
            `a${i}`,
            Array.from({ length: 24 * 5 }, (_, t) => (t % 24 < 8 ? 0.1 : 0.8)),
          ),
        ).flat();
        return operatorP(synchronisedLoadSignal, tiny(requests, { operators: [['a0', 'a1', 'a2', 'a3']] }));
      },
      { conservative: true },
    );
  });

  it('says why it cannot be had', () => {
    expect(synchronisedLoadSignal.disabled(tiny(daily('a', [1, 1, 1, 1])))).toBeNull();
    expect(synchronisedLoadSignal.disabled(tiny(daily('a', [5])))).toBe(
      'The requests cover one day (UTC); this takes at least 4.',
    );
    expect(synchronisedLoadSignal.disabled(tiny([{ account: 'a' }]))).toMatch(/No request has a time/);
  });
});

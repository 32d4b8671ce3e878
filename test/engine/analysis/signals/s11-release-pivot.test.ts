import { describe, expect, it } from 'vitest';
import { releasePivotSignal } from '../../../../electron/engine/analysis/signals/s11-release-pivot.ts';
import type { ContextEvent } from '../../../../shared/contract/records.ts';
import { expectFalseAlarms } from '../coordination/false-alarms.ts';
import { at, operatorP } from './operator-p.ts';
import { type TinyRequest, tiny } from './tiny.ts';

const event = (timeUs: number, kind: string, label: string): ContextEvent => ({
  source: 'context',
  row: 1,
  timeUs,
  timeText: '',
  kind,
  label,
  reference: null,
  extra: {},
});
const RELEASE = event(at(8), 'model_release', 'nova-2 generally available');

/** 20 requests in the week before the release and 20 in the three days after it, so many of them to the new model. */
function shifting(account: string, toNew: number): TinyRequest[] {
  return Array.from({ length: 40 }, (_, k) => ({
    account,
    model: k >= 20 && k < 20 + toNew ? 'nova-2' : 'nova-2-mini',
    timeUs: k < 20 ? at(2, k) : at(9, k - 20),
  }));
}

describe('release pivot', () => {
  it('is the share of the new model less that of the others of the cohort', () => {
    const context = tiny([...shifting('a', 20), ...shifting('b', 10), ...shifting('c', 0)], {
      events: [RELEASE],
    });
    const found = releasePivotSignal.accounts?.(context);
    expect(Array.from(found?.values ?? [])).toEqual([0.75, 0, -0.75]);
    expect(Array.from(found?.n ?? [])).toEqual([20, 20, 20]);
    expect(found?.detail(0)).toBe(
      '100 % of 20 requests in the 72 hours after the release went to nova-2; on average 25 % in 2 other accounts of the cohort.',
    );
  });

  it('compares an operator’s rise with its cohorts’', () => {
    const context = tiny(
      [
        ...shifting('a', 20),
        ...shifting('b', 20),
        ...Array.from({ length: 12 }, (_, i) => shifting(`c${i}`, 5)).flat(),
      ],
      { events: [RELEASE], operators: [['a', 'b']] },
    );
    const found = releasePivotSignal.test?.(context, context.operators[0]);
    expect(found?.value).toBeCloseTo(0.75, 12);
    expect(found?.n).toBe(2);
    // Of 91 pairs one rises as much: p near 0.012.
    expect(found?.p).toBeLessThan(2 ** -5);
  });

  it('raises no more false alarms than stated when everybody tries the new model', () => {
    expectFalseAlarms(
      150,
      (rng) => {
        const requests = Array.from({ length: 14 }, (_, i) => shifting(`a${i}`, rng.int(0, 20))).flat();
        const context = tiny(requests, { events: [RELEASE], operators: [['a0', 'a1', 'a2']] });
        return operatorP(releasePivotSignal, context);
      },
      { conservative: true },
    );
  });

  it('says why it cannot be had', () => {
    const requests = shifting('a', 20);
    const reason = (events: ContextEvent[], rows: TinyRequest[] = requests) =>
      releasePivotSignal.disabled(tiny(rows, { events }));
    expect(reason([RELEASE])).toBeNull();
    expect(reason([])).toMatch(/no context events/);
    expect(reason([event(at(8), 'model_release', 'nova-3 generally available')])).toMatch(
      /names the release/,
    );
    expect(reason([event(at(8), 'incident', 'nova-2 fails')])).toMatch(/names the release/);
    expect(reason([event(at(-90), 'model_release', 'nova-2')])).toMatch(/names the release/);
    expect(reason([RELEASE], requests.slice(0, 20))).toBe(
      'The requests cover one day (UTC); this takes at least 2.',
    );
  });
});

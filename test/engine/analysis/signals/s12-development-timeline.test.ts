import { describe, expect, it } from 'vitest';
import { developmentTimeline } from '../../../../electron/engine/analysis/signals/s12-development-timeline.ts';
import type { ContextEvent } from '../../../../shared/contract/records.ts';
import { expectFalseAlarms } from '../coordination/false-alarms.ts';
import { at, operatorP } from './operator-p.ts';
import { tiny } from './tiny.ts';

const announced = (timeUs: number, kind = 'external_event'): ContextEvent => ({
  source: 'context',
  row: 1,
  timeUs,
  timeText: '',
  kind,
  label: 'Another model announced',
  reference: null,
  extra: {},
});

/** Four weeks of an operator that asks little and, from a day on, ten times as much; idle at weekends. */
function rising(from: number, events: ContextEvent[]) {
  const requests = Array.from({ length: 28 }, (_, day) =>
    Array.from({ length: day % 7 >= 5 ? 0 : day < from ? 4 : 40 }, (_, k) => ({
      account: k % 2 ? 'a' : 'b',
      timeUs: at(day, k / 2),
    })),
  ).flat();
  return tiny(requests, { events, operators: [['a', 'b']] });
}

describe('development timeline', () => {
  it('is the distance from events to changes, weekends being none', () => {
    const context = rising(15, [announced(at(15, 12)), announced(at(9, 0)), announced(at(60))]);
    const found = developmentTimeline.test?.(context, context.operators[0]);
    // Half a day and six days; the third event lies outside the data.
    expect(found?.value).toBeCloseTo(3.25, 12);
    expect(found?.n).toBe(2);
    expect(found?.detail).toMatch(/^2 outside events lie 3.3 days on average from the nearest of 1 change /);
  });

  it('raises no more false alarms than stated for events at any time', () => {
    expectFalseAlarms(
      100,
      (rng) => {
        const events = Array.from({ length: 2 }, () => announced(at(rng.int(0, 27), rng.int(0, 23))));
        return operatorP(developmentTimeline, rising(rng.int(6, 22), events));
      },
      { conservative: true },
    );
  });

  it('says why it cannot be had', () => {
    expect(developmentTimeline.disabled(rising(15, [announced(at(3))]))).toBeNull();
    expect(developmentTimeline.disabled(rising(15, []))).toMatch(/no context events/);
    expect(developmentTimeline.disabled(rising(15, [announced(at(3), 'incident')]))).toMatch(
      /No context event within/,
    );
    const short = tiny([{ account: 'a', timeUs: at(0) }], { events: [announced(at(0))] });
    expect(developmentTimeline.disabled(short)).toBe(
      'The requests cover one day (UTC); this takes at least 7.',
    );
    const constant = tiny(
      Array.from({ length: 20 }, (_, day) => ({ account: 'a', timeUs: at(day) })),
      { events: [announced(at(3))], operators: [['a']] },
    );
    expect(developmentTimeline.test?.(constant, constant.operators[0])).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';
import { DAY_US, HOUR_US } from '../../../../electron/engine/analysis/coordination/bin-counts.ts';
import { cosine } from '../../../../electron/engine/analysis/coordination/cosine.ts';
import { succession } from '../../../../electron/engine/analysis/coordination/succession.ts';
import { Rng } from '../../../../electron/engine/rng.ts';
import { expectFalseAlarms } from './false-alarms.ts';

const always = () => true;

describe('succession', () => {
  it('follows a chain of replacements', () => {
    const rng = new Rng(1);
    const stops = Array.from({ length: 6 }, (_, k) => ({ account: k, timeUs: (4 + 5 * k) * DAY_US }));
    const onsets = stops.map(({ account, timeUs }) => ({ account: account + 1, timeUs: timeUs + HOUR_US }));
    const cohortStopsUs = [
      ...stops.map(({ timeUs }) => timeUs),
      ...Array.from({ length: 200 }, () => rng.between(0, 45 * DAY_US)),
    ];
    const found = succession({ stops, onsets, withinUs: 6 * HOUR_US, cohortStopsUs, alike: always }, rng);
    expect(found.followed).toBe(6);
    expect(found.chainLength).toBe(7);
    expect(found.handOvers[2]).toEqual({
      from: 2,
      to: 3,
      stopUs: 14 * DAY_US,
      onsetUs: 14 * DAY_US + HOUR_US,
    });
    expect(found.lift).toBeGreaterThan(5);
    expect(found.p).toBe(1 / 500);
  });

  it('counts only alike accounts, others, and in time', () => {
    const input = {
      stops: [{ account: 1, timeUs: 100 }],
      withinUs: 10,
      cohortStopsUs: [100, 5000],
    };
    const of = (account: number, timeUs: number, alike = always as (a: number, b: number) => boolean) =>
      succession({ ...input, onsets: [{ account, timeUs }], alike }, new Rng(1)).followed;
    expect(of(2, 110)).toBe(1);
    expect(of(2, 111)).toBe(0);
    expect(of(2, 100)).toBe(0);
    expect(of(1, 105)).toBe(0);
    expect(of(2, 105, () => false)).toBe(0);
  });

  it('takes a wave of blocking, followed by a wave of sign-ups, for no evidence', () => {
    const rng = new Rng(2);
    const stops = Array.from({ length: 10 }, (_, k) => ({ account: k, timeUs: 10 * DAY_US + k }));
    const onsets = stops.map(({ account }) => ({ account: 100 + account, timeUs: 10 * DAY_US + HOUR_US }));
    const cohortStopsUs = Array.from({ length: 300 }, (_, k) => 10 * DAY_US + k);
    const found = succession({ stops, onsets, withinUs: DAY_US, cohortStopsUs, alike: always }, rng);
    expect(found.followed).toBe(10);
    expect(found.lift).toBe(1);
    expect(found.p).toBe(1);
  });

  it('raises no more false alarms than stated', () => {
    expectFalseAlarms(
      300,
      (rng) => {
        const cohortStopsUs = Array.from({ length: 80 }, () => rng.between(0, 30 * DAY_US));
        const stops = cohortStopsUs.slice(0, 20).map((timeUs, account) => ({ account, timeUs }));
        const onsets = Array.from({ length: 25 }, (_, k) => ({
          account: 50 + k,
          timeUs: rng.between(0, 30 * DAY_US),
        }));
        return succession({ stops, onsets, withinUs: DAY_US, cohortStopsUs, alike: always }, rng).p;
      },
      { conservative: true },
    );
  });
});

describe('cosine', () => {
  it('counts by hand', () => {
    const rows = {
      from: Uint32Array.of(0, 2, 4, 4),
      columns: Uint32Array.of(0, 3, 1, 3),
      values: Float64Array.of(3, 4, 5, 12),
    };
    expect(cosine(rows, 0, 1)).toBeCloseTo(48 / (5 * 13), 12);
    expect(cosine(rows, 0, 0)).toBeCloseTo(1, 12);
    expect(cosine(rows, 0, 2)).toBe(0);
  });
});

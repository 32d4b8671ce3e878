import { describe, expect, it } from 'vitest';
import {
  bandOf,
  growingSteps,
  rarefiedCurve,
  unionOf,
} from '../../../electron/engine/coverage/rarefied-curve.ts';
import { EQUAL_N } from '../../../shared/contract/coverage.ts';

const counts = (...requests: number[]) => ({
  of: new Map(requests.map((more, topic) => [topic, more])),
  requests: requests.reduce((sum, more) => sum + more, 0),
  other: 0,
});

describe('growingSteps', () => {
  it('ascends from 1 to n without repeats, denser at the beginning', () => {
    const steps = growingSteps(1000, 40);
    expect(steps[0]).toBe(1);
    expect(steps.at(-1)).toBe(1000);
    for (let k = 1; k < steps.length; k++) expect(steps[k]).toBeGreaterThan(steps[k - 1]);
    expect(steps[10] - steps[9]).toBeLessThan(steps[steps.length - 1] - steps[steps.length - 2]);
    expect([...growingSteps(3, 40)]).toEqual([1, 2, 3]);
    expect(growingSteps(0, 40)).toHaveLength(0);
  });
});

describe('rarefiedCurve', () => {
  it('begins with one topic, ends with all, and compares at equal n only where there are as many', () => {
    const curve = rarefiedCurve('ac', counts(150, 60, 30, 10), 40);
    expect(curve.expected[0]).toBeCloseTo(1, 9);
    expect(curve.expected.at(-1)).toBeCloseTo(4, 9);
    expect(curve.equal?.coverage).toBeGreaterThan(0.95);
    expect(curve.equal?.expected).toBeGreaterThan(3.9);
    expect(rarefiedCurve('ac', counts(EQUAL_N - 1), 40).equal).toBeNull();
  });

  it('agrees with counting by hand', () => {
    // Of two requests each on two topics, two drawn are on one topic in 2 of 6 ways.
    const { m, expected } = rarefiedCurve(null, counts(2, 2), 40);
    expect([...m]).toEqual([1, 2, 3, 4]);
    expect(expected[1]).toBeCloseTo((2 * 1 + 4 * 2) / 6, 12);
  });
});

describe('unionOf', () => {
  it('adds topics of all accounts', () => {
    const union = unionOf([counts(3, 1), { of: new Map([[1, 2]]), requests: 2, other: 4 }]);
    expect([...union.of]).toEqual([
      [0, 3],
      [1, 3],
    ]);
    expect(union).toMatchObject({ requests: 6, other: 4 });
  });
});

describe('bandOf', () => {
  const m = Float64Array.of(1, 2, 3);
  const curve = (...values: number[]) => Float64Array.from(values);

  it('is made of the curves that reach its end, so that it does not bend where others stop', () => {
    const long = Array.from({ length: 12 }, (_, k) => curve(k, k, k));
    const short = Array.from({ length: 20 }, () => curve(100, Number.NaN, Number.NaN));
    const band = bandOf(m, [...long, ...short]);
    expect(band).toMatchObject({ curves: 12, ofCurves: 32 });
    expect([...(band?.middle ?? [])]).toEqual([5.5, 5.5, 5.5]);
  });

  it('ends where fewer than a quarter or ten reach, and is none below ten', () => {
    const long = Array.from({ length: 9 }, () => curve(1, 2, 3));
    expect(bandOf(m, long)).toBeNull();
    const band = bandOf(m, [...long, curve(1, 2, Number.NaN)]);
    expect([...(band?.m ?? [])]).toEqual([1, 2]);
    const many = Array.from({ length: 50 }, () => curve(1, Number.NaN, Number.NaN));
    expect([...(bandOf(m, [...long, ...long.slice(0, 3), ...many])?.m ?? [])]).toEqual([1]);
  });
});

import { describe, expect, it } from 'vitest';
import { isolationScores } from '../../../../../electron/dev/bench/baselines/isolation-forest.ts';
import { Rng } from '../../../../../electron/engine/rng.ts';

describe('isolationScores', () => {
  it('scores the outlier highest and is the same for a seed', () => {
    const rng = new Rng(3);
    const points = Array.from({ length: 200 }, () => [rng.normal(), rng.normal()]);
    points.push([9, -9]);
    const scores = isolationScores(points);
    expect(Math.max(...scores)).toBe(scores[200]);
    expect(scores[200]).toBeGreaterThan(0.65);
    expect([...isolationScores(points)]).toEqual([...scores]);
  });
});

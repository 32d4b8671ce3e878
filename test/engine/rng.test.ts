import { describe, expect, it } from 'vitest';
import { Rng } from '../../electron/engine/rng.ts';

const draw = (rng: Rng, n: number, one: (rng: Rng) => number): number[] =>
  Array.from({ length: n }, () => one(rng));
const mean = (list: readonly number[]) => list.reduce((sum, value) => sum + value, 0) / list.length;

describe('Rng', () => {
  it('gives the numbers it always gave', () => {
    expect(draw(new Rng(1), 4, (rng) => rng.uint32())).toMatchInlineSnapshot(`
      [
        3552510607,
        1389765283,
        2717480524,
        1842000499,
      ]
    `);
  });

  it('differs by seed, also above 32 bits', () => {
    const firsts = [1, 2, -1, 2 ** 32, 2 ** 32 + 1, 2 ** 40].map((seed) => new Rng(seed).uint32());
    expect(new Set(firsts).size).toBe(firsts.length);
  });

  it('forks by label, whatever was drawn before', () => {
    const one = new Rng(7);
    const other = new Rng(7);
    other.uint32();
    expect(one.fork('a').uint32()).toBe(other.fork('a').uint32());
    expect(one.fork('a').uint32()).not.toBe(one.fork('b').uint32());
  });

  it.each([
    ['uniform', (rng: Rng) => rng.float(), 0.5],
    ['lognormal', (rng: Rng) => rng.lognormal(3, 0.8), 3],
    ['exponential', (rng: Rng) => rng.exponential(2), 2],
    ['gamma of small shape', (rng: Rng) => rng.gamma(0.5, 4), 4],
    ['gamma of large shape', (rng: Rng) => rng.gamma(9, 4), 4],
    ['Poisson', (rng: Rng) => rng.poisson(5), 5],
    ['Poisson of a large mean', (rng: Rng) => rng.poisson(500), 500],
  ])('%s has its mean', (_, one, expected) => {
    const found = mean(draw(new Rng(3), 20_000, one));
    expect(Math.abs(found / expected - 1)).toBeLessThan(0.04);
  });
});

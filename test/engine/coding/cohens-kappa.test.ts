import { describe, expect, it } from 'vitest';
import { cohensKappa } from '../../../electron/engine/coding/cohens-kappa.ts';
import { Rng } from '../../../electron/engine/rng.ts';

describe('published examples', () => {
  it('two psychologists, 200 patients (Cohen 1960): kappa .49', () => {
    // Proportions .44 .07 .09 / .05 .20 .05 / .01 .03 .06: observed .70, by chance .41.
    const found = cohensKappa([
      [88, 14, 18],
      [10, 40, 10],
      [2, 6, 12],
    ]);
    expect(found?.observed).toBeCloseTo(0.7, 12);
    expect(found?.expected).toBeCloseTo(0.41, 12);
    expect(found?.kappa).toBeCloseTo(0.492, 3);
  });

  it('diagnoses of 100 patients (Fleiss, Levin and Paik 2003, ch. 18): kappa .676', () => {
    const found = cohensKappa([
      [75, 1, 4],
      [5, 4, 1],
      [0, 0, 10],
    ]);
    expect(found?.kappa).toBeCloseTo(0.676, 3);
    expect(found?.expected).toBeCloseTo(0.66, 12);
  });

  it('two dermatologists, 88 patients (SAS/STAT, PROC FREQ, agreement study): .3449 ± .0724', () => {
    const found = cohensKappa([
      [10, 4, 1, 0],
      [5, 10, 12, 2],
      [2, 4, 12, 5],
      [0, 2, 6, 13],
    ]);
    expect(found?.kappa).toBeCloseTo(0.3449, 4);
    expect(found?.standardError).toBeCloseTo(0.0724, 4);
  });

  it('two yes-or-no ratings of 105 objects (R package statpsych, ci.kappa): .6756757 ± .07344761', () => {
    const found = cohensKappa([
      [31, 12],
      [4, 58],
    ]);
    expect(found?.kappa).toBeCloseTo(0.6756757, 7);
    expect(found?.standardError).toBeCloseTo(0.07344761, 7);
  });
});

describe('cohensKappa', () => {
  it('is 1 in full agreement, -1 in full disagreement by halves, 0 by chance', () => {
    const kappa = (...table: number[][]) => cohensKappa(table)?.kappa;
    expect(kappa([7, 0], [0, 3])).toBe(1);
    expect(kappa([0, 5], [5, 0])).toBe(-1);
    expect(kappa([6, 4], [6, 4])).toBeCloseTo(0, 12);
    expect(
      cohensKappa([
        [7, 0],
        [0, 3],
      ])?.standardError,
    ).toBeCloseTo(0, 12);
  });

  it('says nothing of nobody, nor where both always say the same one thing', () => {
    expect(
      cohensKappa([
        [0, 0],
        [0, 0],
      ]),
    ).toBeNull();
    expect(
      cohensKappa([
        [9, 0],
        [0, 0],
      ]),
    ).toBeNull();
    expect(
      cohensKappa([
        [0, 9],
        [0, 0],
      ])?.kappa,
    ).toBe(0);
  });

  it('does not care who is first', () => {
    const straight = cohensKappa([
      [30, 9],
      [2, 12],
    ]);
    const turned = cohensKappa([
      [30, 2],
      [9, 12],
    ]);
    expect(turned?.kappa).toBeCloseTo(straight?.kappa as number, 12);
    expect(turned?.standardError).toBeCloseTo(straight?.standardError as number, 12);
  });

  it('has an interval that holds the true kappa in about 95 % of simulated samples', () => {
    // Both say yes .4, the first alone .1, the second alone .15, none .35: observed .75, chance .275 + .225 = .5.
    const cells = [0.4, 0.1, 0.15, 0.35];
    const truth = (0.75 - 0.5) / 0.5;
    const rng = new Rng(41);
    const samples = 2000;
    let held = 0;
    for (let s = 0; s < samples; s++) {
      const counts = [0, 0, 0, 0];
      for (let i = 0; i < 150; i++) counts[rng.weighted(cells)]++;
      const found = cohensKappa([counts.slice(0, 2), counts.slice(2)]);
      if (found && Math.abs(found.kappa - truth) <= 1.96 * found.standardError) held++;
    }
    // Three standard errors of a share of .95 in 2,000 are .015.
    expect(Math.abs(held / samples - 0.95)).toBeLessThan(0.015);
  });
});

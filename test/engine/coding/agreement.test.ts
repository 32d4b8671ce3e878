import { describe, expect, it } from 'vitest';
import { agreementOf, codedShare } from '../../../electron/engine/coding/agreement.ts';
import { Rng } from '../../../electron/engine/rng.ts';
import type { Code } from '../../../shared/contract/coding.ts';

const codes = (together: number, apart: number, cannotTell = 0): Code[] => [
  ...Array<Code>(together).fill('together'),
  ...Array<Code>(apart).fill('apart'),
  ...Array<Code>(cannotTell).fill('cannot tell'),
];

describe('codedShare', () => {
  it('is of those decided, with the interval of a published example', () => {
    const found = codedShare(codes(81, 182, 40));
    expect(found).toMatchObject({ together: 81, apart: 182, cannotTell: 40, share: 81 / 263 });
    // 81 of 263: .2553 to .3662 (Newcombe 1998, table I).
    expect(found.interval?.[0]).toBeCloseTo(0.2553, 4);
    expect(found.interval?.[1]).toBeCloseTo(0.3662, 4);
  });

  it('says nothing where nothing was decided', () => {
    expect(codedShare(codes(0, 0, 3))).toMatchObject({ cannotTell: 3, share: null, interval: null });
  });

  it('has an interval that holds the true share in about 95 % of simulated samples', () => {
    const rng = new Rng(5);
    const samples = 4000;
    let held = 0;
    for (let s = 0; s < samples; s++) {
      // At one share and size the coverage is off by the steps of counting; over all shares it is .952.
      const truth = rng.float();
      let together = 0;
      for (let i = 0; i < 40; i++) if (rng.chance(truth)) together++;
      const [low, high] = codedShare(codes(together, 40 - together)).interval ?? [1, 0];
      if (low <= truth && truth <= high) held++;
    }
    // Three standard errors of a share of .95 in 4,000 are .0103.
    expect(Math.abs(held / samples - 0.952)).toBeLessThan(0.0103);
  });
});

describe('agreementOf', () => {
  it('leaves out what either could not tell, and says how many', () => {
    const first: Code[] = ['together', 'together', 'apart', 'apart', 'cannot tell', 'apart', 'cannot tell'];
    const second: Code[] = ['together', 'apart', 'apart', 'apart', 'together', 'cannot tell', 'cannot tell'];
    const found = agreementOf(first, second);
    expect(found).toMatchObject({ decided: 4, leftOut: 3, observed: 0.75, kappa: 0.5 });
    expect(found.table).toEqual([
      [1, 1],
      [0, 2],
    ]);
    // Four accounts tell little: the interval ends where kappa does.
    expect(found.interval?.[1]).toBe(1);
  });

  it('gives no interval where the large-sample error is nothing', () => {
    const same = codes(6, 5);
    expect(agreementOf(same, same)).toMatchObject({ observed: 1, kappa: 1, interval: null });
    expect(agreementOf(same, same).standardError).toBeCloseTo(0, 12);
  });

  it('has no kappa where both say one thing of all, or nothing is decided', () => {
    expect(agreementOf(codes(3, 0), codes(3, 0))).toMatchObject({ observed: 1, kappa: null, interval: null });
    expect(agreementOf(codes(0, 0, 2), codes(2, 0))).toMatchObject({
      decided: 0,
      observed: null,
      kappa: null,
    });
  });
});

import { describe, expect, it } from 'vitest';
import { Rng } from '../../../electron/engine/rng.ts';
import { type CastOptions, castParts, chooseCampaigns } from '../../../electron/engine/sample/cast.ts';
import { MALICIOUS_FAMILIES } from '../../../electron/engine/sample/truth.ts';

const options = (seed: number, more: Partial<CastOptions> = {}): CastOptions => ({
  seed,
  small: false,
  accounts: 3_000,
  requests: 600_000,
  allowed: MALICIOUS_FAMILIES,
  ...more,
});

describe('chooseCampaigns', () => {
  it('shares all families out among neighbouring seeds, four to six each', () => {
    for (let pair = 0; pair < 20; pair++) {
      const one = chooseCampaigns(options(2 * pair));
      const other = chooseCampaigns(options(2 * pair + 1));
      for (const chosen of [one, other]) {
        expect(chosen.length).toBeGreaterThanOrEqual(4);
        expect(chosen.length).toBeLessThanOrEqual(6);
      }
      expect([...one, ...other].sort()).toEqual([...MALICIOUS_FAMILIES].sort());
    }
  });

  it('plants two or three in a small data set, and every family within four seeds', () => {
    const chosen = [4, 5, 6, 7].map((seed) => chooseCampaigns(options(seed, { small: true })));
    for (const list of chosen) expect([2, 3]).toContain(list.length);
    expect(chosen.flat().sort()).toEqual([...MALICIOUS_FAMILIES].sort());
  });

  it('never plants what is not allowed, and few allowed ones always', () => {
    const without = MALICIOUS_FAMILIES.filter((id) => id !== 'M5');
    for (let seed = 1; seed < 9; seed++) {
      expect(chooseCampaigns(options(seed, { allowed: without }))).not.toContain('M5');
      expect(chooseCampaigns(options(seed, { allowed: ['M5'] }))).toEqual(['M5']);
      expect(chooseCampaigns(options(seed, { allowed: [] }))).toEqual([]);
    }
  });
});

describe('castParts', () => {
  it.each([
    ['S', { small: true, accounts: 300, requests: 60_000 }],
    ['M', {}],
    ['L', { accounts: 10_000, requests: 3_000_000 }],
  ])('%s: exact numbers, campaigns rare, every honest family there', (_, size) => {
    for (let seed = 0; seed < 12; seed++) {
      const of = options(seed, size);
      const parts = castParts(new Rng(seed), of);
      const sum = (list: readonly number[]) => list.reduce((one, other) => one + other, 0);
      expect(sum(parts.map((part) => part.accounts))).toBe(of.accounts);
      expect(sum(parts.map((part) => part.requests))).toBeCloseTo(of.requests, 0);
      expect(parts.every((part) => part.accounts > 0)).toBe(true);
      const campaign = sum(parts.filter((part) => part.family.malicious).map((part) => part.accounts));
      expect(campaign / of.accounts).toBeGreaterThanOrEqual(0.005);
      expect(campaign / of.accounts).toBeLessThanOrEqual(0.05);
      const honest = new Set(parts.filter((part) => !part.family.malicious).map((part) => part.family.id));
      expect(honest.size).toBe(16);
      const rest = parts.find((part) => part.family.id === 'N0')!.accounts;
      expect(rest / (of.accounts - campaign)).toBeLessThanOrEqual(0.4);
    }
  });
});

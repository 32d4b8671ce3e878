import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DEFAULT_ASSUMPTIONS, NOTHING_ASSUMED } from '../../shared/assumptions.ts';
import { estimateHarvest, harvestSentences, harvestValues } from '../../shared/harvest-estimate.ts';

const BASES = {
  all: { samples: 1000, inputTokens: 2_000_000, outputTokens: 1_000_000 },
  withoutCover: { samples: 600, inputTokens: 1_500_000, outputTokens: 800_000 },
};
const by = <T>(value: T, author = 'Ada') => ({ value, author, changedUs: 1 });

test('counts times assumptions, each end from the same ends', () => {
  expect(estimateHarvest(BASES, DEFAULT_ASSUMPTIONS)).toEqual({
    trainingSamples: { low: 500, value: 800, high: 1000 },
    costMicroUsd: { low: 1_750_000, value: 21_000_000, high: 105_000_000 },
  });
  const values = harvestValues({
    ...NOTHING_ASSUMED,
    kept: by({ low: 0.1, value: 0.2, high: 0.3 }),
    cover: by(false),
  });
  expect(estimateHarvest(BASES, values)).toEqual({
    trainingSamples: { low: 60, value: 120, high: 180 },
    costMicroUsd: { low: 1_375_000, value: 16_500_000, high: 82_500_000 },
  });
});

test('where cover cannot be told all requests count, and the sentence says so', () => {
  const untold = { ...BASES, withoutCover: null };
  const values = { ...harvestValues(NOTHING_ASSUMED), cover: false };
  expect(estimateHarvest(untold, values)).toEqual(estimateHarvest(BASES, DEFAULT_ASSUMPTIONS));
  const assumed = { ...NOTHING_ASSUMED, cover: by(false) };
  expect(harvestSentences(assumed, false)[0]).toMatch(
    /^All requests of the operator count: .*Assumed by Ada\.$/,
  );
  expect(harvestSentences(assumed, true)[0]).toMatch(/^Only requests that do not look like cover count: /);
});

test('what a person assumed is said with their name, once each', () => {
  const range = { low: 1, value: 2, high: 3 };
  expect(harvestSentences(NOTHING_ASSUMED, true).join(' ')).not.toContain('ssumed by');
  expect(
    harvestSentences({ ...NOTHING_ASSUMED, inputPrice: by(range), outputPrice: by(range) }, true)[2],
  ).toBe(
    'Prices: 1 to 3 USD a million input tokens (best guess 2), 1 to 3 USD a million output tokens (best guess 2). Assumed by Ada.',
  );
  expect(
    harvestSentences({ ...NOTHING_ASSUMED, inputPrice: by(range), outputPrice: by(range, 'Bo') }, true)[2],
  ).toMatch(/Assumed by Ada and Bo\.$/);
});

test('an interval holds its best guess under whatever can be assumed', () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  const range = fc.tuple(share, share, share).map((ends) => {
    const [low, value, high] = ends.toSorted((a, b) => a - b);
    return { low, value, high };
  });
  const count = fc.nat({ max: 1e9 });
  fc.assert(
    fc.property(range, range, range, count, count, count, (kept, inputPrice, outputPrice, ...counts) => {
      const [samples, inputTokens, outputTokens] = counts;
      const bases = { all: { samples, inputTokens, outputTokens }, withoutCover: null };
      const values = { kept, inputPrice, outputPrice, cover: true };
      for (const { low, value, high } of Object.values(estimateHarvest(bases, values))) {
        expect(low).toBeLessThanOrEqual(value);
        expect(value).toBeLessThanOrEqual(high);
      }
    }),
  );
});

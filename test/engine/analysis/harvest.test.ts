import { expect, test } from 'vitest';
import { flagBit } from '../../../electron/engine/analysis/content/flag-content.ts';
import type { Dataset } from '../../../electron/engine/analysis/dataset.ts';
import type { PromptDigests } from '../../../electron/engine/analysis/digest-prompts.ts';
import { countHarvest, harvestAt } from '../../../electron/engine/analysis/harvest.ts';
import { NOTHING_ASSUMED } from '../../../shared/assumptions.ts';

const by = <T>(value: T) => ({ value, author: 'Ada', changedUs: 1 });

/** One account of six requests: prompts 1 and 2 fill a template, 3 asks for a rubric, 4 is words alone, 5 failed. */
const data = {
  from: Uint32Array.of(0, 6),
  session: Uint32Array.of(1, 1, 2, 2, 2, 0),
  prompt: Uint32Array.of(1, 2, 2, 3, 4, 5),
  inputTokens: Float64Array.of(10, 10, 10, 100, 1000, 1000),
  outputTokens: Float64Array.of(1, 1, 1, 10, 100, 0),
} as unknown as Dataset;
const digests = {
  template: Uint32Array.of(1, 1, 1, 0, 2, 2),
  templates: [{ verbatim: false }, { verbatim: true }],
  item: Uint32Array.of(0, 1, 2, 3, 4, 5),
  flags: Uint32Array.of(0, 0, 0, flagBit('rubric_score'), flagBit('reasoning_steps'), 0),
  texts: 5,
} as unknown as PromptDigests;

const harvest = countHarvest(data, digests, Uint32Array.of(0));

test('what fills a template or asks in a training form is told from what looks like cover', () => {
  expect(harvest.bases).toEqual({
    all: { samples: 4, inputTokens: 2130, outputTokens: 113 },
    withoutCover: { samples: 3, inputTokens: 130, outputTokens: 13 },
  });
  expect(harvest).toMatchObject({ requests: 6, sessions: 2, inputTokens: 2130, templates: 1, slotValues: 2 });
});

test('a harvest follows what is assumed, and at the defaults is what was counted', () => {
  expect(harvestAt(harvest, NOTHING_ASSUMED)).toEqual(harvest);
  const moved = harvestAt(harvest, {
    ...NOTHING_ASSUMED,
    kept: by({ low: 1, value: 1, high: 1 }),
    cover: by(false),
  });
  expect(moved.trainingSamples).toEqual({ low: 3, value: 3, high: 3 });
  expect(moved.costMicroUsd.value).toBe(130 * 3 + 13 * 15);
  expect(moved.assumptions.slice(0, 2).map((text) => text.endsWith('Assumed by Ada.'))).toEqual([true, true]);
  expect(moved.requests).toBe(6);
});

test('without prompt texts nothing is taken for cover', () => {
  const { bases } = countHarvest(data, { ...digests, texts: 0 }, Uint32Array.of(0));
  expect(bases.withoutCover).toBeNull();
});

test('a harvest stored before cover was told keeps its estimate, and follows prices', () => {
  const { bases: _, ...stored } = harvest;
  const { bases, ...same } = harvestAt(stored, NOTHING_ASSUMED);
  expect(same).toEqual(stored);
  expect(bases).toEqual({ all: harvest.bases.all, withoutCover: null });
  const dear = harvestAt(stored, {
    ...NOTHING_ASSUMED,
    inputPrice: by({ low: 10, value: 10, high: 10 }),
    cover: by(false),
  });
  expect(dear.costMicroUsd.value).toBe(2130 * 10 + 113 * 15);
});

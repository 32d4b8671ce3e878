import { beforeAll, describe, expect, it } from 'vitest';
import { CLUSTERERS, SCORERS } from '../../../../../electron/dev/bench/baselines/index.ts';
import { type SampleData, sampleData } from '../../../../../electron/dev/bench/baselines/sample-dataset.ts';
import { campaignLabels, numberAurocs } from '../../../../../electron/dev/bench/sample-features.ts';
import { auroc } from '../../../../../electron/engine/analysis/score/ranking.ts';

let sample: SampleData;

beforeAll(async () => {
  sample = await sampleData({ size: 'S', seed: 4 });
});

describe('baselines on a sample', () => {
  it('reads the sample as a data set: rows by account, then time', () => {
    const { data, records } = sample;
    expect(data.accounts).toEqual(records.map((record) => record.accountId));
    expect(data.from.at(-1)).toBe(data.rows);
    for (let row = 1; row < data.rows; row++) {
      expect(data.account[row]! >= data.account[row - 1]!).toBe(true);
      if (data.account[row] === data.account[row - 1]) {
        expect(data.timeUs[row]! >= data.timeUs[row - 1]!).toBe(true);
      }
    }
  });

  it.each(Object.keys(SCORERS))('%s: a number for each account, some different', (name) => {
    const scores = Array.from(SCORERS[name]!(sample));
    expect(scores).toHaveLength(sample.data.accounts.length);
    expect(scores.every(Number.isFinite)).toBe(true);
    expect(new Set(scores).size).toBeGreaterThan(3);
  });

  it.each(Object.keys(CLUSTERERS))('%s: groups of at least two', (name) => {
    const clusters = CLUSTERERS[name]!(sample);
    expect(clusters).toHaveLength(sample.data.accounts.length);
    const sizes = new Map<number, number>();
    for (const cluster of clusters) if (cluster !== null) sizes.set(cluster, (sizes.get(cluster) ?? 0) + 1);
    expect(sizes.size).toBeGreaterThan(0);
    expect(Math.min(...sizes.values())).toBeGreaterThan(1);
  });

  it('no single number tells campaigns', () => {
    const labels = campaignLabels(sample);
    expect(auroc(labels, labels)).toBe(1);
    const aurocs = [...numberAurocs(sample)].map(
      ([name, value]) => [name, Math.max(value, 1 - value)] as const,
    );
    expect(aurocs.length).toBeGreaterThan(30);
    // Few accounts of two or three operators: chance alone moves a feature a long way.
    for (const [name, value] of aurocs) expect(value, name).toBeLessThan(0.9);
  });
});

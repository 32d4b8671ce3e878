import { expect, test } from 'vitest';
import { progressText } from '../../../renderer/ui/progress-text.ts';

test('rows, rate and remaining time', () => {
  const shown = progressText({
    stage: 'reading',
    done: 50_000,
    total: 200_000,
    unit: 'rows',
    perSecond: 10_000,
  });
  expect(shown).toEqual({
    text: 'reading · 50,000 of 200,000 rows · 10,000 rows/s · 15 s left',
    fraction01: 0.25,
  });
});

test('where bytes are counted, the rows read and their rate stand beside them', () => {
  const progress = {
    stage: 'reading',
    done: 1_000_000,
    total: 4_000_000,
    unit: 'bytes',
    perSecond: 500_000,
  } as const;
  expect(progressText({ ...progress, rows: 12_345, rowsPerSecond: 6172.5 }).text).toBe(
    'reading · 1 MB of 4 MB · 12,345 rows · 6,173 rows/s · 6 s left',
  );
});

test('nothing is claimed while the whole is unknown', () => {
  expect(progressText(undefined)).toEqual({ text: 'starting', fraction01: undefined });
  expect(progressText({ stage: 'hashing', done: 2_000_000, unit: 'bytes' })).toEqual({
    text: 'hashing · 2 MB',
    fraction01: undefined,
  });
});

test('a job past its estimate is full, not over', () => {
  expect(progressText({ stage: 'x', done: 12, total: 10, unit: 'files' }).fraction01).toBe(1);
});

test('a stage that has counted nothing says only what it does', () => {
  expect(progressText({ stage: 'linking accounts', done: 0, unit: 'entries' }).text).toBe('linking accounts');
});

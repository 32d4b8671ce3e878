import { expect, it } from 'vitest';
import { ownPeakBytes, peakInStatus } from '../../../../electron/dev/bench/peak-memory.ts';

it('finds the peak in a status', () => {
  expect(
    peakInStatus('Name:\tsqlite3\nVmPeak:\t   10240 kB\nVmHWM:\t    3900 kB\nVmRSS:\t    3000 kB\n'),
  ).toBe(3_993_600);
  expect(peakInStatus('Name:\tsqlite3\n')).toBeNull();
});

it('counts memory that was given back', () => {
  const before = ownPeakBytes();
  // Filled, because pages that are never touched are not resident.
  Buffer.alloc(2 * before, 1);
  expect(ownPeakBytes()).toBeGreaterThan(before + before / 2);
});

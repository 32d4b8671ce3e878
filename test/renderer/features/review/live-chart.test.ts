import { expect, test } from 'vitest';
import { hasLiveChart } from '../../../../renderer/features/review/live-chart.tsx';

test('what an exhibit asks is drawn anew, unless this version does not know it', () => {
  expect(hasLiveChart('activity', { account: 'a', range: null })).toBe(true);
  expect(hasLiveChart('profile', { account: 'a' })).toBe(true);
  expect(hasLiveChart('weather', {})).toBe(false);
  expect(hasLiveChart('profile', {})).toBe(false);
});

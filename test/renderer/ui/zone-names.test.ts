import { expect, test } from 'vitest';
import { offsetText, zoneNames } from '../../../renderer/ui/zone-names.ts';

test('the list starts with UTC, once', () => {
  const names = zoneNames();
  expect(names[0]).toBe('UTC');
  expect(names.filter((name) => name === 'UTC')).toHaveLength(1);
  expect(names).toContain('Europe/Berlin');
});

test('offsets follow the season; unknown names have none', () => {
  expect(offsetText('Europe/Berlin', Date.UTC(2026, 0, 1) * 1000)).toBe('UTC+01:00');
  expect(offsetText('Europe/Berlin', Date.UTC(2026, 6, 1) * 1000)).toBe('UTC+02:00');
  expect(offsetText('Nowhere/Land', 0)).toBeNull();
  expect(offsetText('', 0)).toBeNull();
});

import { expect, test } from 'vitest';
import { Recent } from '../../electron/engine/recent.ts';

test('what was asked for longest ago goes first, and looking at a value keeps it', () => {
  const recent = new Recent<number>(2);
  recent.put('a', 1);
  recent.put('b', 2);
  expect(recent.get('a')).toBe(1);
  recent.put('c', 3);
  expect([recent.get('a'), recent.get('b'), recent.get('c')]).toEqual([1, undefined, 3]);
});

test('a value is made once while it is kept', () => {
  const recent = new Recent<number>(1);
  let made = 0;
  const obtain = (key: string) => recent.obtain(key, () => ++made);
  expect([obtain('a'), obtain('a'), obtain('b'), obtain('a')]).toEqual([1, 1, 2, 3]);
});

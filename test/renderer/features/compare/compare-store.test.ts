import { expect, test } from 'vitest';
import { besideBefore } from '../../../../renderer/features/compare/compare-store.ts';

const of = { account: 'a' };

test('a range is put beside the one before it, the first of the data beside the one after', () => {
  expect(besideBefore(of, { fromUs: 50, toUs: 60 }, 0)).toEqual({
    a: { of, range: { fromUs: 50, toUs: 60 } },
    b: { of, range: { fromUs: 40, toUs: 50 } },
  });
  expect(besideBefore(of, { fromUs: 50, toUs: 60 }, 50).b).toEqual({ of, range: { fromUs: 60, toUs: 70 } });
  expect(besideBefore(of, null, 0)).toEqual({ a: { of, range: null }, b: null });
});

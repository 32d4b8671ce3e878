import { expect, test } from 'vitest';
import { reasonKind } from '../../../electron/engine/import/reason-kind.ts';

test('a conflict is about the field by which rows of its table are the same', () => {
  expect(reasonKind('conflict', 'other values', 'requests').field).toBe('request_id');
  expect(reasonKind('conflict', 'other values', 'accounts').field).toBe('account_id');
  expect(reasonKind('conflict', 'other values', 'context').field).toBeNull();
});

test('a refused row has its kind by its reason', () => {
  expect(reasonKind('reject', '2 cells where the header has 1,004', 'requests').type).toBe('MISSING COLUMNS');
  expect(reasonKind('reject', 'No account id', 'accounts')).toEqual({
    type: 'MISSING ACCOUNT',
    field: 'account_id',
  });
  expect(reasonKind('reject', 'Something else', 'context')).toEqual({ type: 'OTHER', field: null });
});

import { expect, test } from 'vitest';
import { examinedReference } from '../../../renderer/store/examined.ts';

const NOTHING = { account: null, operator: null, template: null };
const CURSORS = { account: 'ac_1', operator: 'O-1', template: 'T1' };

test('what a page is about, or what the cursor of its list is on', () => {
  expect(examinedReference({ name: 'account', account: 'ac_9', request: null }, CURSORS)).toBe(
    'account:ac_9',
  );
  expect(examinedReference({ name: 'accounts' }, CURSORS)).toBe('account:ac_1');
  expect(examinedReference({ name: 'accounts' }, NOTHING)).toBeNull();
  expect(examinedReference({ name: 'operator', id: 'O-7', pair: null }, NOTHING)).toBe('operator:O-7');
  expect(examinedReference({ name: 'operators' }, CURSORS)).toBe('operator:O-1');
  expect(examinedReference({ name: 'templates' }, CURSORS)).toBe('template:T1');
  expect(examinedReference({ name: 'sources' }, CURSORS)).toBeNull();
});

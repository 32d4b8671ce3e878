import { expect, test } from 'vitest';
import { sortOperatorsBy, useOperatorOrder } from '../../../renderer/store/operators.ts';

test('a column sorts from the largest, and the same one again turns round', () => {
  expect(useOperatorOrder.getState()).toEqual({ sort: 'score', descending: true });
  sortOperatorsBy('accounts');
  expect(useOperatorOrder.getState()).toEqual({ sort: 'accounts', descending: true });
  sortOperatorsBy('accounts');
  expect(useOperatorOrder.getState()).toEqual({ sort: 'accounts', descending: false });
});

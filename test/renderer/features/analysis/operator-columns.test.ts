import { expect, test } from 'vitest';
import {
  operatorColumns,
  usualOperatorColumns,
} from '../../../../renderer/features/analysis/operator-columns.ts';
import { arrangeColumns } from '../../../../renderer/ui/columns.ts';
import { OPERATOR_SORTS } from '../../../../shared/contract/analysis.ts';

const keys = (columns: readonly { readonly key: string }[]) => columns.map(({ key }) => key);

test('every order that the engine knows has its column', () => {
  const sorts = operatorColumns(10, 100, true).flatMap(({ sort }) => sort ?? []);
  expect(sorts.toSorted()).toEqual([...OPERATOR_SORTS].sort());
});

test('the share of all stands back; what matches stands behind the accounts while something is filtered', () => {
  const all = operatorColumns(10, 100, true);
  const shown = keys(arrangeColumns(all, usualOperatorColumns(all)));
  expect(shown).not.toContain('share');
  expect(shown.slice(0, 4)).toEqual(['operator', 'accounts', 'matching', 'requests']);
  expect(keys(operatorColumns(10, 100, false))).not.toContain('matching');
});

test('counts say in their titles what they are of', () => {
  const explains = new Map(
    operatorColumns(300, 58_674, false).map((column) => [column.key, column.explains]),
  );
  expect(explains.get('accounts')).toContain('300');
  expect(explains.get('requests')).toContain('58,674');
});

import { expect, test } from 'vitest';
import {
  canFold,
  expanded,
  folded,
  OVERVIEW,
  opened,
  removed,
  startFrom,
  toggledKind,
  withRoot,
} from '../../../../renderer/features/graph/picture-state.ts';

test('it begins with the operators, or with what was asked for alone', () => {
  expect(startFrom({})).toBe(OVERVIEW);
  expect(startFrom({ operator: 'O-3' })).toMatchObject({ top: 0, roots: ['operator:O-3'], open: ['O-3'] });
  expect(startFrom({ account: 'a' })).toMatchObject({ top: 0, roots: ['account:a'], open: [] });
});

test('folding takes back what expanding and opening brought', () => {
  const open = opened(OVERVIEW, 'O-1');
  const more = expanded(open, { at: 'account:a', kind: 'ip', accounts: ['b'] });
  expect(canFold(more, 'account:a')).toBe(true);
  expect(folded(more, 'account:a')).toEqual(open);
  expect(folded(open, 'operator:O-1').open).toEqual([]);
  expect(canFold(open, 'account:a')).toBe(false);
});

test('an expansion by the same kind is one, and brings back what was removed', () => {
  const one = expanded(OVERVIEW, { at: 'account:a', kind: 'ip', accounts: ['b'] });
  const gone = removed(one, 'account:b');
  expect(gone.removed).toEqual(['account:b']);
  const again = expanded(gone, { at: 'account:a', kind: 'ip', accounts: ['b', 'c'] });
  expect(again.expansions).toEqual([{ at: 'account:a', kind: 'ip', accounts: ['b', 'c'] }]);
  expect(again.removed).toEqual([]);
});

test('what is removed is no root any more, until it is put in again', () => {
  const gone = removed(withRoot(OVERVIEW, 'account:a'), 'account:a');
  expect(gone).toMatchObject({ roots: [], removed: ['account:a'] });
  expect(withRoot(gone, 'account:a')).toMatchObject({ roots: ['account:a'], removed: [] });
});

test('kinds are left out in one order, whatever the order of the acts', () => {
  const both = toggledKind(toggledKind(OVERVIEW, 'template'), 'ip');
  expect(both.without).toEqual(['ip', 'template']);
  expect(toggledKind(toggledKind(both, 'ip'), 'template').without).toEqual([]);
});

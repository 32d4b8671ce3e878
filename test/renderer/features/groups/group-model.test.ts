import { describe, expect, test } from 'vitest';
import {
  claimWords,
  groupCountWords,
  groupsOf,
  joinedSince,
  madeWords,
  matching,
  mergeWords,
  movedBetween,
  typedAccounts,
} from '../../../../renderer/features/groups/group-model.ts';
import type { Group } from '../../../../shared/contract/groups.ts';

function group(changes: Partial<Group> = {}): Group {
  return {
    ...{ id: 'g', of: 'operator', how: 'merge', title: 't', accounts: ['a', 'b'], reason: 'r', author: 'A' },
    ...{ createdUs: 0, from: [], moved: [], joined: [], missing: [], overlaps: [] },
    ...changes,
  };
}

test('each kind of group says what it claims', () => {
  expect(claimWords(group())).toBe('2 accounts, acting together');
  expect(claimWords(group({ how: 'split', accounts: ['a'] }))).toBe('1 account, not acting with the rest');
  expect(claimWords(group({ of: 'identity' }))).toBe('2 accounts, one and the same customer');
  expect(claimWords(group({ of: 'identity', how: 'split' }))).toBe('2 accounts, different customers');
});

test('whoever made it, it is said not to be computed', () => {
  expect(madeWords(group())).toEqual(['put together by', 'not computed']);
  expect(madeWords(group({ how: 'split' }))).toEqual(['kept apart by', 'not computed']);
  expect(groupCountWords([group()])).toBe('1 group made by people, not computed');
});

test('an operator has the groups made from it and those that name its accounts', () => {
  const groups = [
    group({ id: 'from', from: [{ operator: 'O-1', accounts: 2 }], accounts: ['x'] }),
    group({ id: 'names', accounts: ['b'] }),
    group({ id: 'other', accounts: ['z'] }),
  ];
  expect(groupsOf(groups, 'O-1', ['a', 'b']).map(({ id }) => id)).toEqual(['from', 'names']);
});

describe('what changed since', () => {
  test('moved accounts are counted by where they stood and stand', () => {
    const moved = [
      { account: 'a', was: 'O-1', now: null },
      { account: 'b', was: 'O-1', now: 'O-2' },
      { account: 'c', was: 'O-1', now: 'O-2' },
    ];
    expect(movedBetween(group({ moved }))).toEqual([
      { was: 'O-1', now: 'O-2', accounts: 2 },
      { was: 'O-1', now: null, accounts: 1 },
    ]);
  });

  test('joined accounts are counted by operator', () => {
    const joined = [
      { account: 'a', operator: 'O-2' },
      { account: 'b', operator: 'O-1' },
      { account: 'c', operator: 'O-1' },
    ];
    expect(joinedSince(group({ joined }))).toEqual([
      { operator: 'O-1', accounts: 2 },
      { operator: 'O-2', accounts: 1 },
    ]);
  });
});

test('accounts are typed a line each, once', () => {
  expect(typedAccounts(' ac_1 \r\n\nac_2\nac_1')).toEqual(['ac_1', 'ac_2']);
});

test('a search finds ids by a part of them', () => {
  const all = [{ id: 'O-12' }, { id: 'o-2' }];
  expect(matching(all, ({ id }) => id, ' O-1 ')).toEqual([all[0]]);
  expect(matching(all, ({ id }) => id, ' ')).toEqual(all);
});

test('nothing is merged with itself alone', () => {
  expect(mergeWords(1, 0)).toBeNull();
  expect(mergeWords(0, 1)).toBeNull();
  expect(mergeWords(2, 0)).toBe('2 operators');
  expect(mergeWords(1, 1)).toBe('1 operator and 1 further account');
});

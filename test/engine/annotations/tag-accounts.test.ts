import { expect, test } from 'vitest';
import { listAnnotations } from '../../../electron/engine/annotations/read.ts';
import { tagAccounts } from '../../../electron/engine/annotations/tag-accounts.ts';
import { historyState, redo, undo } from '../../../electron/engine/commands/undo.ts';
import { checkChain } from '../../../electron/engine/custody/chain.ts';
import { custodyEntries } from '../../../electron/engine/custody/log.ts';
import { canonical, importCsv, newCase } from '../support.ts';

async function threeAccounts() {
  const open = await newCase();
  const rows = ['a', 'b', 'c'].map((account, i) => `2026-05-04T00:0${i}:00Z,${account}\n`).join('');
  await importCsv(open, `timestamp,account_id\n${rows}`, canonical('timestamp', 'account_id'));
  const ids = open.db.prepare('SELECT id FROM account ORDER BY external_id').pluck().all() as number[];
  const tagged = () => listAnnotations(open.db, null).map(({ account, text }) => `${account} ${text}`);
  return { open, ids, tagged };
}

test('many accounts are tagged as one act, which is undone and done again as one', async () => {
  const { open, ids, tagged } = await threeAccounts();
  expect(tagAccounts(open, ids, ' heavy ')).toBe(3);
  expect(tagged().sort()).toEqual(['a heavy', 'b heavy', 'c heavy']);
  expect(historyState(open.db).undo).toBe('add the tag "heavy" to 3 accounts');
  undo(open);
  expect(tagged()).toEqual([]);
  redo(open);
  expect(tagged()).toHaveLength(3);
  expect(checkChain([...custodyEntries(open.db)]).firstBad).toBeNull();
});

test('accounts that have the tag already are left out; where all have it nothing is written', async () => {
  const { open, ids, tagged } = await threeAccounts();
  tagAccounts(open, ids.slice(0, 1), 'heavy');
  expect(tagAccounts(open, [...ids, ids[2]], 'heavy')).toBe(2);
  expect(tagged()).toHaveLength(3);
  const entries = [...custodyEntries(open.db)].length;
  expect(tagAccounts(open, ids, 'heavy')).toBe(0);
  expect([...custodyEntries(open.db)]).toHaveLength(entries);
});

test('an account that is not there stops it before anything is written', async () => {
  const { open, ids, tagged } = await threeAccounts();
  expect(() => tagAccounts(open, [...ids, 999], 'heavy')).toThrow('Nothing was tagged');
  expect(tagged()).toEqual([]);
});

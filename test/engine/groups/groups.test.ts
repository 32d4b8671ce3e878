import { expect, test } from 'vitest';
import type { Case } from '../../../electron/engine/case/case.ts';
import { historyState, redo, undo } from '../../../electron/engine/commands/undo.ts';
import { dissolve, merge, split } from '../../../electron/engine/groups/change.ts';
import { listGroups, operatorsAndGroups } from '../../../electron/engine/groups/read.ts';
import { caseWith, madeOperator, putAnalysis } from '../stored-analysis.ts';

const ACCOUNTS = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
const WORDS = { title: 'One crew', reason: 'They pass the same errors on.' };

/** O-1 of a, b, c; O-2 of d, e; f and g by themselves. */
async function withOperators(): Promise<Case> {
  const open = await caseWith(ACCOUNTS);
  putAnalysis(open, [madeOperator('O-1', ['a', 'b', 'c']), madeOperator('O-2', ['d', 'e'])]);
  return open;
}

const commands = ({ db }: Case) => db.prepare('SELECT count(*) FROM command').pluck().get();

test('operators and accounts are merged beside what the analysis found, and undone', async () => {
  const open = await withOperators();
  const before = operatorsAndGroups(open.db);
  expect(before.operators.map(({ id, accounts }) => [id, accounts])).toEqual([
    ['O-1', 3],
    ['O-2', 2],
  ]);
  const id = merge(open, 'operator', ['O-2', 'O-1', 'O-1'], ['f', 'a'], WORDS);
  const { operators, groups } = operatorsAndGroups(open.db);
  expect(operators).toEqual(before.operators);
  expect(groups).toMatchObject([
    {
      ...{ id, of: 'operator', how: 'merge', ...WORDS, author: 'tester' },
      accounts: ['a', 'b', 'c', 'd', 'e', 'f'],
      from: [
        { operator: 'O-2', accounts: 2 },
        { operator: 'O-1', accounts: 3 },
      ],
      ...{ moved: [], joined: [], missing: [], overlaps: [] },
    },
  ]);
  expect(historyState(open.db).undo).toBe('make the merge of operators "One crew"');
  undo(open);
  expect(listGroups(open.db)).toEqual([]);
  redo(open);
  expect(listGroups(open.db)).toEqual(groups);
});

test('a group is dissolved as an act, once', async () => {
  const open = await withOperators();
  const id = merge(open, 'identity', [], ['f', 'g'], WORDS);
  dissolve(open, id);
  expect(listGroups(open.db)).toEqual([]);
  expect(() => dissolve(open, id)).toThrow(/no longer there/);
  expect(historyState(open.db).undo).toBe('dissolve the merge of identities "One crew"');
  undo(open);
  expect(listGroups(open.db)).toMatchObject([{ id, of: 'identity', accounts: ['f', 'g'], from: [] }]);
});

test('accounts are kept apart from their operator, and groups that contradict each other are named', async () => {
  const open = await withOperators();
  const apart = split(open, 'operator', 'O-1', ['c', 'a', 'c'], WORDS);
  const crew = merge(open, 'operator', ['O-1'], ['f'], WORDS);
  const same = merge(open, 'identity', [], ['a', 'f'], WORDS);
  const not = split(open, 'identity', null, ['f', 'g'], WORDS);
  const groups = new Map(listGroups(open.db).map((group) => [group.id, group]));
  expect([...groups.keys()]).toEqual([apart, crew, same, not]);
  expect(groups.get(apart)).toMatchObject({ how: 'split', accounts: ['a', 'c'], joined: [] });
  expect([apart, crew, same, not].map((id) => groups.get(id)?.overlaps)).toEqual([
    [crew],
    [apart],
    [not],
    [same],
  ]);
});

test('a later analysis shows who moved, who joined, and which operators are no more', async () => {
  const open = await withOperators();
  const crew = merge(open, 'operator', ['O-1', 'O-2'], ['f'], WORDS);
  const apart = split(open, 'operator', 'O-1', ['a'], WORDS);
  putAnalysis(open, [madeOperator('O-1', ['a', 'b', 'g']), madeOperator('O-3', ['d', 'f'])]);
  const [merged, kept] = listGroups(open.db);
  expect([merged.id, kept.id]).toEqual([crew, apart]);
  expect(merged.accounts).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
  expect(merged.from).toEqual([
    { operator: 'O-1', accounts: 3 },
    { operator: 'O-2', accounts: null },
  ]);
  expect(merged.moved).toEqual([
    { account: 'c', was: 'O-1', now: null },
    { account: 'd', was: 'O-2', now: 'O-3' },
    { account: 'e', was: 'O-2', now: null },
    { account: 'f', was: null, now: 'O-3' },
  ]);
  expect(merged.joined).toEqual([{ account: 'g', operator: 'O-1' }]);
  expect(kept).toMatchObject({ moved: [], joined: [] });
  open.db.prepare("DELETE FROM account WHERE external_id = 'b'").run();
  expect(listGroups(open.db)[0].missing).toEqual(['b']);
});

test('a case without an analysis has groups of accounts that did not move', async () => {
  const open = await caseWith(ACCOUNTS);
  merge(open, 'operator', [], ['a', 'b'], WORDS);
  expect(operatorsAndGroups(open.db)).toMatchObject({ operators: [], groups: [{ from: [], moved: [] }] });
});

test('what is no merge and no split is refused and writes nothing', async () => {
  const open = await withOperators();
  const before = commands(open);
  expect(() => merge(open, 'operator', ['O-1'], ['a'], WORDS)).toThrow(/nothing to merge/);
  expect(() => merge(open, 'operator', [], ['f'], WORDS)).toThrow(/nothing to merge/);
  expect(() => merge(open, 'identity', [], ['f', 'f'], WORDS)).toThrow(/nothing to merge/);
  expect(() => merge(open, 'operator', ['O-1', 'O-9'], [], WORDS)).toThrow(/no such operator/);
  expect(() => merge(open, 'operator', ['O-1'], ['nobody'], WORDS)).toThrow(/no such account/);
  expect(() => split(open, 'operator', 'O-1', ['a', 'd'], WORDS)).toThrow(/not of this operator/);
  expect(() => split(open, 'operator', 'O-1', ['a', 'b', 'c'], WORDS)).toThrow(/all accounts of this/);
  expect(() => split(open, 'operator', 'O-9', ['a'], WORDS)).toThrow(/no such operator/);
  expect(() => split(open, 'identity', null, ['a', 'a'], WORDS)).toThrow(/at least two/);
  expect(commands(open)).toBe(before);
});

import { expect, test } from 'vitest';
import { annotate } from '../../../electron/engine/annotations/annotate.ts';
import { listAnnotations } from '../../../electron/engine/annotations/read.ts';
import { goToAct } from '../../../electron/engine/commands/go-to.ts';
import { listHistory } from '../../../electron/engine/commands/list.ts';
import { historyState, redo, undo } from '../../../electron/engine/commands/undo.ts';
import { verifyChain } from '../../../electron/engine/custody/log.ts';
import { canonical, importCsv, newCase } from '../support.ts';

async function fourComments() {
  const open = await newCase();
  await importCsv(
    open,
    'timestamp,account_id\n2026-05-04T00:00:00Z,ac_1\n',
    canonical('timestamp', 'account_id'),
  );
  for (const text of ['one', 'two', 'three', 'four']) annotate(open, 'account:ac_1', 'comment', text);
  const texts = () => listAnnotations(open.db, null).map(({ text }) => text);
  const seqOf = (text: string) =>
    listHistory(open.db, null, 100).find(({ title }) => title.includes(`"${text}"`))!.seq;
  const commands = () => open.db.prepare('SELECT count(*) FROM command').pluck().get() as number;
  return { open, texts, seqOf, commands };
}

test('goes back to an act and forward again, each step a command of its own', async () => {
  const { open, texts, seqOf, commands } = await fourComments();
  const before = commands();
  expect(goToAct(open, seqOf('two'))).toBe(2);
  expect(texts()).toEqual(['one', 'two']);
  expect(commands()).toBe(before + 2);
  expect(historyState(open.db).redo).toBe('add the comment "three"');
  expect(listHistory(open.db, null, 2).map(({ stands, again }) => [stands, again])).toEqual([
    [false, true],
    [false, true],
  ]);
  expect(goToAct(open, seqOf('two'))).toBe(0);
  expect(goToAct(open, seqOf('four'))).toBe(2);
  expect(texts()).toEqual(['one', 'two', 'three', 'four']);
  // Acts that were done again are gone back to like others.
  expect(goToAct(open, seqOf('one'))).toBe(3);
  expect(goToAct(open, seqOf('three'))).toBe(2);
  expect(texts()).toEqual(['one', 'two', 'three']);
  expect(verifyChain(open.db).firstBad).toBeNull();
});

test('the making of the case can be gone back to, though it cannot be undone', async () => {
  const { open, texts } = await fourComments();
  const made = listHistory(open.db, null, 100).at(-1)!;
  expect(made.final).toBe(true);
  expect(goToAct(open, made.seq)).toBe(4);
  expect(texts()).toEqual([]);
});

test('an act that was undone before another was done cannot be gone to, and nothing changes', async () => {
  const { open, texts, seqOf, commands } = await fourComments();
  undo(open);
  annotate(open, 'account:ac_1', 'comment', 'five');
  const before = commands();
  expect(() => goToAct(open, seqOf('four'))).toThrow('Nothing was changed');
  expect(() => goToAct(open, 999)).toThrow('Nothing was changed');
  expect(commands()).toBe(before);
  expect(listHistory(open.db, null, 2).map(({ stands, again }) => [stands, again])).toEqual([
    [true, false],
    [false, false],
  ]);
  expect(texts()).toEqual(['one', 'two', 'three', 'five']);
});

test('where a step fails none is taken, and undo goes on from there', async () => {
  const { open, texts, seqOf, commands } = await fourComments();
  const before = commands();
  // Something that is no act of this window took the second comment away.
  open.db.exec("DELETE FROM record WHERE kind = 'annotation' AND body ->> '$.text' = 'two'");
  expect(() => goToAct(open, seqOf('one'))).toThrow('changed since');
  expect(commands()).toBe(before);
  expect(texts()).toEqual(['one', 'three', 'four']);
  undo(open);
  expect(texts()).toEqual(['one', 'three']);
  redo(open);
  expect(texts()).toEqual(['one', 'three', 'four']);
});

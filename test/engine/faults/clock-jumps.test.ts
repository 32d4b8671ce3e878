import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { annotate } from '../../../electron/engine/annotations/annotate.ts';
import { editAnnotation, removeAnnotation } from '../../../electron/engine/annotations/change.ts';
import type { Case } from '../../../electron/engine/case/case.ts';
import { openCase } from '../../../electron/engine/case/open-case.ts';
import { nowUs } from '../../../electron/engine/clock.ts';
import { redo, undo } from '../../../electron/engine/commands/undo.ts';
import { mergeCase } from '../../../electron/engine/merge/merge-case.ts';
import { listRecords } from '../../../electron/engine/records/read.ts';
import { tempFolder } from '../support.ts';
import { caseWith, seen } from './whole.ts';

/** Sets the computer's time of day, and nothing else: timers and the steady clock go on. */
function setClock(year: number): void {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(year, 0, 1) });
}

afterEach(() => void vi.useRealTimers());

const YEARS = [2026, 2031, 2019, 1999, 2044, 2026];
const texts = (open: Case) => listRecords(open.db, 'annotation').map(([, { text }]) => text);

test('the time of an act is the time of day, also after that was set or the computer slept', () => {
  for (const year of YEARS) {
    setClock(year);
    const us = nowUs();
    expect(Math.abs(us - Date.UTC(year, 0, 1) * 1000)).toBeLessThan(60_000_000);
    expect(nowUs()).toBeGreaterThanOrEqual(us);
  }
});

test('a clock that jumps by years, over restarts too, leaves custody, order, undo and redo as they are', async () => {
  let open = await caseWith(100);
  const { path } = open;
  const written = ['made before'];
  for (const year of YEARS) {
    setClock(year);
    for (const what of ['one', 'two', 'three']) {
      annotate(open, 'account:log_1', 'comment', `${what} of ${year}`);
      written.push(`${what} of ${year}`);
    }
    undo(open);
    written.pop();
    await open.close();
    open = await openCase(path, 'tester', null);
    expect(open.readOnly).toBeNull();
  }
  expect(seen(open).notes.sort()).toEqual([...written].sort());
  const commands = open.db.prepare('SELECT seq, id, at_us AS atUs FROM command ORDER BY seq').all() as {
    id: string;
    atUs: number;
  }[];
  // Of one run of the program in the order they were made, whatever the clock did.
  const ids = commands.map(({ id }) => id);
  expect(ids).toEqual([...ids].sort());
  expect(new Set(commands.map(({ atUs }) => new Date(atUs / 1000).getUTCFullYear()))).toEqual(
    new Set([...YEARS, new Date().getUTCFullYear()]),
  );
  redo(open);
  expect(texts(open)).toContain(`three of ${YEARS.at(-1)}`);
  // Back over all jumps, the last first, and forward again.
  const all = texts(open).length;
  for (let i = all; i > 1; i--) undo(open);
  expect(texts(open)).toEqual(['made before']);
  for (let i = all; i > 1; i--) redo(open);
  expect(texts(open)).toHaveLength(all);
  expect(seen(open).notes).toHaveLength(all);
  await open.close();
});

test.each([2019, 2031])('copies are merged alike where the clock of one is in %i', async (year) => {
  const one = await caseWith(100);
  const copy = join(tempFolder(), 'copy.swcase');
  await one.close();
  copyFileSync(one.path, copy);
  const mine = await openCase(one.path, 'mine', null);
  const writeThere = async (work: (there: Case) => void) => {
    setClock(year);
    const there = await openCase(copy, 'theirs', null);
    work(there);
    await there.close();
    setClock(2026);
    await mergeCase(mine, copy, null, false);
  };
  let [kept, dropped] = ['', ''];
  await writeThere((there) => {
    kept = annotate(there, 'account:log_1', 'comment', 'first words').id;
    dropped = annotate(there, 'account:log_1', 'comment', 'taken back later').id;
  });
  expect(texts(mine).sort()).toEqual(['first words', 'made before', 'taken back later']);
  await writeThere((there) => {
    editAnnotation(there, kept, 'other words');
    removeAnnotation(there, dropped);
  });
  expect(texts(mine).sort()).toEqual(['made before', 'other words']);
  expect(listRecords(mine.db, 'conflict')).toEqual([]);
  await mine.close();
});

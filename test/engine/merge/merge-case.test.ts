import { copyFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import SQLite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { annotate } from '../../../electron/engine/annotations/annotate.ts';
import { editAnnotation, removeAnnotation } from '../../../electron/engine/annotations/change.ts';
import { listAnnotations } from '../../../electron/engine/annotations/read.ts';
import { assume } from '../../../electron/engine/assumptions/assume.ts';
import type { Case } from '../../../electron/engine/case/case.ts';
import { openCase } from '../../../electron/engine/case/open-case.ts';
import { undo } from '../../../electron/engine/commands/undo.ts';
import { checkBranches, listBranches } from '../../../electron/engine/custody/branches.ts';
import { verifyChain } from '../../../electron/engine/custody/log.ts';
import { countConflicts, decideConflict, listConflicts } from '../../../electron/engine/merge/conflicts.ts';
import { readRecords } from '../../../electron/engine/merge/copies.ts';
import { mergeCase } from '../../../electron/engine/merge/merge-case.ts';
import { Rng } from '../../../electron/engine/rng.ts';
import { canonical, importCsv, newCase, tempFolder } from '../support.ts';

const PASS = 'correct horse';
const LOG = 'timestamp,account_id\n2026-05-04T00:00:00Z,ac_1\n2026-05-04T00:00:01Z,ac_2\n';

/** A case with two accounts and a comment, and a copy of it, each as a path. */
async function twoCopies(passphrase: string | null = null): Promise<[string, string]> {
  const folder = tempFolder();
  const [one, other] = [join(folder, 'one.swcase'), join(folder, 'other.swcase')];
  const made = await newCase(one, passphrase);
  await importCsv(made, LOG, canonical('timestamp', 'account_id'));
  annotate(made, 'account:ac_1', 'comment', 'seen by both');
  await made.close();
  copyFileSync(one, other);
  return [one, other];
}

async function working(
  path: string,
  author: string,
  work: (open: Case) => unknown,
  passphrase: string | null = null,
) {
  const open = await openCase(path, author, passphrase);
  try {
    return await work(open);
  } finally {
    await open.close();
  }
}

const texts = (open: Case) =>
  listAnnotations(open.db, null)
    .map(({ text, author }) => `${author}: ${text}`)
    .sort();
/** What people wrote, without who was merged with whom when. */
const written = (open: Case) =>
  [...readRecords(open.db)]
    .filter(([key]) => !key.startsWith('mergedCopy '))
    .sort(([a], [b]) => (a < b ? -1 : 1));

test('what both wrote is in the merged case, with its authors and both custody logs, and is undone as one', async () => {
  const [one, other] = await twoCopies(PASS);
  await working(one, 'Ada', (open) => annotate(open, 'account:ac_1', 'tag', 'sweep'), PASS);
  await working(other, 'Bob', (open) => annotate(open, 'account:ac_2', 'comment', 'quiet'), PASS);
  const open = await openCase(one, 'Ada', PASS);
  expect(await mergeCase(open, other, PASS, true)).toEqual({
    added: 1,
    changed: 0,
    removed: 0,
    conflicts: 0,
    sourcesOnlyThere: [],
  });
  expect(texts(open)).toEqual(['Ada: sweep', 'tester: seen by both']);
  await mergeCase(open, other, PASS, false);
  expect(texts(open)).toEqual(['Ada: sweep', 'Bob: quiet', 'tester: seen by both']);
  expect(verifyChain(open.db).firstBad).toBeNull();
  expect(checkBranches(open.db)).toEqual([]);
  const actions = open.db.prepare(
    "SELECT entry ->> '$.author' || ' ' || (entry ->> '$.action') FROM custody_branch",
  );
  expect(actions.pluck().all()).toEqual(['Bob case.open', 'Bob annotation.add']);
  const [branch, ...others] = listBranches(open.db);
  expect(branch).toMatchObject({ file: basename(other), mergedBy: 'Ada', entries: 2 });
  expect(branch.lastSeq - branch.firstSeq).toBe(1);
  expect(others).toEqual([]);
  expect(await mergeCase(open, other, PASS, false)).toMatchObject({ added: 0, changed: 0, conflicts: 0 });
  undo(open);
  expect(texts(open)).toEqual(['Ada: sweep', 'tester: seen by both']);
  await mergeCase(open, other, PASS, false);
  expect(texts(open)).toEqual(['Ada: sweep', 'Bob: quiet', 'tester: seen by both']);
  await open.close();
});

test('what both changed is listed side by side, and decided by a person', async () => {
  const [one, other] = await twoCopies();
  const idOf = (open: Case) => listAnnotations(open.db, null)[0].id;
  await working(one, 'Ada', (open) => editAnnotation(open, idOf(open), 'Ada says'));
  await working(other, 'Bob', (open) => editAnnotation(open, idOf(open), 'Bob says'));
  await working(other, 'Bob', (open) => assume(open, { name: 'prior', value: 0.2 }));
  await working(one, 'Ada', (open) => assume(open, { name: 'prior', value: 0.1 }));
  const open = await openCase(one, 'Ada', null);
  expect(await mergeCase(open, other, null, false)).toMatchObject({ changed: 1, conflicts: 2 });
  const conflicts = listConflicts(open.db);
  expect(conflicts.map(({ kind, sides }) => [kind, sides.map(({ author }) => author).sort()])).toEqual([
    ['annotation', ['Ada', 'Bob']],
    ['assumption', ['Ada', 'Bob']],
  ]);
  // Later wins until somebody decides: Bob wrote his text after Ada's, Ada assumed after Bob.
  expect(texts(open)).toEqual(['tester: Bob says']);
  expect(conflicts[1].now).toMatchObject({ value: 0.1 });
  const ada = conflicts[0].sides.findIndex(({ author }) => author === 'Ada');
  decideConflict(open, conflicts[0].conflict, ada);
  expect(texts(open)).toEqual(['tester: Ada says']);
  expect(listConflicts(open.db)).toHaveLength(1);
  undo(open);
  expect(texts(open)).toEqual(['tester: Bob says']);
  expect(listConflicts(open.db)).toHaveLength(2);
  expect(countConflicts(open.db)).toBe(2);
  decideConflict(open, conflicts[1].conflict, null);
  expect(() => decideConflict(open, conflicts[1].conflict, null)).toThrow('decided already');
  await open.close();
});

test('copies that are merged back and forth come to hold the same, and later merges ask only about what is new', async () => {
  const [one, other] = await twoCopies();
  const rng = new Rng(11);
  const edit = (open: Case) => {
    for (let i = 0; i < 12; i++) {
      const all = listAnnotations(open.db, null);
      const chosen = all[rng.int(0, all.length - 1)];
      const dice = rng.int(0, 5);
      if (dice === 0 && chosen) removeAnnotation(open, chosen.id);
      else if (dice < 3 && chosen) editAnnotation(open, chosen.id, `${open.author} ${rng.int(0, 1e6)}`);
      else if (dice === 3) undo(open);
      else annotate(open, `account:ac_${rng.int(1, 2)}`, 'comment', `${open.author} ${rng.int(0, 1e6)}`);
    }
  };
  for (let round = 0; round < 6; round++) {
    await working(one, 'Ada', edit);
    await working(other, 'Bob', edit);
    await working(one, 'Ada', (open) => mergeCase(open, other, null, false));
    await working(other, 'Bob', (open) => mergeCase(open, one, null, false));
    const [here, there] = [await working(one, 'Ada', written), await working(other, 'Bob', written)];
    expect(there).toEqual(here);
    await working(one, 'Ada', async (open) => {
      for (const { conflict } of listConflicts(open.db)) decideConflict(open, conflict, rng.int(0, 1));
      expect(checkBranches(open.db)).toEqual([]);
    });
    await working(other, 'Bob', async (open) => {
      const { conflicts } = await mergeCase(open, one, null, false);
      expect(conflicts).toBe(0);
      expect(listConflicts(open.db)).toEqual([]);
    });
  }
});

test('another case, a wrong passphrase and a log that does not hold are refused, and nothing changes', async () => {
  const [one, other] = await twoCopies();
  const stranger = join(tempFolder(), 'stranger.swcase');
  await (await newCase(stranger)).close();
  const open = await openCase(one, 'Ada', null);
  const before = written(open);
  await expect(mergeCase(open, stranger, null, false)).rejects.toThrow('another case');
  const [, locked] = await twoCopies(PASS);
  await expect(mergeCase(open, locked, 'wrong', false)).rejects.toMatchObject({ code: 'WRONG_PASSPHRASE' });
  const outside = new SQLite(other);
  outside.exec(`DROP TRIGGER custody_log_is_append_only_update;
    UPDATE custody_log SET entry = replace(entry, 'tester', 'nobody') WHERE seq = 2`);
  outside.close();
  await expect(mergeCase(open, other, null, false)).rejects.toThrow('Entry 2 of the other copy');
  expect(written(open)).toEqual(before);
  await open.close();
});

test('a changed entry of a merged log is found', async () => {
  const [one, other] = await twoCopies();
  await working(other, 'Bob', (open) => annotate(open, 'account:ac_2', 'comment', 'quiet'));
  await working(one, 'Ada', (open) => mergeCase(open, other, null, false));
  const outside = new SQLite(one);
  outside.exec(`DROP TRIGGER custody_branch_is_append_only_update;
    UPDATE custody_branch SET entry = replace(entry, 'quiet', 'quite')`);
  outside.close();
  const open = await openCase(one, 'Ada', null);
  expect(checkBranches(open.db)).toHaveLength(1);
  expect(open.readOnly).toMatch(/^Entry \d+ of a merged copy's custody log does not hold/);
  await open.close();
});

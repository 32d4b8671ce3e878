import { expect, onTestFinished, test } from 'vitest';
import { annotate } from '../../../electron/engine/annotations/annotate.ts';
import type { Case } from '../../../electron/engine/case/case.ts';
import { openCase } from '../../../electron/engine/case/open-case.ts';
import { changePassphrase, compact } from '../../../electron/engine/case/rewrite.ts';
import { redo, undo } from '../../../electron/engine/commands/undo.ts';
import { importFile } from '../../../electron/engine/import/import-file.ts';
import { unwatched } from '../../../electron/engine/jobs/job.ts';
import { listRecords } from '../../../electron/engine/records/read.ts';
import { querySql } from '../../../electron/engine/sql/query.ts';
import { caseWith, log, MAPPING, SENTENCE, seen, seenAt } from './whole.ts';

async function twice(rows: number): Promise<[Case, Case]> {
  const one = await caseWith(rows);
  const other = await openCase(one.path, 'other', null);
  onTestFinished(() => other.close());
  return [one, other];
}

test('two that have one case open both write; neither loses anything, and undo takes back what was last', async () => {
  const [one, other] = await twice(500);
  for (let i = 0; i < 20; i++) annotate(i % 2 ? one : other, 'account:log_1', 'comment', `note ${i}`);
  undo(one);
  undo(other);
  redo(one);
  expect(listRecords(other.db, 'annotation')).toEqual(listRecords(one.db, 'annotation'));
  expect(seen(one).notes).toHaveLength(1 + 19);
  await one.close();
  annotate(other, 'account:log_2', 'comment', 'after the other left');
  await other.close();
  expect((await seenAt(one.path)).notes).toHaveLength(1 + 20);
});

test('a case that is open twice is not written anew, and the sentence says who has to close it', async () => {
  const [one, other] = await twice(500);
  const before = seen(one);
  const locked = {
    code: 'CASE_LOCKED',
    message: 'The case is open in another program. Nothing was changed. Close it there and try again.',
  };
  await expect(changePassphrase(one, null, 'right horse', unwatched)).rejects.toMatchObject(locked);
  // It was closed for that, and is opened again, as the engine does.
  const again = await openCase(one.path, 'tester', null);
  onTestFinished(() => again.close());
  await expect(compact(other, unwatched)).rejects.toMatchObject(locked);
  await again.close();
  expect(await seenAt(one.path)).toEqual(before);
});

test('two imports of one log at once leave it there once', async () => {
  const [one, other] = await twice(500);
  const path = log(8_000, 'both');
  const ends = await Promise.allSettled(
    [one, other].map((open) => importFile(open, path, MAPPING, unwatched)),
  );
  const failed = ends.flatMap((end) => (end.status === 'rejected' ? [end.reason] : []));
  for (const error of failed) expect(error).toMatchObject({ message: expect.stringMatching(SENTENCE) });
  expect(querySql(one, 'SELECT count(*), count(DISTINCT request_id) FROM requests').rows).toEqual([
    [8_500, 8_500],
  ]);
  await one.close();
  await other.close();
  expect((await seenAt(one.path)).requests).toEqual([[8_500, 100]]);
});

test('two that import different logs with the same requests at once keep each request once', async () => {
  const [one, other] = await twice(500);
  const paths = [log(8_000, 'both'), log(8_001, 'both')];
  await Promise.allSettled([
    importFile(one, paths[0], MAPPING, unwatched),
    importFile(other, paths[1], MAPPING, unwatched),
  ]);
  const [[requests, different]] = querySql(one, 'SELECT count(*), count(DISTINCT request_id) FROM requests')
    .rows as [[number, number]];
  expect(requests).toBe(different);
  expect(requests).toBeGreaterThanOrEqual(8_500);
});

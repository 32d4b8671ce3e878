import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Case } from '../../../electron/engine/case/case.ts';
import { createCase, openCase } from '../../../electron/engine/case/open-case.ts';
import { verifyChain } from '../../../electron/engine/custody/log.ts';
import { importFile } from '../../../electron/engine/import/import-file.ts';
import { removeSource } from '../../../electron/engine/import/remove-source.ts';
import { listSources } from '../../../electron/engine/import/sources.ts';
import { unwatched } from '../../../electron/engine/jobs/job.ts';
import { querySql } from '../../../electron/engine/sql/query.ts';
import { StillwatchError } from '../../../shared/contract/errors.ts';
import { fill, NO_DISK, smallDisk } from '../faults/small-disk.ts';
import { canonical, fileWith, NEW_CASE } from '../support.ts';

const MAPPING = canonical('timestamp', 'account_id', 'request_id');

function log(rows: number, name: string): string {
  const lines = Array.from(
    { length: rows },
    (_, i) => `2026-05-0${1 + (i % 9)}T00:00:00Z,${name}_${i % 20_000},${name}_${Math.sin(i)}`,
  );
  return fileWith(`timestamp,account_id,request_id\n${lines.join('\n')}\n`, `${name}.csv`);
}

function seen(open: Case) {
  expect(open.db.pragma('integrity_check', { simple: true })).toBe('ok');
  expect(verifyChain(open.db).firstBad).toBeNull();
  return {
    files: listSources(open.db).map(({ file }) => file),
    requests: querySql(open, 'SELECT count(*), count(DISTINCT account_id) FROM requests').rows,
    accounts: querySql(open, 'SELECT count(*), sum(requests) FROM accounts').rows,
  };
}

test('a disk that fills up during an import leaves the case as it was', async ({ skip }) => {
  const disk = smallDisk(16);
  if (disk === undefined) return skip(NO_DISK);
  const path = join(disk, 'case.swcase');
  const open = await createCase(path, 'tester', null, NEW_CASE);
  await importFile(open, log(5000, 'first'), MAPPING, unwatched);
  const before = seen(open);
  const free = fill(disk, 6_000_000);
  const large = log(150_000, 'large');
  await expect(importFile(open, large, MAPPING, unwatched)).rejects.toMatchObject({
    code: 'DISK_FULL',
    message: expect.stringContaining('Nothing of this file was kept'),
  });
  expect(seen(open)).toEqual(before);
  await open.close();
  const stillFull = await openCase(path, 'tester', null);
  expect(seen(stillFull)).toEqual(before);
  await stillFull.close();
  free();
  const again = await openCase(path, 'tester', null);
  onTestFinished(() => again.close());
  expect(seen(again)).toEqual(before);
  await importFile(again, log(5000, 'second'), MAPPING, unwatched);
  expect(seen(again).files).toEqual(['first.csv', 'second.csv']);
});

test.for([0, 1_572_864, 1_835_008, 2_621_440])(
  'a disk with %i bytes left: an import is taken back or it is not, and with room it is',
  async (leaveBytes, { skip }) => {
    const disk = smallDisk(24);
    if (disk === undefined) return skip(NO_DISK);
    const path = join(disk, 'case.swcase');
    const made = await createCase(path, 'tester', null, NEW_CASE);
    await importFile(made, log(2000, 'first'), MAPPING, unwatched);
    const without = seen(made);
    const { sources } = await importFile(made, log(60_000, 'second'), MAPPING, unwatched);
    const withSecond = seen(made);
    // Closed and opened again, so that what it will need is not there already.
    await made.close();
    const open = await openCase(path, 'tester', null);
    const free = fill(disk, leaveBytes);
    const failure = await removeSource(open, sources[0].sha256, unwatched).then(
      () => undefined,
      (error: unknown) => error,
    );
    if (failure === undefined) expect(seen(open)).toEqual(without);
    else {
      expect(failure).toBeInstanceOf(StillwatchError);
      expect(failure).toMatchObject({ code: 'DISK_FULL', message: expect.stringContaining('as it was') });
      expect(seen(open)).toEqual(withSecond);
    }
    await open.close();
    free();
    const again = await openCase(path, 'tester', null);
    onTestFinished(() => again.close());
    expect(seen(again)).toEqual(failure ? withSecond : without);
    if (failure) await removeSource(again, sources[0].sha256, unwatched);
    expect(seen(again)).toEqual(without);
    expect(again.db.prepare('SELECT count(*) FROM source').pluck().get()).toBe(1);
  },
);

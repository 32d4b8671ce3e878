import { join } from 'node:path';
import { expect, test } from 'vitest';
import { annotate } from '../../../electron/engine/annotations/annotate.ts';
import { listAnnotations } from '../../../electron/engine/annotations/read.ts';
import { exportBundle } from '../../../electron/engine/bundle/export.ts';
import { verifyBundle } from '../../../electron/engine/bundle/verify/verify.ts';
import type { Case } from '../../../electron/engine/case/case.ts';
import { verifyChain } from '../../../electron/engine/custody/log.ts';
import { removeSource } from '../../../electron/engine/import/remove-source.ts';
import { unwatched } from '../../../electron/engine/jobs/job.ts';
import { querySql } from '../../../electron/engine/sql/query.ts';
import { readActivity } from '../../../electron/engine/timeline/activity.ts';
import { canonical, importCsv, newCase, tempFolder } from '../support.ts';

const PLAIN = canonical('timestamp', 'account_id');

const log = (from: number, to: number) =>
  `timestamp,account_id\n${Array.from({ length: to - from }, (_, i) => `2026-05-0${1 + ((from + i) % 9)}T00:00:00Z,ac_${(from + i) % 70}`).join('\n')}\n`;

/** Everything a person can see of the imported data. */
function seen(open: Case) {
  return {
    counts: { ...open.info().counts, custodyEntries: 0 },
    requests: querySql(
      open,
      'SELECT account_id, time_us, row FROM requests ORDER BY account_id, time_us, row',
    ).rows,
    accounts: querySql(open, 'SELECT * FROM accounts ORDER BY account_id').rows,
    activity: readActivity(open.db, null),
  };
}

test('an import taken back leaves the case as if it had never been; importing again brings it back', async () => {
  const open = await newCase();
  await importCsv(open, log(0, 40), PLAIN);
  const before = seen(open);
  const second = log(30, 9000);
  const source = await importCsv(open, second, PLAIN);
  const after = seen(open);
  expect(after).not.toEqual(before);
  await removeSource(open, source.sha256, unwatched);
  expect(seen(open)).toEqual(before);
  for (const table of ['request_column', 'request_chunk', 'source']) {
    const left = open.db.prepare(`SELECT count(*) FROM ${table}`).pluck().get() as number;
    expect(left).toBeLessThan(20);
  }
  expect((await importCsv(open, second, PLAIN)).alreadyImported).toBe(false);
  expect(seen(open)).toEqual(after);
  expect(verifyChain(open.db).firstBad).toBeNull();
});

test('what people wrote stays, says that its object is gone, and is exported', async () => {
  const open = await newCase();
  await importCsv(open, 'timestamp,account_id\n2026-05-04T00:00:00Z,stays\n', PLAIN);
  const source = await importCsv(
    open,
    'timestamp,account_id\n2026-05-04T00:00:00Z,goes\n2026-05-04T00:00:00Z,stays\n',
    PLAIN,
  );
  annotate(open, 'account:goes', 'comment', 'on the account that goes');
  annotate(open, `request:${source.sha256}/2`, 'tag', 'row of the one that stays');
  annotate(open, 'account:stays', 'tag', 'stays');
  await removeSource(open, source.sha256, unwatched);
  expect(listAnnotations(open.db, null).map(({ text, gone }) => [text, gone])).toEqual([
    ['on the account that goes', true],
    ['row of the one that stays', true],
    ['stays', false],
  ]);
  const bundle = join(tempFolder(), 'out.zip');
  await exportBundle(open, bundle, unwatched);
  expect(await verifyBundle(bundle)).toMatchObject({ ok: true });
});

test('a source in whose favour later files dropped rows cannot go before them', async () => {
  const open = await newCase();
  const columns = canonical('request_id', 'timestamp', 'account_id');
  const row = (id: string) => `${id},2026-05-04T00:00:00Z,ac_1\n`;
  const first = await importCsv(open, `request_id,timestamp,account_id\n${row('r1')}`, columns);
  const second = await importCsv(open, `request_id,timestamp,account_id\n${row('r1')}${row('r2')}`, columns);
  await expect(removeSource(open, first.sha256, unwatched)).rejects.toMatchObject({ code: 'SOURCE_NEEDED' });
  expect(open.info().counts.requests).toBe(2);
  await removeSource(open, second.sha256, unwatched);
  await removeSource(open, first.sha256, unwatched);
  expect(open.info().counts.requests).toBe(0);
});

test('a source that is not there is told', async () => {
  const open = await newCase();
  await expect(removeSource(open, '0'.repeat(64), unwatched)).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

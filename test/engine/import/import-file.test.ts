import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { orderAccounts } from '../../../electron/engine/accounts/order.ts';
import { accountRows } from '../../../electron/engine/accounts/rows.ts';
import { annotate } from '../../../electron/engine/annotations/annotate.ts';
import { openCase } from '../../../electron/engine/case/open-case.ts';
import { importFile } from '../../../electron/engine/import/import-file.ts';
import { listRejects, listSources } from '../../../electron/engine/import/sources.ts';
import { unwatched } from '../../../electron/engine/jobs/job.ts';
import { querySql } from '../../../electron/engine/sql/query.ts';
import { readActivity } from '../../../electron/engine/timeline/activity.ts';
import type { Source } from '../../../shared/contract/imports.ts';
import { canonical, fileWith, importCsv, newCase, pauseAlways } from '../support.ts';

const PLAIN = canonical('timestamp', 'account_id');
const WITH_ID = canonical('request_id', 'timestamp', 'account_id', 'model');

const reconciles = ({ rowsRead, stored, duplicates, conflicts, rejected }: Source) =>
  rowsRead === stored + duplicates + conflicts + rejected;

test('quotes, newlines in fields, a byte order mark, CRLF and no final newline are read', async () => {
  const open = await newCase();
  const text =
    '\ufefftimestamp,account_id,note\r\n2026-05-04T00:00:00Z,"ac ""1""","two\r\nlines"\r\n2026-05-04T00:00:01Z,ac_2,"a,b"';
  const source = await importCsv(open, text, PLAIN);
  expect(source).toMatchObject({ rowsRead: 2, stored: 2, rejected: 0 });
  expect(querySql(open, 'SELECT account_id, extra FROM requests ORDER BY row').rows).toEqual([
    ['ac "1"', '{"note":"two\\r\\nlines"}'],
    ['ac_2', '{"note":"a,b"}'],
  ]);
});

test('rejects carry their line and reason, and every row is accounted for', async () => {
  const open = await newCase();
  const long = 'x'.repeat(1001);
  const text = `timestamp,account_id\n2026-05-04T00:00:00Z,ac_1\n2026-05-04T00:00:00Z,\nonly one\n2026-05-04T00:00:00Z,ac_2,more\n2026-05-04T00:00:00Z,${long}\n`;
  const source = await importCsv(open, text, PLAIN);
  expect(source).toMatchObject({ rowsRead: 5, stored: 1, rejected: 4 });
  expect(reconciles(source)).toBe(true);
  expect(listRejects(open.db, source.sha256, 10)).toEqual([
    { line: 3, reason: 'No account id', raw: '2026-05-04T00:00:00Z,' },
    { line: 4, reason: '1 cells where the header has 2', raw: 'only one' },
    { line: 5, reason: '3 cells where the header has 2', raw: '2026-05-04T00:00:00Z,ac_2,more' },
    { line: 6, reason: 'Account id longer than 1,000 bytes', raw: `2026-05-04T00:00:00Z,${long}` },
  ]);
});

test('rows without a valid time are kept with none, and what stood there is kept', async () => {
  const open = await newCase();
  const source = await importCsv(
    open,
    'timestamp,account_id\n,ac_1\nyesterday,ac_1\n2026-05-04T00:00:00Z,ac_1\n',
    PLAIN,
  );
  expect(source).toMatchObject({ stored: 3, withoutTime: 2 });
  expect(open.info().counts.requestsWithoutTime).toBe(2);
  expect(querySql(open, 'SELECT time_us IS NULL FROM requests ORDER BY row').rows).toEqual([[1], [1], [0]]);
});

test('with a request id identical rows are duplicates, other values a conflict; the first stands', async () => {
  const open = await newCase();
  const header = 'request_id,timestamp,account_id,model\n';
  const source = await importCsv(
    open,
    `${header}r1,2026-05-04T00:00:00Z,ac_1,m\nr1,2026-05-04T00:00:00Z,ac_1,m\nr1,2026-05-04T02:00:00+02:00,ac_1,m\nr1,2026-05-04T00:00:00Z,ac_1,other\nr2,2026-05-04T00:00:00Z,ac_1,m\n`,
    WITH_ID,
  );
  expect(source).toMatchObject({ rowsRead: 5, stored: 2, duplicates: 2, conflicts: 1, rejected: 0 });
  expect(listRejects(open.db, source.sha256, 10)[0]).toMatchObject({
    line: 5,
    reason: expect.stringContaining('first stands'),
  });
  const again = await importCsv(
    open,
    `${header}r2,2026-05-04T00:00:00Z,ac_1,m\nr3,2026-05-04T00:00:00Z,ac_1,m\n`,
    WITH_ID,
  );
  expect(again).toMatchObject({ rowsRead: 2, stored: 1, duplicates: 1 });
});

test('the order of columns that no field takes does not make a conflict, and what is not stored makes no account', async () => {
  const open = await newCase();
  const columns = canonical('request_id', 'timestamp', 'account_id');
  await importCsv(
    open,
    'request_id,timestamp,account_id,foo,bar\nr1,2026-05-04T00:00:00Z,ac_1,1,2\n',
    columns,
  );
  const swapped = await importCsv(
    open,
    'bar,foo,request_id,timestamp,account_id\n2,1,r1,2026-05-04T00:00:00Z,ac_1\n2,1,r1,2026-05-04T00:00:00Z,other\n',
    columns,
  );
  expect(swapped).toMatchObject({ stored: 0, duplicates: 1, conflicts: 1 });
  expect(open.info().counts).toMatchObject({ accounts: 1, requests: 1 });
});

test('numbers too large for tokens are kept as values and left out of sums', async () => {
  const open = await newCase();
  const columns = canonical('timestamp', 'account_id', 'input_tokens');
  const rows = Array.from({ length: 6000 }, () => '2026-05-04T00:00:00Z,ac_1,1777852800000000');
  await importCsv(open, `timestamp,account_id,input_tokens\n${rows.join('\n')}\n`, columns);
  expect(querySql(open, 'SELECT input_tokens FROM accounts').rows).toEqual([[0]]);
  expect(querySql(open, 'SELECT max(input_tokens) FROM requests').rows).toEqual([[1777852800000000]]);
});

test('without a request id identical rows are kept and counted as repeats', async () => {
  const open = await newCase();
  const row = '2026-05-04T00:00:00Z,ac_1\n';
  expect(await importCsv(open, `timestamp,account_id\n${row}${row}${row}`, PLAIN)).toMatchObject({
    stored: 3,
    duplicates: 0,
    repeats: 2,
  });
});

test('importing a file again changes nothing, gzip of it neither', async () => {
  const open = await newCase();
  const text = 'timestamp,account_id\n2026-05-04T00:00:00Z,ac_1\n';
  await importCsv(open, text, PLAIN);
  const before = open.db.prepare('SELECT count(*) FROM custody_log').pluck().get();
  expect((await importCsv(open, text, PLAIN)).alreadyImported).toBe(true);
  expect((await importCsv(open, gzipSync(text), PLAIN)).alreadyImported).toBe(true);
  expect(listSources(open.db)).toHaveLength(1);
  expect(open.info().counts.requests).toBe(1);
  expect(open.db.prepare('SELECT count(*) FROM custody_log').pluck().get()).toBe(before);
});

test('a gzip that was cut short, or damaged, leaves the case as it was', async () => {
  const open = await newCase();
  const rows = Array.from({ length: 5000 }, (_, i) => `2026-05-04T00:00:00Z,ac_${i * 7919}`);
  const packed = gzipSync(`timestamp,account_id\n${rows.join('\n')}\n`);
  await expect(importCsv(open, packed.subarray(0, packed.length / 2), PLAIN)).rejects.toMatchObject({
    code: 'SOURCE_DAMAGED',
    message: expect.stringContaining('cut short'),
  });
  const flipped = Buffer.from(packed);
  flipped[flipped.length - 6] ^= 1;
  await expect(importCsv(open, flipped, PLAIN)).rejects.toMatchObject({ code: 'SOURCE_DAMAGED' });
  for (const table of ['source', 'reject', 'request_chunk', 'request_column', 'account']) {
    expect(open.db.prepare(`SELECT count(*) FROM ${table}`).pluck().get()).toBe(0);
  }
  expect(await importCsv(open, packed, PLAIN)).toMatchObject({ stored: 5000 });
});

test.each([
  ['an empty file', '', 'empty'],
  ['a picture', Buffer.from('89504e470d0a1a0a0000', 'hex'), 'picture'],
  ['an encrypted Parquet file', Buffer.from('5041524515001500', 'hex'), 'encrypted Parquet file'],
  ['a web page', '<!DOCTYPE html><p>log in</p>', 'web page'],
  ['prose', 'no table\nat all\n', 'No table'],
])('%s is no log, in a sentence', async (_, content, words) => {
  const open = await newCase();
  await expect(importCsv(open, content, PLAIN)).rejects.toMatchObject({
    code: 'NOT_A_LOG',
    message: expect.stringContaining(words),
  });
});

test('a folder and a mapping that does not fit are told', async () => {
  const open = await newCase();
  const folder = fileWith('').replace(/\/[^/]*$/, '');
  await expect(importFile(open, folder, PLAIN, unwatched)).rejects.toThrow('folder');
  const text = 'timestamp,user\n2026-05-04T00:00:00Z,ac_1\n';
  await expect(importCsv(open, text, PLAIN)).rejects.toMatchObject({
    code: 'BAD_MAPPING',
    message: expect.stringContaining('"account_id"'),
  });
});

test('a cancelled import leaves nothing, and notes are written while it runs', async () => {
  const open = await newCase();
  await importCsv(open, 'timestamp,account_id\n2026-05-04T00:00:00Z,ac_1\n', PLAIN);
  const rows = Array.from(
    { length: 400_000 },
    (_, i) => `2026-05-04T00:00:00Z,new_${i % 999},some more text ${i}`,
  );
  const path = fileWith(`timestamp,account_id,more\n${rows.join('\n')}\n`);
  const cancel = new AbortController();
  let notes = 0;
  pauseAlways();
  const progress = ({ done }: { done: number }) => {
    expect(open.info().counts).toMatchObject({ requests: 1, accounts: 1, sources: 1 });
    annotate(open, 'account:ac_1', 'comment', `at ${done} bytes`);
    if (++notes === 3) cancel.abort();
  };
  await expect(importFile(open, path, PLAIN, { signal: cancel.signal, progress })).rejects.toMatchObject({
    code: 'CANCELLED',
  });
  expect(open.info().counts).toMatchObject({ requests: 1, annotations: notes });
  expect(open.db.prepare('SELECT count(*) FROM request_chunk').pluck().get()).toBe(1);
  expect((await importFile(open, path, PLAIN, unwatched)).sources[0].stored).toBe(400_000);
});

test('a case that is opened elsewhere while an import runs loses nothing of it', async () => {
  const open = await newCase();
  const rows = Array.from(
    { length: 300_000 },
    (_, i) => `2026-05-04T00:00:00Z,new_${i % 999},some more text ${i}`,
  );
  const path = fileWith(`timestamp,account_id,more\n${rows.join('\n')}\n`);
  let opened = 0;
  const other: Promise<void>[] = [];
  pauseAlways();
  const progress = () => {
    if (opened++ > 0) return;
    other.push(openCase(open.path, 'somebody else', null).then((second) => second.close()));
  };
  const {
    sources: [source],
  } = await importFile(open, path, PLAIN, { signal: new AbortController().signal, progress });
  await Promise.all(other);
  expect(other).toHaveLength(1);
  expect(source.stored).toBe(300_000);
  expect(querySql(open, 'SELECT count(*) FROM requests').rows).toEqual([[300_000]]);
});

test('roll-ups agree with the rows, over runs, sources and accounts', async () => {
  const open = await newCase();
  const columns = canonical('timestamp', 'account_id', 'status', 'input_tokens');
  const row = (i: number) =>
    `${new Date(Date.UTC(2026, 4, 4) + ((i * 7919) % 86_400) * 1000).toISOString()},ac_${(i * i) % 37},${i % 10 === 0 ? 429 : 200},${i % 100}`;
  const file = (from: number, to: number) =>
    `timestamp,account_id,status,input_tokens\n${Array.from({ length: to - from }, (_, k) => row(from + k)).join('\n')}\n`;
  await importCsv(open, file(0, 150_000), columns);
  await importCsv(open, file(150_000, 160_000), columns);
  const { ids, total } = orderAccounts(open, 'requests', true, '');
  const rows = accountRows(open, [...ids]);
  const sql = querySql(
    open,
    `SELECT account_id, count(*), sum(status = '429'), sum(input_tokens), min(time_us), max(time_us)
     FROM requests GROUP BY account_id ORDER BY count(*) DESC, account_id`,
  );
  expect(total).toBe(sql.rows.length);
  expect(rows.map((r) => [r.account, r.requests, r.failed, r.inputTokens, r.firstUs, r.lastUs])).toEqual(
    sql.rows,
  );
  for (const { id, requests, spark } of rows) {
    expect(readActivity(open.db, id).requests.reduce((a, b) => a + b)).toBe(requests);
    expect(spark.reduce((a, b) => a + b)).toBe(requests);
  }
  expect(readActivity(open.db, null).requests.reduce((a, b) => a + b)).toBe(160_000);
});

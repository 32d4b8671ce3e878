import { expect, test } from 'vitest';
import { breakdown } from '../../../electron/engine/accounts/breakdown.ts';
import { accountId } from '../../../electron/engine/accounts/totals.ts';
import type { Case } from '../../../electron/engine/case/case.ts';
import { removeSource } from '../../../electron/engine/import/remove-source.ts';
import { unwatched } from '../../../electron/engine/jobs/job.ts';
import { VALUE_FIELDS, type ValueField } from '../../../shared/contract/accounts.ts';
import { canonical, importCsv, newCase } from '../support.ts';

const MAPPING = canonical(
  'timestamp',
  'account_id',
  'model',
  'topic',
  'status',
  'input_tokens',
  'output_tokens',
);
const HEADER = 'timestamp,account_id,model,topic,status,input_tokens,output_tokens';
const AT = '2026-05-04T10:00:00Z';

const log = (...lines: string[]) => `${HEADER}\n${lines.map((line) => `${AT},${line}`).join('\n')}\n`;
const of = (open: Case, account: string | null, field: ValueField, limit = 10) =>
  breakdown(open.db, account === null ? null : (accountId(open.db, account) as number), field, limit);
const counts = (requests: number, inputTokens: number, outputTokens: number) => ({
  requests,
  inputTokens,
  outputTokens,
});
const NONE = counts(0, 0, 0);

const FIRST = log(
  'a,m-9,code,200,10,1',
  'a,m-9,,200,20,2',
  'a,m-8,law,429,40,',
  'b,m-8,code,200,5,5',
  'a,,code,200,80,8',
);
const SECOND = log('a,m-8,code,200,100,1', 'b,m-7,code,500,1,1', 'a,m-8,code,200,100,1', 'c,m-9,law,200,1,1');

test('values of an account and of the case, most requests first, add up to its totals', async () => {
  const open = await newCase();
  await importCsv(open, FIRST, MAPPING);
  expect(of(open, 'a', 'model')).toEqual({
    entries: [
      { value: 'm-9', ...counts(2, 30, 3) },
      { value: 'm-8', ...counts(1, 40, 0) },
    ],
    further: { values: 0, ...NONE },
    other: NONE,
    absent: counts(1, 80, 8),
    uncounted: NONE,
    total: counts(4, 150, 11),
    imported: true,
  });
  expect(of(open, null, 'topic')).toMatchObject({
    entries: [
      { value: 'code', ...counts(3, 95, 14) },
      { value: 'law', ...counts(1, 40, 0) },
    ],
    absent: counts(1, 20, 2),
    total: counts(5, 155, 16),
  });
  // As many requests, so tokens decide.
  expect(of(open, null, 'model').entries.map(({ value }) => value)).toEqual(['m-8', 'm-9']);
  expect(of(open, 'a', 'endpoint')).toMatchObject({
    entries: [],
    absent: counts(4, 150, 11),
    imported: false,
  });
});

test('sources add up, and taking one back takes its counts', async () => {
  const open = await newCase();
  const seen = () =>
    VALUE_FIELDS.flatMap((field) => ['a', 'b', null].map((account) => of(open, account, field)));
  await importCsv(open, FIRST, MAPPING);
  const before = seen();
  const { sha256 } = await importCsv(open, SECOND, MAPPING);
  expect(of(open, 'a', 'model').entries).toEqual([
    { value: 'm-8', ...counts(3, 240, 2) },
    { value: 'm-9', ...counts(2, 30, 3) },
  ]);
  expect(of(open, 'a', 'model', 1)).toMatchObject({
    entries: [{ value: 'm-8' }],
    further: { values: 1, ...counts(2, 30, 3) },
  });
  expect(of(open, null, 'status').entries).toMatchObject(
    [
      { value: '200', requests: 7 },
      { value: '500', requests: 1 },
      { value: '429', requests: 1 },
    ].sort((x, y) => y.requests - x.requests || (x.value === '429' ? -1 : 1)),
  );
  await removeSource(open, sha256, unwatched);
  expect(seen()).toEqual(before);
  for (const table of ['source_value', 'account_value']) {
    expect(open.db.prepare(`SELECT count(DISTINCT source_id) FROM ${table}`).pluck().get()).toBe(1);
  }
});

test('buckets count by their requests, and by their tokens where nobody counted requests', async () => {
  const open = await newCase();
  const mapping = {
    ...canonical('timestamp', 'account_id', 'model', 'request_count', 'bucket_seconds', 'input_tokens'),
  };
  await importCsv(
    open,
    `timestamp,account_id,model,request_count,bucket_seconds,input_tokens\n${AT},a,m-9,250,86400,5000000000\n${AT},a,m-8,,86400,7\n`,
    mapping,
  );
  expect(of(open, 'a', 'model')).toMatchObject({
    entries: [
      { value: 'm-9', ...counts(250, 5_000_000_000, 0) },
      { value: 'm-8', ...counts(0, 7, 0) },
    ],
    absent: NONE,
    total: counts(250, 5_000_000_007, 0),
  });
});

test('more than 10,000 values are counted together, apart from a value that is spelt (other), and told at the source', async () => {
  const open = await newCase();
  const lines = Array.from({ length: 10_003 }, (_, i) => `a,m-9,topic ${i},200,1,0`);
  const source = await importCsv(
    open,
    log('a,m-9,(other),200,1,0', ...lines, 'b,m-9,topic 3,200,1,0'),
    MAPPING,
  );
  const topics = of(open, 'a', 'topic', 3);
  expect(topics.other).toEqual(counts(4, 4, 0));
  expect(topics.further.values).toBe(9997);
  expect(topics.absent).toEqual(NONE);
  expect(of(open, 'a', 'topic', 1000).entries.find(({ value }) => value === '(other)')?.requests).toBe(1);
  // A value known before the limit was reached stays itself.
  expect(of(open, 'b', 'topic').entries).toEqual([{ value: 'topic 3', ...counts(1, 1, 0) }]);
  expect(source.notes).toEqual([
    'More than 10,000 distinct topics: 4 requests with further ones, or longer than 1,000 bytes, are counted together.',
  ]);
});

test('sources of earlier versions are told apart from requests that state nothing', async () => {
  const open = await newCase();
  await importCsv(open, FIRST, MAPPING);
  open.db.exec('DELETE FROM source_value; DELETE FROM account_value; UPDATE source SET values_counted = 0');
  await importCsv(open, SECOND, MAPPING);
  expect(of(open, 'a', 'model')).toMatchObject({
    entries: [{ value: 'm-8', ...counts(2, 200, 2) }],
    absent: NONE,
    uncounted: counts(4, 150, 11),
    total: counts(6, 350, 13),
  });
});

test('hostile values stay what they are', async () => {
  const open = await newCase();
  const hostile = ['<img src=x onerror=alert(1)>', '__proto__', '\u202egnp.exe', "'); DROP TABLE source; --"];
  await importCsv(open, log(...hostile.map((text) => `a,${text},t,200,1,1`)), MAPPING);
  expect(
    of(open, 'a', 'model')
      .entries.map(({ value }) => value)
      .sort(),
  ).toEqual([...hostile].sort());
});

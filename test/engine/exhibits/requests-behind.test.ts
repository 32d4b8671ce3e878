import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Case } from '../../../electron/engine/case/case.ts';
import {
  hashRequests,
  MOST_NAMED,
  type RequestsBehind,
} from '../../../electron/engine/exhibits/requests-behind.ts';
import { unwatched } from '../../../electron/engine/jobs/job.ts';
import { querySql } from '../../../electron/engine/sql/query.ts';
import { canonical, importCsv, newCase, pauseAlways } from '../support.ts';

const MAPPING = canonical('timestamp', 'account_id', 'model');
const ALL: RequestsBehind = { accounts: null, range: null, chips: [] };

const log = (rows: readonly string[]) => `timestamp,account_id,model\n${rows.join('\n')}\n`;
const hour = (at: number) => `2026-05-04T${String(at).padStart(2, '0')}:00:00Z`;
const us = (at: number) => Date.UTC(2026, 4, 4, at) * 1000;

/** Two sources whose rows lie in another order than in their files, one row without a valid time. */
const LOGS = [
  log([`${hour(9)},b,m-1`, `${hour(8)},"a ""1""",`, `${hour(7)},b,m-2`]),
  log([`${hour(3)},c,m-1`, `never,b,m-1`, `${hour(1)},b,m-1`]),
];

async function twoSources(logs = LOGS): Promise<Case> {
  const open = await newCase();
  for (const one of logs) await importCsv(open, one, MAPPING);
  return open;
}

/** As anybody would work it out from the sources and rows that SQL lists. */
function byHand(open: Case, where: string): { rows: number; rowsHash: string } {
  const { rows } = querySql(open, `SELECT source, row FROM requests WHERE ${where} ORDER BY source, row`);
  const lines: string[] = [];
  let last: unknown;
  for (const [source, row] of rows) {
    if (source !== last) lines.push(`${source}\n`);
    last = source;
    lines.push(`${row}\n`);
  }
  return { rows: rows.length, rowsHash: createHash('sha256').update(lines.join('')).digest('hex') };
}

test('the hash is over the sources and the numbers of their rows, in order', async () => {
  const open = await twoSources();
  const idOf = (account: string) =>
    open.db.prepare('SELECT id FROM account WHERE external_id = ?').pluck().get(account) as number;
  const cases: [Partial<RequestsBehind>, string, number][] = [
    [{}, 'true', 6],
    [{ accounts: [idOf('b')] }, "account_id = 'b'", 4],
    [{ accounts: [idOf('c'), idOf('a "1"'), idOf('c')] }, "account_id <> 'b'", 2],
    [{ accounts: [] }, 'false', 0],
    [{ range: { fromUs: us(3), toUs: us(9) } }, `time_us >= ${us(3)} AND time_us < ${us(9)}`, 3],
    [{ chips: [{ field: 'model', values: ['m-1'], negate: false }] }, "model = 'm-1'", 4],
    [{ chips: [{ field: 'model', values: ['m-1', null], negate: true }] }, "model = 'm-2'", 1],
    [{ chips: [{ field: 'topic', values: [null], negate: false }] }, 'topic IS NULL', 6],
    [{ chips: [{ field: 'topic', values: ['x'], negate: false }] }, 'false', 0],
    [
      {
        accounts: [idOf('b')],
        range: { fromUs: us(0), toUs: us(8) },
        chips: [{ field: 'model', values: ['m-1'], negate: false }],
      },
      `account_id = 'b' AND time_us < ${us(8)} AND model = 'm-1'`,
      1,
    ],
  ];
  for (const [behind, where, rows] of cases) {
    const found = await hashRequests(open.db, { ...ALL, ...behind }, unwatched);
    expect(found, where).toEqual(byHand(open, where));
    expect(found.rows, where).toBe(rows);
  }
});

test('too many to name are counted by source and account', async () => {
  const open = await twoSources();
  const shas = open.db.prepare('SELECT sha256 FROM source ORDER BY id').pluck().all() as string[];
  const counts = [
    ['"a \\"1\\"" 1', '"b" 2'],
    ['"b" 2', '"c" 1'],
  ];
  const text = shas
    .map((sha, s) => `${sha}\n${counts[s].join('\n')}\n`)
    .sort()
    .join('');
  expect(await hashRequests(open.db, ALL, unwatched, 5)).toEqual({
    rows: 6,
    rowsHash: createHash('sha256').update(text).digest('hex'),
  });
  expect(await hashRequests(open.db, ALL, unwatched, 6)).toEqual(byHand(open, 'true'));
  expect(MOST_NAMED).toBe(2_000_000);
});

test('a copy of the case that imported the same files in another order gives the same hashes', async () => {
  const [one, other] = [await twoSources(), await twoSources(LOGS.toReversed())];
  for (const most of [1, 10])
    expect(await hashRequests(one.db, ALL, unwatched, most)).toEqual(
      await hashRequests(other.db, ALL, unwatched, most),
    );
});

test('it stops when it is no longer wanted', async () => {
  const open = await twoSources();
  pauseAlways();
  const gone = { signal: AbortSignal.abort(), progress: () => {} };
  await expect(hashRequests(open.db, ALL, gone)).rejects.toMatchObject({ code: 'CANCELLED' });
});

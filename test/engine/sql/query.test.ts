import SQLite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { querySql } from '../../../electron/engine/sql/query.ts';
import { usedColumns } from '../../../electron/engine/sql/used-columns.ts';
import { canonical, importCsv, newCase } from '../support.ts';

const LOG = `timestamp,account_id,model,input_tokens,prompt_text,note,__proto__,2
2026-05-04T00:00:00Z,ac_1,m-1,7,Hello,n,p,two
2026-05-04T00:00:01.5Z,ac_2,,many,,,,
,ac_1,m-2,0.5,Hello again,,,
`;
const MAPPING = canonical('timestamp', 'account_id', 'model', 'input_tokens', 'prompt_text');

async function imported() {
  const open = await newCase();
  const { sha256 } = await importCsv(open, LOG, MAPPING);
  return { open, sha256 };
}

test('requests has every value of every row; only what is read of it is looked up', async () => {
  const { open, sha256 } = await imported();
  const { columns, rows } = querySql(open, 'SELECT * FROM requests ORDER BY row');
  const records = rows.map((row) =>
    Object.fromEntries(columns.flatMap((name, i) => (row[i] === null ? [] : [[name, row[i]]]))),
  );
  expect(records).toEqual([
    {
      source: sha256,
      row: 1,
      account_id: 'ac_1',
      time_us: 1_777_852_800_000_000,
      timestamp: '2026-05-04T00:00:00.000000Z',
      model: 'm-1',
      input_tokens: 7,
      prompt_text: 'Hello',
      extra: '{"note":"n","__proto__":"p","2":"two"}',
    },
    {
      source: sha256,
      row: 2,
      account_id: 'ac_2',
      time_us: 1_777_852_801_500_000,
      timestamp: expect.stringMatching(/^2026-05-04T00:00:01.5/),
    },
    {
      source: sha256,
      row: 3,
      account_id: 'ac_1',
      model: 'm-2',
      input_tokens: 0.5,
      prompt_text: 'Hello again',
    },
  ]);
  for (const [i, name] of columns.entries()) {
    const alone = querySql(open, `SELECT "${name}" FROM requests ORDER BY "row"`).rows;
    expect(alone, name).toEqual(rows.map((row) => [row[i]]));
  }
});

test.each([
  [
    'SELECT typeof(row), typeof(time_us), typeof(input_tokens) FROM requests ORDER BY row',
    [
      ['integer', 'integer', 'integer'],
      ['integer', 'integer', 'null'],
      ['integer', 'null', 'real'],
    ],
  ],
  ['SELECT count(*) FROM requests', [[3]]],
  [' select COUNT(*)\nfrom requests ; ', [[3]]],
  ['SELECT count(*) FROM requests WHERE model IS NULL', [[1]]],
  [
    'SELECT a.row, b.row FROM requests a JOIN requests b ON a.account_id = b.account_id AND a.model < b.model',
    [[1, 3]],
  ],
  [
    'SELECT account_id, (SELECT max(prompt_text) FROM requests r WHERE r.account_id = a.account_id) FROM accounts a ORDER BY 1',
    [
      ['ac_1', 'Hello again'],
      ['ac_2', null],
    ],
  ],
  ['WITH t AS MATERIALIZED (SELECT model, row FROM requests) SELECT model FROM t WHERE row = 3', [['m-2']]],
  ['SELECT value FROM requests, json_each(extra) WHERE row = 1', [['n'], ['p'], ['two']]],
  ["SELECT row FROM requests WHERE source LIKE '%' AND time_us > 1777852800000000", [[2]]],
])('%s', async (sql, expected) => {
  const { open } = await imported();
  expect(querySql(open, sql).rows).toEqual(expected);
});

test('a bare count is named as SQLite names it, and counts nothing where nothing is', async () => {
  const open = await newCase();
  expect(querySql(open, 'SELECT count(*) FROM requests')).toEqual({ columns: ['count(*)'], rows: [[0]] });
});

test('a statement about its own program is run as it is', async () => {
  const { open } = await imported();
  expect(querySql(open, 'EXPLAIN SELECT model FROM requests').columns).toContain('opcode');
});

test('columns are told by the program of a statement', () => {
  const db = new SQLite(':memory:');
  db.table('t', { columns: ['a', 'b', 'c'], *rows() {} });
  expect(usedColumns(db, 'SELECT a FROM t WHERE c > 1')).toEqual(new Set([0, 2]));
  expect(usedColumns(db, 'SELECT count(*) FROM t')).toEqual(new Set());
  expect(usedColumns(db, 'EXPLAIN SELECT a FROM t')).toBeUndefined();
  db.close();
});

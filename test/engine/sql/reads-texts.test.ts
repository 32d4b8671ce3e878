import { expect, test } from 'vitest';
import { querySql } from '../../../electron/engine/sql/query.ts';
import { canonical, importCsv, newCase } from '../support.ts';

const LOG = `timestamp,account_id,model,prompt_text,note
2026-05-04T10:00:00Z,a,m-1,the secret words,more of them
`;

test('statements that read prompt texts are refused, however they are spelt, and others run', async () => {
  const open = await newCase();
  await importCsv(open, LOG, canonical('timestamp', 'account_id', 'model', 'prompt_text'));
  for (const sql of [
    'SELECT prompt_text FROM requests',
    'SELECT * FROM requests',
    'SELECT count(*) FROM requests WHERE length("PROMPT_TEXT") > 3',
    'SELECT extra FROM requests',
    'WITH r AS (SELECT prompt_text AS t FROM requests) SELECT max(t) FROM r',
    "SELECT model FROM requests r WHERE EXISTS (SELECT 1 FROM requests x WHERE x.prompt_text LIKE 't%')",
    'SELECT hex(data) FROM prompt_block',
    'SELECT data FROM request_column',
    'SELECT count(hashes) FROM main.prompt_block',
    'SELECT block FROM prompt_search_data',
    'SELECT raw FROM reject',
    'SELECT text FROM analysis_template',
  ])
    expect(() => querySql(open, sql, true), sql).toThrow('reads prompt texts');
  expect(querySql(open, 'SELECT model, account_id FROM requests', true).rows).toEqual([['m-1', 'a']]);
  expect(querySql(open, 'SELECT requests FROM accounts', true).rows).toEqual([[1]]);
  expect(querySql(open, 'SELECT prompt_text FROM requests').rows).toEqual([['the secret words']]);
  expect(() => querySql(open, 'SELECT nonsense', true)).toThrow('SQLite refuses');
});

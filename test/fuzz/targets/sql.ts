import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openCase } from '../../../electron/engine/case/open-case.ts';
import type { Rng } from '../../../electron/engine/rng.ts';
import { querySql } from '../../../electron/engine/sql/query.ts';
import { searchTexts } from '../../../electron/engine/texts/search.ts';
import { makeCase } from '../a-case.ts';
import { hostileWord, mutateText } from '../mutate/words.ts';
import { demand, type Target } from '../target.ts';

const STATEMENTS = [
  'SELECT count(*) FROM requests',
  'SELECT account_id, sum(input_tokens) FROM requests GROUP BY 1 ORDER BY 2 DESC LIMIT 5',
  'SELECT * FROM accounts WHERE requests > 3',
  "SELECT timestamp, prompt_text, extra FROM requests WHERE account_id = 'ac_1'",
  "SELECT json_extract(body, '$.text') FROM record",
  "SELECT text FROM prompt_search WHERE prompt_search MATCH 'harbour*'",
  'SELECT entry FROM custody_log ORDER BY seq',
  "ATTACH '/tmp/x.db' AS x",
  "ATTACH 'other.swcase' AS x KEY 'a'",
  "VACUUM INTO 'copy.db'",
  "SELECT load_extension('/tmp/x.so')",
  "SELECT writefile('out', 'x'), readfile('/etc/passwd')",
  'PRAGMA writable_schema = ON',
  'PRAGMA journal_mode = DELETE',
  "PRAGMA rekey = 'x'",
  "PRAGMA key = 'x'",
  'PRAGMA query_only = OFF',
  'PRAGMA trusted_schema = ON',
  "PRAGMA temp_store_directory = '/tmp'",
  'PRAGMA wal_checkpoint(TRUNCATE)',
  'PRAGMA hard_heap_limit = 1000',
  'PRAGMA user_version = 99',
  'DELETE FROM custody_log RETURNING *',
  'INSERT INTO record SELECT * FROM record RETURNING *',
  "UPDATE source SET file = 'x' RETURNING file",
  'CREATE TABLE x AS SELECT 1',
  'CREATE TEMP TABLE x AS SELECT * FROM requests',
  'CREATE VIRTUAL TABLE x USING fts5 (a)',
  'DROP TABLE custody_log',
  'BEGIN EXCLUSIVE',
  'SELECT zeroblob(2000000000)',
  "SELECT printf('%*s', 900000000, 'x')",
  'SELECT randomblob(16) FROM requests a, requests b LIMIT 10',
  "SELECT sqlite3mc_config('cipher', 'aes256cbc')",
  'EXPLAIN SELECT * FROM requests',
  'SELECT 1; SELECT 2',
  'SELECT ?',
  'SELECT * FROM pragma_table_list, pragma_function_list LIMIT 3',
  'SELECT fts5(?1)',
  "SELECT highlight(prompt_search, 0, 'a', 'b') FROM prompt_search('harbour')",
  'SELECT median(input_tokens), percentile(input_tokens, 50) FROM requests',
  "SELECT '2026' ->> '$', json('{' || 'a') FROM requests",
];
const WORDS = [
  'SELECT',
  '(',
  ')',
  ',',
  "'",
  '"',
  ';',
  '--',
  '/*',
  'NULL',
  'requests',
  '*',
  '||',
  'LIKE',
  'GLOB',
  "x''",
  '9e999',
  'ORDER BY',
  'UNION',
  '.',
];

/** Statements for the reading command, and searches for texts: what writes, attaches, loads or asks for any memory. */
export const sql: Target = {
  name: 'sql',
  about: 'statements of the reading command, and searches for texts; the case stays as it is to the byte',
  share: 1600,
  async start(folder) {
    const open = await makeCase(folder);
    await open.close();
    // As it is held by somebody who reads it: nothing is written by the case itself from here on.
    const held = await openCase(join(folder, 'case.swcase'), 'tester', null);
    const keeps = readdirSync(folder);
    // The index of the log, which readers mark, is no part of the case.
    const files = keeps.filter((name) => !name.endsWith('-shm'));
    const state = () =>
      files
        .map((name) =>
          createHash('sha1')
            .update(readFileSync(join(folder, name)))
            .digest('hex'),
        )
        .join();
    const first = state();
    let count = 0;
    return {
      keeps,
      make: (rng) => Buffer.from(rng.chance(0.25) ? `?${search(rng)}` : statement(rng)),
      run: (input) => {
        const text = input.toString();
        let outcome = 'searched';
        try {
          if (text.startsWith('?')) searchTexts(held.db, text.slice(1, 501), 20, 0);
          else outcome = querySql(held, text, text.length % 2 === 0).rows.length > 0 ? 'rows' : 'no rows';
        } finally {
          if (++count % 8 === 0 || !/^\s*(select|\?)/i.test(text))
            demand(state() === first, 'changed the files of the case');
          demand(held.db.pragma('query_only', { simple: true }) === 0, 'changed the settings of the case');
        }
        return outcome;
      },
    };
  },
};

const search = (rng: Rng) =>
  mutateText(rng, hostileWord(rng, ['harbour', '"the harbour" 1*', 'text:x', 'a OR b NOT c NEAR(d)']), [
    '"',
    '*',
    '(',
    'AND',
  ]);

function statement(rng: Rng): string {
  const text = rng.pick(STATEMENTS);
  return rng.chance(0.15) ? text : mutateText(rng, text, rng.chance(0.7) ? WORDS : STATEMENTS);
}

import { copyFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { assume } from '../../../electron/engine/assumptions/assume.ts';
import { openDatabase, startWriting } from '../../../electron/engine/case/database.ts';
import type { CaseKey } from '../../../electron/engine/case/key.ts';
import { openCase } from '../../../electron/engine/case/open-case.ts';
import { listRecords } from '../../../electron/engine/records/read.ts';
import { newCase, tempFolder } from '../support.ts';

const WRITE = 'INSERT INTO record (kind, id, body) VALUES (\'graphPlace\', ?, \'{"x":1,"y":2}\')';

/** Puts what a kill leaves at this moment, the files as they are, in the place of the case. */
function killed(path: string): string {
  const folder = tempFolder();
  for (const name of readdirSync(join(path, '..'))) copyFileSync(join(path, '..', name), join(folder, name));
  return join(folder, 'case.swcase');
}

test.each(['write-ahead log', 'rollback journal'])(
  'a wrong passphrase after a kill harms nothing of what the %s holds',
  async (journal) => {
    const open = await newCase(undefined, 'right horse');
    assume(open, { name: 'prior', value: 0.02 });
    const { path, key } = open.access();
    await open.close();
    const db = openDatabase(path, { key: key as CaseKey });
    const write = (count: number) => {
      for (let i = 0; i < count; i++) db.prepare(WRITE).run(`n${journal}${i}`);
    };
    if (journal === 'write-ahead log') {
      startWriting(db);
      write(20);
    } else {
      // More than the cache holds: pages go to the file before the end, and what was there to the journal.
      db.pragma('cache_size = 5');
      db.exec('BEGIN IMMEDIATE');
      write(5000);
    }
    const left = killed(path);
    db.close();
    expect(readdirSync(join(left, '..')).length).toBeGreaterThan(1);
    for (let i = 0; i < 2; i++)
      await expect(openCase(left, 'tester', 'wrong horse')).rejects.toMatchObject({
        code: 'WRONG_PASSPHRASE',
      });
    const again = await openCase(left, 'tester', 'right horse');
    expect(again.readOnly).toBeNull();
    expect(again.db.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(listRecords(again.db, 'graphPlace')).toHaveLength(journal === 'write-ahead log' ? 20 : 0);
    expect(listRecords(again.db, 'assumption')).toHaveLength(1);
    await again.close();
    expect(readdirSync(join(left, '..'))).toEqual(['case.swcase']);
  },
);

import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { annotate } from '../../../electron/engine/annotations/annotate.ts';
import { openDatabase } from '../../../electron/engine/case/database.ts';
import { openCase } from '../../../electron/engine/case/open-case.ts';
import { custodyEntries, verifyChain } from '../../../electron/engine/custody/log.ts';
import { canonical, importCsv, newCase, tempFolder } from '../support.ts';

test('the chain can be checked by hand: each hash is that of its text, which names the hash before', async () => {
  const open = await newCase();
  await importCsv(
    open,
    'timestamp,account_id\n2026-05-04T00:00:00Z,ac_1\n',
    canonical('timestamp', 'account_id'),
  );
  annotate(open, 'account:ac_1', 'tag', 'look');
  const entries = [...custodyEntries(open.db)];
  expect(entries.map(({ entry }) => JSON.parse(entry).action)).toEqual([
    'case.create',
    'source.import',
    'annotation.add',
  ]);
  let prev = '0'.repeat(64);
  for (const { entry, hash } of entries) {
    expect(hash).toBe(createHash('sha256').update(entry).digest('hex'));
    expect(JSON.parse(entry).prev).toBe(prev);
    prev = hash;
  }
  expect(verifyChain(open.db)).toEqual({ entries: 3, firstBad: null });
});

test.each([
  ['a changed entry', "UPDATE custody_log SET entry = replace(entry, 'import', 'export') WHERE seq = 2", 2],
  ['a changed hash', "UPDATE custody_log SET hash = replace(hash, substr(hash, 1, 1), 'z') WHERE seq = 2", 2],
  ['a missing entry', 'DELETE FROM custody_log WHERE seq = 2', 3],
])('%s is found on open, named, and the case opens read-only', async (_, sql, firstBad) => {
  const path = join(tempFolder(), 'case.swcase');
  const made = await newCase(path);
  await importCsv(
    made,
    'timestamp,account_id\n2026-05-04T00:00:00Z,look\n',
    canonical('timestamp', 'account_id'),
  );
  annotate(made, 'account:look', 'tag', 'look');
  made.close();
  const db = openDatabase(path, { key: null });
  db.exec('DROP TRIGGER custody_log_is_append_only_update; DROP TRIGGER custody_log_is_append_only_delete');
  db.exec(sql);
  db.close();
  const open = await openCase(path, 'tester', null);
  expect(open.readOnly).toContain(`Entry ${firstBad} `);
  expect(() => annotate(open, 'account:look', 'tag', 'more')).toThrow('reading only');
  open.close();
});

import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { readInfo } from '../../../electron/engine/analysis/store.ts';
import { annotate } from '../../../electron/engine/annotations/annotate.ts';
import type { Case } from '../../../electron/engine/case/case.ts';
import { createCase, openCase } from '../../../electron/engine/case/open-case.ts';
import { custodyFault } from '../../../electron/engine/custody/fault.ts';
import { importFile } from '../../../electron/engine/import/import-file.ts';
import { unwatched } from '../../../electron/engine/jobs/job.ts';
import { listRecords } from '../../../electron/engine/records/read.ts';
import { querySql } from '../../../electron/engine/sql/query.ts';
import { canonical, fileWith, NEW_CASE, tempFolder } from '../support.ts';

export const MAPPING = canonical('timestamp', 'account_id', 'request_id', 'ip', 'model');
/** What every sentence about a failure of the machine tells: what happened, what was kept, what to do; no codes. */
export const SENTENCE = /^[^\n]{20,400}\.$/;

/** A log of requests, of accounts that share addresses. */
export function log(rows: number, name = 'log'): string {
  const lines = Array.from(
    { length: rows },
    (_, i) =>
      `2026-05-0${1 + (i % 9)}T00:${String(i % 60).padStart(2, '0')}:00Z,${name}_${i % 50},${name}_${i},198.51.100.${i % 7},m-${Math.sin(i)}`,
  );
  return fileWith(`timestamp,account_id,request_id,ip,model\n${lines.join('\n')}\n`, `${name}.csv`);
}

/** A case with requests and a note, closed after the test. */
export async function caseWith(rows: number, folder = tempFolder()): Promise<Case> {
  const open = await createCase(join(folder, 'case.swcase'), 'tester', null, NEW_CASE);
  onTestFinished(() => open.close());
  await importFile(open, log(rows), MAPPING, unwatched);
  annotate(open, 'account:log_1', 'comment', 'made before');
  return open;
}

/** All that people and imports left, from a case that is checked to be whole. */
export function seen(open: Case) {
  expect(open.db.pragma('integrity_check', { simple: true })).toBe('ok');
  expect(custodyFault(open.db)).toBeNull();
  const { atUs } = readInfo(open.db) ?? { atUs: null };
  return {
    notes: listRecords(open.db, 'annotation').map(([, { text }]) => text),
    requests: querySql(open, 'SELECT count(*), count(DISTINCT account_id) FROM requests').rows,
    sources: open.db.prepare('SELECT file, published FROM source').all(),
    analysedUs: atUs,
  };
}

/** As `seen`, of a case that is opened for it, and leaves nothing beside its file. */
export async function seenAt(path: string) {
  const open = await openCase(path, 'tester', null);
  try {
    expect(open.readOnly).toBeNull();
    return seen(open);
  } finally {
    await open.close();
    expect(readdirSync(dirname(path)).filter((name) => /stillwatch-|-wal|-shm|-journal/.test(name))).toEqual(
      [],
    );
  }
}

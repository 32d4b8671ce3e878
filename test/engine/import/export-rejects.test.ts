import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { exportRejects } from '../../../electron/engine/import/export-rejects.ts';
import { importFile } from '../../../electron/engine/import/import-file.ts';
import { listRejects } from '../../../electron/engine/import/sources.ts';
import { unwatched } from '../../../electron/engine/jobs/job.ts';
import { querySql } from '../../../electron/engine/sql/query.ts';
import type { Mapping } from '../../../shared/contract/imports.ts';
import { fileWith, importCsv, newCase, tempFolder } from '../support.ts';

const MAPPING: Mapping = {
  columns: { timestamp: 'when', account_id: 'who', request_id: 'id' },
  timeFormat: 'iso',
  timeZone: null,
  delimiter: ';',
};
const HEADER = 'id;"when";who;note\r\n';

test('refused rows are written as they stand, put right and imported again: every row is stored then', async () => {
  const open = await newCase();
  const bad = [
    'r2;2026-05-04T00:00:01Z;;"two\r\nlines; =1+1"',
    'r3;2026-05-04T00:00:02Z',
    'r4;2026-05-04T00:00:03Z;"ac_4;x',
  ];
  const good = ['r1;2026-05-04T00:00:00Z;ac_1;x', 'r5;2026-05-04T00:00:04Z;ac_5;y'];
  const text = `${HEADER}${[good[0], bad[0], bad[1], good[1], bad[2]].join('\r\n')}\r\n`;
  const source = await importCsv(open, text, MAPPING);
  expect(source).toMatchObject({ rowsRead: 5, stored: 2, rejected: 3 });

  const target = join(tempFolder(), 'rejects.csv');
  expect(await exportRejects(open, source.sha256, target, unwatched)).toEqual({
    file: 'rejects.csv',
    reasonsFile: 'rejects.reasons.csv',
    rows: 3,
    cut: 0,
  });
  expect(readFileSync(target, 'utf8')).toBe(`${HEADER}${bad.join('\r\n')}\r\n`);
  expect(readFileSync(join(target, '../rejects.reasons.csv'), 'utf8').split('\r\n')).toEqual([
    'line_in_source,record_in_rejects,kind,error_type,column,message',
    '3,1,reject,MISSING ACCOUNT,who,No account id',
    '5,2,reject,MISSING COLUMNS,,2 cells where the header has 4',
    '7,3,reject,UNCLOSED QUOTE,,A quote is opened and never closed',
    '',
  ]);

  const fixed = readFileSync(target, 'utf8')
    .replace('01Z;;', '01Z;ac_2;')
    .replace('r3;2026-05-04T00:00:02Z', 'r3;2026-05-04T00:00:02Z;ac_3;')
    .replace('"ac_4;x', 'ac_4;x');
  writeFileSync(target, fixed);
  const { sources } = await importFile(open, target, MAPPING, unwatched);
  expect(sources[0]).toMatchObject({ rowsRead: 3, stored: 3, rejected: 0, duplicates: 0 });
  expect(open.info().counts.requests).toBe(5);
  expect(querySql(open, 'SELECT account_id FROM requests ORDER BY request_id').rows.flat()).toEqual([
    'ac_1',
    'ac_2',
    'ac_3',
    'ac_4',
    'ac_5',
  ]);
  expect(querySql(open, "SELECT count(*) FROM custody_log WHERE entry LIKE '%rejects.export%'").rows).toEqual(
    [[1]],
  );
});

test('records of JSON go out as one line each, and fit the mapping they were refused under', async () => {
  const open = await newCase();
  const list =
    '[{"when": "2026-05-04T00:00:00Z", "who": "ac_1"},\n {"when": "2026-05-04T00:00:01Z",\n  "who": null, "n": 12345678901234567890},\n {"when" "2026"}]';
  const mapping: Mapping = {
    columns: { timestamp: 'when', account_id: 'who' },
    timeFormat: 'iso',
    timeZone: null,
    delimiter: null,
  };
  const { sources } = await importFile(open, fileWith(list, 'log.json'), mapping, unwatched);
  expect(sources[0]).toMatchObject({ stored: 1, rejected: 2 });
  const target = join(tempFolder(), 'rejects.csv');
  const written = await exportRejects(open, sources[0].sha256, target, unwatched);
  expect(written).toMatchObject({ file: 'rejects.ndjson', rows: 2 });
  const path = join(target, '..', written.file);
  const lines = readFileSync(path, 'utf8').split('\n');
  expect(lines).toEqual([
    '{"when": "2026-05-04T00:00:01Z",   "who": null, "n": 12345678901234567890}',
    '{"when" "2026"}',
    '',
  ]);
  writeFileSync(path, `${lines[0].replace('null', '"ac_2"')}\n`);
  const again = await importFile(open, path, mapping, unwatched);
  expect(again.sources[0]).toMatchObject({ stored: 1, rejected: 0 });
});

test('a row too long to be kept whole is left out of the file, and the reasons say where it is', async () => {
  const open = await newCase();
  const long = `r1;2026-05-04T00:00:00Z;;${'x'.repeat(1024 * 1024)}`;
  const source = await importCsv(open, `${HEADER}${long}\r\nr2;2026-05-04T00:00:00Z;;y\r\n`, MAPPING);
  const target = join(tempFolder(), 'rejects.csv');
  expect(await exportRejects(open, source.sha256, target, unwatched)).toMatchObject({ rows: 1, cut: 1 });
  expect(readFileSync(target, 'utf8')).toBe(`${HEADER}r2;2026-05-04T00:00:00Z;;y\r\n`);
  const reasons = readFileSync(join(target, '../rejects.reasons.csv'), 'utf8');
  expect(reasons).toMatch(
    /2,,reject,MISSING ACCOUNT,who,"?No account id. Of its 1,048,601 bytes 1,048,576 were kept/,
  );
  expect(listRejects(open.db, source.sha256, 9)[0].raw).toHaveLength(2000);
});

test('a source without refused rows, and one that is not there, give a sentence and no file', async () => {
  const open = await newCase();
  const source = await importCsv(open, `${HEADER}r1;2026-05-04T00:00:00Z;ac_1;x\r\n`, MAPPING);
  for (const sha256 of [source.sha256, 'f'.repeat(64)]) {
    const target = join(tempFolder(), 'rejects.csv');
    await expect(exportRejects(open, sha256, target, unwatched)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(() => readFileSync(target)).toThrow();
  }
  expect(basename(source.file)).toBe('log.csv');
});

import { zstdCompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { importFile } from '../../../electron/engine/import/import-file.ts';
import { completeMapping, readMappingFile } from '../../../electron/engine/import/mapping-file.ts';
import { previewSource } from '../../../electron/engine/import/preview.ts';
import { listRejects } from '../../../electron/engine/import/sources.ts';
import { unwatched } from '../../../electron/engine/jobs/job.ts';
import { querySql } from '../../../electron/engine/sql/query.ts';
import { fileWith, newCase } from '../support.ts';
import { makeZip } from './containers/zip-maker.ts';

const CSV = 'timestamp,account_id,model\n2026-05-04T00:00:00Z,ac_é,m\n2026-05-04T00:00:01Z,ac_2,m\n';
const NDJSON =
  '{"timestamp":"2026-05-04T00:00:00Z","account_id":"ac_é","model":"m"}\n{"timestamp":"2026-05-04T00:00:01Z","account_id":"ac_2","model":"m"}\n';
const LIST = `{"data":[${NDJSON.trim().replace('\n', ',')}],"has_more":false}`;

test.each<[string, Uint8Array]>([
  ['CSV, comma, UTF-8, zstd', zstdCompressSync(CSV)],
  ['CSV, comma, UTF-8, zip', makeZip([{ name: 'log.csv', content: CSV }])],
  ['CSV, comma, UTF-16 little endian', Buffer.from(`\ufeff${CSV}`, 'utf16le')],
  ['CSV, semicolon, UTF-8', Buffer.from(`sep=;\n${CSV.replaceAll(',', ';')}`)],
  ['NDJSON, UTF-8', Buffer.from(NDJSON)],
  ['NDJSON, UTF-8, zip', makeZip([{ name: 'log.ndjson', content: NDJSON }])],
  ['JSON list in "data", UTF-8', Buffer.from(LIST)],
])('the same requests come out of %s', async (format, bytes) => {
  const open = await newCase();
  const path = fileWith(bytes, 'log');
  const mapping = await completeMapping(open.db, path, null);
  expect(mapping.delimiter === null).toBe(format.includes('JSON'));
  expect((await previewSource(path, mapping)).rows.map(({ reject }) => reject)).toEqual([null, null]);
  const {
    sources: [source],
  } = await importFile(open, path, mapping, unwatched);
  expect(source).toMatchObject({ format, rowsRead: 2, stored: 2, rejected: 0 });
  expect(querySql(open, 'SELECT account_id, time_us, model FROM requests ORDER BY row').rows).toEqual([
    ['ac_é', 1_777_852_800_000_000, 'm'],
    ['ac_2', 1_777_852_801_000_000, 'm'],
  ]);
});

test('each log of an archive is a source of its own, what is no log is refused, and again changes nothing', async () => {
  const open = await newCase();
  const other = CSV.replaceAll('ac_', 'ad_');
  const entries = [
    { name: 'may/a.csv', content: CSV },
    { name: 'may/b.csv', content: other },
    { name: 'read me.txt', content: 'hello' },
  ];
  const path = fileWith(makeZip(entries), 'logs.zip');
  const mapping = await completeMapping(open.db, path, null);
  const { sources, refused } = await importFile(open, path, mapping, unwatched);
  expect(sources.map(({ file, stored }) => [file, stored])).toEqual([
    ['logs.zip/may/a.csv', 2],
    ['logs.zip/may/b.csv', 2],
  ]);
  expect(refused).toEqual([{ name: 'logs.zip/read me.txt', reason: expect.stringContaining('No table') }]);
  const again = await importFile(open, path, mapping, unwatched);
  expect(again.sources.every(({ alreadyImported }) => alreadyImported)).toBe(true);
  const alone = await importFile(open, fileWith(other), mapping, unwatched);
  expect(alone.sources[0].alreadyImported).toBe(true);
});

test('an archive with one damaged log is imported not at all', async () => {
  const open = await newCase();
  const other = CSV.replaceAll('ac_', 'ad_');
  const zip = makeZip([
    { name: 'a.csv', content: CSV },
    { name: 'b.csv', content: other, stored: true },
  ]);
  const path = fileWith(zip, 'logs.zip');
  const mapping = await completeMapping(open.db, path, null);
  // A digit of a time in the second log: the header still reads, the checksum no longer holds.
  zip[zip.lastIndexOf(Buffer.from('00:00:01Z')) + 7] ^= 1;
  const damaged = fileWith(zip, 'logs.zip');
  await expect(importFile(open, damaged, mapping, unwatched)).rejects.toMatchObject({
    code: 'SOURCE_DAMAGED',
  });
  expect(open.info().counts).toMatchObject({ sources: 0, accounts: 0, requests: 0 });
});

test('broken JSON lines are rejects like any other, and digits are kept', async () => {
  const open = await newCase();
  const path = fileWith(`${NDJSON}{"timestamp":\n${NDJSON.replaceAll('"m"', '12345678901234567890')}`, 'log');
  const {
    sources: [source],
  } = await importFile(open, path, await completeMapping(open.db, path, null), unwatched);
  expect(source).toMatchObject({ rowsRead: 5, stored: 4, rejected: 1 });
  expect(listRejects(open.db, source.sha256, 9)).toEqual([
    { line: 3, reason: 'The line ends inside the object', raw: '{"timestamp":' },
  ]);
  expect(querySql(open, 'SELECT DISTINCT model FROM requests ORDER BY 1').rows).toEqual([
    ['12345678901234567890'],
    ['m'],
  ]);
});

test('an encoding that cannot be found out is taken from the mapping file', async () => {
  const open = await newCase();
  const path = fileWith(Buffer.from(CSV.split('\n').slice(0, 2).join('\n'), 'latin1'), 'log.csv');
  await expect(completeMapping(open.db, path, null)).rejects.toMatchObject({ code: 'NOT_A_LOG' });
  const given = await readMappingFile(
    fileWith('{"timestamp":"timestamp","account_id":"account_id","encoding":"Windows-1252"}', 'map.json'),
  );
  const mapping = await completeMapping(open.db, path, given);
  expect(mapping.encoding).toBe('windows-1252');
  const { rows } = await previewSource(path, mapping);
  expect(rows[0].cells[1].text).toBe('ac_é');
  await expect(readMappingFile(fileWith('{"encoding":"klingon"}'))).rejects.toMatchObject({
    code: 'BAD_MAPPING',
  });
});

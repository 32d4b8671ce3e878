import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, gzipSync, zstdCompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import type { CellBatch } from '../../../../electron/engine/import/cells.ts';
import { fileKind } from '../../../../electron/engine/import/containers/file-kind.ts';
import { readParquet } from '../../../../electron/engine/import/containers/parquet-reader.ts';
import { detectSource } from '../../../../electron/engine/import/detect.ts';
import { importFile } from '../../../../electron/engine/import/import-file.ts';
import { openRecords } from '../../../../electron/engine/import/open-records.ts';
import { previewSource } from '../../../../electron/engine/import/preview.ts';
import { unwatched } from '../../../../electron/engine/jobs/job.ts';
import { querySql } from '../../../../electron/engine/sql/query.ts';
import { fileWith, newCase } from '../../support.ts';
import { levels, makeParquet, plainBytes } from './parquet-maker.ts';
import { readAll, recordsIn } from './read-all.ts';
import { makeZip } from './zip-maker.ts';

const made = (name: string) => join(import.meta.dirname, 'parquet', name);
const TYPES = made('types.parquet');
const PAGES = made('pages-v2.parquet');

/** As `readAll`, on this thread. */
async function readHere(bytes: Uint8Array) {
  const memory = new Uint8Array(bytes).buffer;
  const table = await readParquet({
    byteLength: memory.byteLength,
    slice(start, end = memory.byteLength) {
      if (!(start >= 0 && start <= end && end <= memory.byteLength)) throw new RangeError('No such bytes.');
      return memory.slice(start, end);
    },
  });
  const batches: CellBatch[] = [];
  for await (const batch of table.batches(() => {})) batches.push(batch);
  return { columns: table.columns, records: batches.flatMap(recordsIn) };
}

test('every type comes as text without loss: digits, units of time, nested values under their names', async () => {
  const { columns, records, format } = await readAll(TYPES);
  expect(format).toBe('Parquet');
  expect(records.map(({ line }) => line)).toEqual([1, 2, 3]);
  const byName = Object.fromEntries(columns.map((name, i) => [name, records.map(({ cells }) => cells[i])]));
  expect(byName).toEqual({
    u8: ['0', '1', '2'],
    i8: ['-2', '-1', '0'],
    i64: ['9223372036854775807', '', '9223372036854775805'],
    u64: ['18446744073709551615', '18446744073709551614', '18446744073709551613'],
    u32: ['4294967295', '4294967294', '4294967293'],
    d4: ['-2.00', '-0.99', '0.02'],
    d18: ['-200000000.000', '-76543210.877', '46913578.246'],
    d38: [0, 1, 2].map((i) => `-1234567890123456789012345678${i}.0000000`),
    f32: ['0.1', '1.1', '2.1'],
    f64: ['0.1', '1.1', '2.1'],
    b: ['true', 'false', 'true'],
    ts_us: [3, 4, 5].map((s) => `2026-05-04T01:02:0${s}.123456`),
    tz: [3, 4, 5].map((s) => `2026-05-04T01:02:0${s}.123456Z`),
    ts_ns: Array(3).fill('2026-05-04T01:02:03.123456789'),
    ts_ms: Array(3).fill('1969-05-04T01:02:03.120'),
    d: ['2026-05-04', '2026-05-05', '2026-05-06'],
    t: Array(3).fill('01:02:03.500000'),
    iv: Array(3).fill('P3M2DT1.5S'),
    id: [0, 1, 2].map((i) => `00000000-0000-0000-0000-00000000000${i}`),
    s: ['té\n0', 'té\n1', 'té\n2'],
    bl: Array(3).fill("x'00FF'"),
    bl2: Array(3).fill('plain'),
    l: ['[0,null,3]', '[1,null,3]', '[2,null,3]'],
    ll: Array(3).fill('[[1,2],[],null]'),
    le: ['[]', '[]', ''],
    'st.a': ['0', '1', '2'],
    'st.b.c': ['x"0', 'x"1', 'x"2'],
    'st.b.d': ['', '', ''],
    'st.l': Array(3).fill('[{"q":1.50,"w":"2026-01-01T00:00:00.000000"},null]'),
    'sn.k': ['0', '', '2'],
    m: [0, 1, 2].map((i) => `{"__proto__":${i},"b":null}`),
    mi: Array(3).fill('{"1":["x"]}'),
    ms: Array(3).fill('{"{\\"z\\":1}":2}'),
    en: ['e1', 'e1', 'e1'],
  });
});

test('row groups and newer pages are read whole and in order', async () => {
  const { columns, records } = await readAll(PAGES);
  expect(records).toHaveLength(5000);
  const at = (i: number) => Object.fromEntries(columns.map((name, c) => [name, records[i].cells[c]]));
  for (const i of [0, 1, 2047, 2048, 4095, 4096, 4999]) {
    expect(records[i].line).toBe(i + 1);
    expect(at(i)).toEqual({
      timestamp: `${new Date(Date.UTC(2026, 4, 4) + i * 1000).toISOString().slice(0, 19)}.000000Z`,
      account_id: `ac_${i % 50}`,
      request_id: `req${i * 7}`,
      input_tokens: String(i),
      wide: String(i * 7),
      score: i % 3 === 0 ? '' : String(i / 4),
      flag: String(i % 2 === 0),
      pair: `[${i},${i + 1}]`,
      's.n': String(i),
    });
  }
});

test.each(['gzip', 'brotli', 'lz4_raw', 'uncompressed'])('pages packed with %s are read', async (codec) => {
  const { rows } = await readAll(made(`codec-${codec}.parquet`));
  expect(rows).toEqual(Array.from({ length: 100 }, (_, i) => [String(i), `value ${i}`]));
});

test('what old writers do is read: times of 96 bits, lists without a level, names that are twice there', async () => {
  const int96 = Buffer.alloc(12);
  int96.writeBigUInt64LE(1_500_000_001n, 0);
  int96.writeInt32LE(2_440_588, 8);
  const group = { name: 'outer', repetition: 1, children: 1, converted: 3 };
  const file = makeParquet(
    [
      { path: [{ name: 't', type: 3 }], page: int96 },
      { path: [{ name: 'same', type: 1 }], page: Buffer.from([1, 0, 0, 0]) },
      { path: [{ name: 'same', type: 1 }], page: Buffer.from([255, 255, 255, 255]) },
      { path: [{ name: '__proto__', type: 6 }], page: plainBytes('p') },
      {
        path: [{ name: 'r', type: 6, repetition: 2, converted: 0 }],
        page: Buffer.concat([levels(0, 1), levels(1, 1), plainBytes('a"'), plainBytes('b')]),
        values: 2,
      },
      {
        path: [group, { name: 'array', type: 1, repetition: 2 }],
        page: Buffer.concat([levels(0, 1), levels(2, 2), Buffer.from([7, 0, 0, 0, 8, 0, 0, 0])]),
        values: 2,
      },
      { path: [{ name: 'f', type: 7, typeLength: 2 }], page: Buffer.from('ab') },
      { path: [{ name: 'z', type: 5 }], page: Buffer.from(new Float64Array([-0]).buffer) },
    ],
    1,
  );
  const { columns, rows } = await readAll(fileWith(file));
  expect(columns).toEqual(['t', 'same', 'same (2)', '__proto__', 'r', 'outer', 'f', 'z']);
  expect(rows).toEqual([
    ['1970-01-01T00:00:01.500000001', '1', '-1', 'p', '["a\\"","b"]', '[7,8]', "x'6162'", '-0'],
  ]);
});

test('text that is none costs its record, alone or in a list; so does a record that is too long', async () => {
  const wrong = Buffer.from([0xff, 0xfe]);
  const text = { name: 's', type: 6, converted: 0 };
  const list = { name: 'l', type: 6, converted: 0, repetition: 2 };
  const file = makeParquet(
    [
      { path: [text], page: Buffer.concat([wrong, 'ok', 'ok', 'x'.repeat(1 << 24), 'last'].map(plainBytes)) },
      {
        path: [list],
        page: Buffer.concat([
          levels(0, 0, 0, 0, 0),
          levels(1, 1, 1, 1, 1),
          ...['a', wrong, 'c', 'd', 'e'].map(plainBytes),
        ]),
      },
    ],
    5,
  );
  const { records } = await readAll(fileWith(file));
  expect(records).toEqual([
    { line: 1, cells: [], problem: 'Bytes that are no UTF-8 text' },
    { line: 2, cells: [], problem: 'Bytes that are no UTF-8 text' },
    { line: 3, cells: ['ok', '["c"]'] },
    { line: 4, cells: [], problem: 'A record longer than 16 MB' },
    { line: 5, cells: ['last', '["e"]'] },
  ]);
});

test('detected, previewed and imported like any log, also packed or in an archive', async () => {
  const open = await newCase();
  const { mapping, format, zoneNeeded } = await detectSource(open.db, PAGES);
  expect({ format, zoneNeeded, timeFormat: mapping.timeFormat }).toEqual({
    format: 'Parquet',
    zoneNeeded: false,
    timeFormat: 'iso',
  });
  expect(mapping.columns).toMatchObject({
    timestamp: 'timestamp',
    account_id: 'account_id',
    request_id: 'request_id',
    input_tokens: 'input_tokens',
  });
  const preview = await previewSource(PAGES, mapping);
  expect(preview.rows).toHaveLength(50);
  expect(preview.rows[1].timeUs).toBe(Date.UTC(2026, 4, 4, 0, 0, 1) * 1000);
  const { sources } = await importFile(open, PAGES, mapping, unwatched);
  expect(sources[0]).toMatchObject({ format: 'Parquet', rowsRead: 5000, stored: 5000, withoutTime: 0 });
  const bytes = readFileSync(PAGES);
  for (const packed of [
    gzipSync(bytes),
    zstdCompressSync(bytes),
    makeZip([{ name: 'may/log.parquet', content: bytes }]),
  ]) {
    const again = await importFile(open, fileWith(packed), mapping, unwatched);
    expect(again.sources).toEqual([expect.objectContaining({ alreadyImported: true })]);
  }
  const { rows } = querySql(
    open,
    `SELECT sum(input_tokens), count(DISTINCT account_id), json_extract(extra, '$.pair') FROM requests WHERE row = 5000`,
  );
  expect(rows).toEqual([[4999, 1, '[4999,5000]']]);
});

test('logs of an archive have the same columns, Parquet or not', async () => {
  const open = await newCase();
  const archive = makeZip([
    { name: 'a.parquet', content: readFileSync(PAGES) },
    { name: 'b.json', content: '{"timestamp":"2026-05-04T00:00:00Z","account_id":"ac_1"}\n' },
  ]);
  await expect(detectSource(open.db, fileWith(archive))).rejects.toMatchObject({
    code: 'NOT_A_LOG',
    message: expect.stringContaining('different columns'),
  });
});

test('the first letters alone make no Parquet file', async () => {
  expect(fileKind(Buffer.from('PAR1,b\n1,2\n'))).toBe('plain');
  expect(fileKind(Buffer.from('PAR1\tb\n1\t2\n'))).toBe('plain');
  expect((await readAll(fileWith('PAR1,b\n1,2\n'))).rows).toEqual([['1', '2']]);
  const secret = readFileSync(TYPES);
  secret.write('PARE', 0);
  secret.write('PARE', secret.length - 4);
  await expect(readAll(fileWith(secret))).rejects.toMatchObject({ code: 'NOT_A_LOG' });
});

test('a file that was cut short anywhere is told, and nothing of it is imported', async () => {
  const bytes = readFileSync(TYPES);
  for (let size = 12; size < bytes.length; size += 97) {
    await expect(readHere(bytes.subarray(0, size)), String(size)).rejects.toThrow();
  }
  const open = await newCase();
  const { mapping } = await detectSource(open.db, PAGES);
  const cut = fileWith(readFileSync(PAGES).subarray(0, 9000));
  await expect(importFile(open, cut, mapping, unwatched)).rejects.toMatchObject({ code: 'SOURCE_DAMAGED' });
  expect(open.db.prepare('SELECT count(*) FROM source').pluck().get()).toBe(0);
});

test('flipped bytes give another value or an error, never a loop or a crash', async () => {
  const bytes = readFileSync(TYPES);
  const { columns } = await readHere(bytes);
  let failed = 0;
  for (let at = 0; at < bytes.length; at += 11) {
    const flipped = Buffer.from(bytes);
    flipped[at] ^= [0x01, 0x80, 0xff][at % 3];
    try {
      const read = await readHere(flipped);
      expect(read.records).toHaveLength(3);
      expect(read.records.every(({ cells, problem }) => problem || cells.length === columns.length)).toBe(
        true,
      );
    } catch (error) {
      expect(error).toBeInstanceOf(Error);
      failed++;
    }
  }
  expect(failed).toBeGreaterThan(100);
});

test('damage that shows only between the pages leaves nothing of the file', async () => {
  const open = await newCase();
  const { mapping } = await detectSource(open.db, PAGES);
  const bytes = readFileSync(PAGES);
  // The last row group's pages: by then rows of the groups before have been written.
  bytes.fill(0xff, 8200, 8300);
  await expect(importFile(open, fileWith(bytes), mapping, unwatched)).rejects.toMatchObject({
    code: 'SOURCE_DAMAGED',
    message: expect.stringContaining('Nothing of it was kept'),
  });
  expect(open.db.prepare('SELECT count(*) FROM source').pluck().get()).toBe(0);
  expect(open.db.prepare('SELECT count(*) FROM request_chunk').pluck().get()).toBe(0);
});

test('a page that does not match its checksum is told', async () => {
  const column = { path: [{ name: 'a', type: 1 }], page: Buffer.from([1, 0, 0, 0]) };
  const crc = crc32(column.page);
  expect((await readAll(fileWith(makeParquet([{ ...column, crc }], 1)))).rows).toEqual([['1']]);
  const wrong = fileWith(makeParquet([{ ...column, crc: crc ^ 1 }], 1));
  await expect(readAll(wrong)).rejects.toMatchObject({ code: 'SOURCE_DAMAGED' });
});

test('claims of far too much end in an error: rows, values in a page, levels', async () => {
  const column = { path: [{ name: 'a', type: 1 }], page: Buffer.from([1, 0, 0, 0]) };
  const optional = { name: 'b', type: 1, repetition: 1 };
  // A run of two thousand million levels.
  const run = Buffer.from([6, 0, 0, 0, 0xfe, 0xff, 0xff, 0xff, 0x0f, 1]);
  for (const file of [
    makeParquet([column], 1, 2 ** 40),
    makeParquet([{ ...column, values: 2 ** 31 - 1 }], 1),
    makeParquet([{ path: [optional], page: run, values: 2 ** 31 - 1 }], 1),
    makeParquet([{ path: [optional], page: run, values: 3 }], 3),
  ]) {
    await expect(readAll(fileWith(file))).rejects.toMatchObject({ code: 'SOURCE_DAMAGED' });
  }
});

test('a file that is only looked at is let go of', async () => {
  const records = await openRecords({
    name: 'types.parquet',
    path: TYPES,
    entry: null,
    table: null,
    sizeBytes: readFileSync(TYPES).length,
  });
  for await (const batch of records.batches()) {
    expect(batch.rows).toBe(3);
    break;
  }
  await records.close();
  await records.close();
});

import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MAX_ZIP_ENTRIES } from '../../../../electron/engine/import/containers/zip-directory.ts';
import { listParts } from '../../../../electron/engine/import/open-records.ts';
import { StillwatchError } from '../../../../shared/contract/errors.ts';
import { fileWith } from '../../support.ts';
import { readAll } from './read-all.ts';
import { type MadeEntry, makeZip, withZip64End } from './zip-maker.ts';

const TABLE = 'timestamp,account_id\n2026-05-04T00:00:00Z,ac_1\n';
const ROWS = [['2026-05-04T00:00:00Z', 'ac_1']];
const good: MadeEntry = { name: 'log.csv', content: TABLE };
const zipWith = (...entries: MadeEntry[]) => fileWith(makeZip(entries), 'logs.zip');

test.each<[string, Buffer]>([
  ['deflate', makeZip([good])],
  ['stored', makeZip([{ ...good, stored: true }])],
  ['a data descriptor', makeZip([{ ...good, descriptor: true }])],
  ['zip64 sizes', makeZip([{ ...good, zip64: true }])],
  ['a zip64 end', withZip64End(makeZip([good]))],
  ['a comment', makeZip([good], 'PK\x05\x06 made on Monday')],
])('a zip with %s is read', async (_, bytes) => {
  const { parts, refused } = await listParts(fileWith(bytes, 'logs.zip'));
  expect(refused).toEqual([]);
  expect(parts.map(({ name, sizeBytes }) => [name, sizeBytes])).toEqual([['logs.zip/log.csv', TABLE.length]]);
  const read = await readAll(parts[0]);
  const sha256 = createHash('sha256').update(TABLE).digest('hex');
  expect(read).toMatchObject({ rows: ROWS, format: 'CSV, comma, UTF-8, zip', sha256, contentSha256: sha256 });
});

test('every log is a part of its own, in the order of names; the rest is passed over or refused', async () => {
  const path = zipWith(
    { name: 'may/', content: '' },
    { name: 'may/2.csv', content: TABLE },
    { name: '__MACOSX/may/._2.csv', content: 'x' },
    { name: '.DS_Store', content: 'x' },
    { name: 'may/1.csv', content: 'account_id,timestamp\n' },
    { name: 'readme.txt', content: 'These are logs.\n' },
    { name: 'none.csv', content: '' },
    { name: 'inner.csv.gz', content: gzipSync(TABLE) },
  );
  const { parts, refused } = await listParts(path);
  expect(parts.map(({ name }) => name)).toEqual(['logs.zip/may/1.csv', 'logs.zip/may/2.csv']);
  expect((await readAll(parts[1])).rows).toEqual(ROWS);
  expect(refused).toEqual([
    { name: 'logs.zip/none.csv', reason: 'It is empty' },
    { name: 'logs.zip/inner.csv.gz', reason: 'What is packed in this file is packed once more' },
    { name: 'logs.zip/readme.txt', reason: 'No table was found in this file' },
  ]);
});

test.each<[string, Partial<MadeEntry>, string]>([
  ['climbs out', { name: 'a/../../evil.csv' }, 'path'],
  ['is absolute', { name: '/etc/evil.csv' }, 'path'],
  ['has a backslash', { name: '..\\evil.csv' }, 'path'],
  ['names a drive', { name: 'C:evil.csv' }, 'path'],
  ['holds a NUL', { name: 'a.csv\0.png' }, 'path'],
  ['is encrypted', { name: 'secret.csv', encrypted: true }, 'encrypted'],
  ['is a symbolic link', { name: 'link.csv', mode: 0o120777 }, 'symbolic link'],
])('an entry that %s is refused, the others are read', async (_, entry, word) => {
  const { parts, refused } = await listParts(zipWith({ ...good, ...entry }, good));
  expect(parts.map(({ name }) => name)).toEqual(['logs.zip/log.csv']);
  expect(refused).toHaveLength(1);
  expect(refused[0].reason).toContain(word);
});

test('names that are there twice are refused, both of them', async () => {
  const { parts, refused } = await listParts(
    zipWith(good, { ...good, content: `${TABLE}x,y\n` }, { ...good, name: 'b' }),
  );
  expect(parts.map(({ name }) => name)).toEqual(['logs.zip/b']);
  expect(refused[0]).toMatchObject({
    name: 'logs.zip/log.csv',
    reason: expect.stringContaining('more than one'),
  });
});

test('logs with different columns are not taken together', async () => {
  await expect(listParts(zipWith(good, { name: 'z.csv', content: 'a,b\n' }))).rejects.toMatchObject({
    code: 'NOT_A_LOG',
    message: expect.stringContaining('different columns'),
  });
});

test('content that does not match its size or checksum is damaged', async () => {
  for (const wrong of [{ crc: 1 }, { claimedBytes: 5 }, { claimedBytes: 500 }]) {
    await expect(listParts(zipWith({ ...good, ...wrong }))).rejects.toMatchObject({ code: 'SOURCE_DAMAGED' });
  }
});

test('bombs are refused: by ratio, by entries that share their bytes, by number', async () => {
  const large = { name: 'large.csv', content: Buffer.alloc(20 * 1024 * 1024, 'a,b\n') };
  await expect(listParts(zipWith(large))).rejects.toThrow('bomb');
  const shared = zipWith(good, { ...good, name: 'log2csv', sameBytesAsBefore: true });
  await expect(listParts(shared)).rejects.toThrow('lie over each other');
  const many = Array.from({ length: MAX_ZIP_ENTRIES + 1 }, (_, i) => ({ name: `${i}`, content: '' }));
  await expect(listParts(zipWith(...many))).rejects.toThrow('more than 10,000 files');
});

test('an archive that is cut or changed anywhere is read, or told in a sentence; nothing else happens', async () => {
  const zip = withZip64End(
    makeZip([
      { ...good, zip64: true },
      { ...good, name: 'b.csv', descriptor: true },
    ]),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(zip.length - 1), fc.nat(255)), { maxLength: 4 }),
      fc.integer({ min: 16, max: zip.length }),
      async (changes, length) => {
        const bytes = Buffer.from(zip);
        for (const [at, value] of changes) bytes[at] = value;
        const path = fileWith(bytes.subarray(0, changes.length > 0 ? zip.length : length), 'logs.zip');
        try {
          const { parts } = await listParts(path);
          for (const part of parts) await readAll(part);
        } catch (error) {
          expect(error).toBeInstanceOf(StillwatchError);
        }
      },
    ),
    { numRuns: 300, seed: 3 },
  );
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { detectEncoding } from '../../../../electron/engine/import/containers/encoding.ts';
import { toUtf8 } from '../../../../electron/engine/import/containers/to-utf8.ts';
import type { TextEncoding } from '../../../../shared/contract/imports.ts';
import { fileWith } from '../../support.ts';
import { readAll } from './read-all.ts';

const TABLE = 'timestamp,account_id\n2026-05-04T00:00:00Z,é 账号 😀\n';
const ROW = ['2026-05-04T00:00:00Z', 'é 账号 😀'];

const utf16le = (text: string) => Buffer.from(text, 'utf16le');
const utf16be = (text: string) => utf16le(text).swap16();
const latin1 = (text: string) => Buffer.from(text, 'latin1');

test.each<[string, Buffer, string]>([
  ['UTF-8', Buffer.from(TABLE), 'UTF-8'],
  ['UTF-8 with two marks', Buffer.from(`\ufeff\ufeff${TABLE}`), 'UTF-8'],
  ['UTF-16 LE', utf16le(TABLE), 'UTF-16 little endian'],
  ['UTF-16 LE with a mark', utf16le(`\ufeff${TABLE}`), 'UTF-16 little endian'],
  ['UTF-16 BE', utf16be(TABLE), 'UTF-16 big endian'],
  ['UTF-16 BE with a mark', utf16be(`\ufeff${TABLE}`), 'UTF-16 big endian'],
])('%s is found out and named', async (_, bytes, name) => {
  const read = await readAll(fileWith(bytes));
  expect(read.format).toBe(`CSV, comma, ${name}`);
  expect(read.columns).toEqual(['timestamp', 'account_id']);
  expect(read.rows).toEqual([ROW]);
});

test.each<[TextEncoding, Buffer, string]>([
  ['windows-1252', Buffer.from('612c620a939f2ce90a', 'hex'), '“Ÿ'],
  ['iso-8859-1', Buffer.from('612c620aa3e92c780a', 'hex'), '£é'],
  ['shift_jis', Buffer.from('612c620a834183542c780a', 'hex'), 'アサ'],
])('%s has to be chosen; the error names the choices', async (encoding, bytes, text) => {
  const path = fileWith(bytes);
  await expect(readAll(path)).rejects.toMatchObject({
    code: 'NOT_A_LOG',
    message: expect.stringContaining(`Choose one of: utf-8, utf-16le, utf-16be, windows-1252`),
  });
  const { rows } = await readAll(path, { encoding });
  expect(rows[0][0]).toBe(text);
});

test('some spoilt lines in a UTF-8 file do not put its encoding in question', async () => {
  const lines = Array.from({ length: 50 }, (_, i) => `x,${i}`).join('\n');
  const { records } = await readAll(fileWith(Buffer.concat([latin1(`a,b\n\xe9,1\n${lines}\n`)])));
  expect(records[0]).toEqual({ line: 2, cells: [], problem: 'Bytes that are no UTF-8 text' });
  expect(records).toHaveLength(51);
  expect(detectEncoding(latin1('a,b\né,1\n').subarray(0), true)).toBeUndefined();
  // Valid letters beside spoilt ones, and halves of characters, speak for UTF-8.
  expect(detectEncoding(Buffer.concat([Buffer.from('a,b\né,1\n'), latin1('é,2\n')]), true)).toBe('utf-8');
  expect(detectEncoding(Buffer.from('612c620aeda0bd2c310a', 'hex'), true)).toBe('utf-8');
});

test('what is no character in the encoding costs its record, never becomes another character', async () => {
  const cases: [TextEncoding, Buffer][] = [
    ['utf-16le', Buffer.concat([utf16le('a,b\nx'), Buffer.from('00d8', 'hex'), utf16le(',1\ny,2\n')])],
    ['utf-16be', Buffer.concat([utf16be('a,b\nx'), Buffer.from('dc00', 'hex'), utf16be(',1\ny,2\n')])],
    ['windows-1252', latin1('a,b\nx\x81,1\ny,2\n')],
    ['shift_jis', latin1('a,b\nx\xfe,1\ny,2\n')],
  ];
  for (const [encoding, bytes] of cases) {
    const { records } = await readAll(fileWith(bytes), { encoding });
    expect(records.map(({ problem, cells }) => problem ?? cells)).toEqual([
      expect.stringMatching(/^Bytes that are no .+ text$/),
      ['y', '2'],
    ]);
  }
  const { records } = await readAll(fileWith(Buffer.concat([utf16le('a,b\nx,1\ny,2'), Buffer.of(65)])));
  expect(records[1].problem).toBe('Bytes that are no UTF-16 little endian text');
});

test('text comes out the same however it is cut into blocks', () => {
  const encoders = { 'utf-16le': utf16le, 'utf-16be': utf16be, 'windows-1252': latin1, 'iso-8859-1': latin1 };
  fc.assert(
    fc.property(
      fc.constantFrom<keyof typeof encoders>('utf-16le', 'utf-16be', 'windows-1252', 'iso-8859-1'),
      fc.string({ unit: 'grapheme' }),
      fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1 }),
      (encoding, given, sizes) => {
        const text = encoding.startsWith('utf') ? given : given.replace(/[^\x20-\x7e\xa0-\xff]/g, '');
        const bytes = encoders[encoding](text);
        const converter = toUtf8(encoding);
        const out: Uint8Array[] = [];
        for (let at = 0, i = 0; at < bytes.length; at += sizes[i++ % sizes.length])
          out.push(converter.push(bytes.subarray(at, at + sizes[i % sizes.length])));
        out.push(converter.end());
        expect(Buffer.concat(out).toString()).toBe(text);
      },
    ),
    { numRuns: 500, seed: 3 },
  );
});

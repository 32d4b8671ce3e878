import { expect, test } from 'vitest';
import { fileWith } from '../../support.ts';
import { readAll } from './read-all.ts';

const read = (text: string | Uint8Array) => readAll(fileWith(text));

test.each([
  ['sep=;\na;b\n1;2\n', 'semicolon', 3],
  ['\ufeff"sep=|"\r\na|b\r\n1|2\r\n', 'bar', 3],
  ['a;b\n1;2\n', 'semicolon', 2],
])('a line that names the delimiter is obeyed and is no record (%j)', async (text, name, line) => {
  const { format, columns, records } = await read(text);
  expect(format).toBe(`CSV, ${name}, UTF-8`);
  expect(columns).toEqual(['a', 'b']);
  expect(records).toEqual([{ line, cells: ['1', '2'] }]);
});

test('title lines above the header are passed over, and lines counted on', async () => {
  const { columns, records } = await read('Usage export\nFrom,2026-11-20\n\na,"b\nb",c\n1,2,3\n4,5,6\n');
  expect(columns).toEqual(['a', 'b\nb', 'c']);
  expect(records).toEqual([
    { line: 6, cells: ['1', '2', '3'] },
    { line: 7, cells: ['4', '5', '6'] },
  ]);
});

test('a header with fewer cells than the records stays the header when they hold values', async () => {
  const { columns, records } = await read('a,b\n1,2,3\n4,5,6\n');
  expect(columns).toEqual(['a', 'b']);
  expect(records.every(({ problem }) => problem === '3 cells where the header has 2')).toBe(true);
});

test('names are trimmed, and unnamed and repeated ones told apart', async () => {
  expect((await read(' a , ,b,b,"b (2)"\n1,2,3,4,5\n')).columns).toEqual([
    'a',
    'column 2',
    'b',
    'b (2)',
    'b (2) (2)',
  ]);
});

test('a first line with a time in it is no header', async () => {
  await expect(read('r1,2026-05-04T00:00:00Z,m\nr2,2026-05-04T00:00:01Z,m\n')).rejects.toMatchObject({
    code: 'NOT_A_LOG',
    message: expect.stringContaining('no header'),
  });
});

test('quotes escaped by a backslash are read so where the file does it', async () => {
  const { rows } = await read('id,j\n1,"{\\"a\\":\\"x\\\\\\"}"\n2,"c:\\\\dir"\n3,"say ""hi"""\n4,\\n\n');
  expect(rows).toEqual([
    ['1', '{"a":"x\\"}'],
    ['2', 'c:\\dir'],
    ['3', 'say "hi"'],
    ['4', '\\n'],
  ]);
});

test('a backslash is a character where quotes are doubled', async () => {
  const { rows } = await read('id,j\n1,"c:\\"\n2,"say ""hi"" \\""x"\n3,"\\\\host"\n');
  expect(rows).toEqual([
    ['1', 'c:\\'],
    ['2', 'say "hi" \\"x'],
    ['3', '\\\\host'],
  ]);
});

test('NULs are kept, and a binary file is no table', async () => {
  expect((await read(`a,b\nx\0y,1\n${'z,2\n'.repeat(20)}`)).rows[0]).toEqual(['x\0y', '1']);
  const binary = Uint8Array.from({ length: 1000 }, (_, i) => (i % 40 === 0 ? 10 : i % 20 === 1 ? 44 : i % 7));
  await expect(read(binary)).rejects.toMatchObject({ code: 'NOT_A_LOG' });
});

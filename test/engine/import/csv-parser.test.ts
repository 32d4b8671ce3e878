import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cellText, newBatch } from '../../../electron/engine/import/cells.ts';
import { CsvParser, type Delimiter } from '../../../electron/engine/import/containers/csv-parser.ts';

interface Parsed {
  readonly line: number;
  readonly cells: readonly (string | undefined)[];
  readonly problem?: string;
}

/** Parses bytes that arrive in blocks of the given sizes (the last size repeats). */
function parse(
  bytes: Uint8Array,
  columns: number,
  sizes: readonly number[] = [1 << 20],
  delimiter: Delimiter = ',',
  backslash = false,
): Parsed[] {
  const parser = new CsvParser({ delimiter, backslash }, columns);
  const batch = newBatch(columns, 3);
  const out: Parsed[] = [];
  const collect = () => {
    for (let row = 0; row < batch.rows; row++) {
      const problem = batch.problems.get(row);
      const cells = Array.from({ length: columns }, (_, c) => cellText(batch, row * columns + c));
      out.push(problem ? { line: batch.line[row], cells: [], problem } : { line: batch.line[row], cells });
    }
  };
  const drain = (last: boolean) => {
    while (parser.fill(batch, last)) collect();
    collect();
  };
  let at = 0;
  for (let i = 0; at < bytes.length; i++) {
    const size = sizes[Math.min(i, sizes.length - 1)];
    parser.push(bytes.subarray(at, at + size));
    at += size;
    drain(false);
  }
  drain(true);
  return out;
}

const utf8 = (text: string) => new TextEncoder().encode(text);
const cellsOf = (text: string, columns: number) => parse(utf8(text), columns).map(({ cells }) => cells);

test.each([
  ['LF', 'a,b\nc,d\n'],
  ['CRLF', 'a,b\r\nc,d\r\n'],
  ['CR', 'a,b\rc,d\r'],
  ['mixed, none at the end', 'a,b\r\n\n\rc,d'],
  ['a byte order mark on every record', '\ufeffa,b\n\ufeffc,d\n'],
  ['quotes', '"a","b"\n"c",d'],
])('records end with %s', (_, text) => {
  expect(cellsOf(text, 2)).toEqual([
    ['a', 'b'],
    ['c', 'd'],
  ]);
});

test('quoted cells hold delimiters, quotes and newlines, and lines are counted through them', () => {
  const parsed = parse(utf8('"a,1","say ""hi""\nthere"\r\nb,"x"\n'), 2);
  expect(parsed).toEqual([
    { line: 1, cells: ['a,1', 'say "hi"\nthere'] },
    { line: 3, cells: ['b', 'x'] },
  ]);
});

test('a quote inside an unquoted cell is a character, text behind a closing quote stays', () => {
  expect(cellsOf('5" disk,b\n"x"y,"a""b"z\n', 2)).toEqual([
    ['5" disk', 'b'],
    ['xy', 'a"bz'],
  ]);
});

test('a record with another number of cells is reported with both numbers', () => {
  expect(parse(utf8('a\na,b\na,b,c\n'), 2)).toEqual([
    { line: 1, cells: [], problem: '1 cells where the header has 2' },
    { line: 2, cells: ['a', 'b'] },
    { line: 3, cells: [], problem: '3 cells where the header has 2' },
  ]);
});

test('a quote that is never closed costs its own line only', () => {
  expect(parse(utf8('a,b\n"c,d\ne,f\ng,h\n'), 2)).toEqual([
    { line: 1, cells: ['a', 'b'] },
    { line: 2, cells: [], problem: 'A quote is opened and never closed' },
    { line: 3, cells: ['e', 'f'] },
    { line: 4, cells: ['g', 'h'] },
  ]);
});

test('bytes that are no UTF-8 are reported, not replaced', () => {
  const bytes = Buffer.concat([utf8('a,b\nc,'), Buffer.from([0xe9]), utf8('\ne,f\n')]);
  expect(parse(bytes, 2)).toEqual([
    { line: 1, cells: ['a', 'b'] },
    { line: 2, cells: [], problem: 'Bytes that are no UTF-8 text' },
    { line: 3, cells: ['e', 'f'] },
  ]);
});

const piece = fc.constantFrom(
  'a',
  'é',
  '"',
  '""',
  ',',
  '\n',
  '\r',
  '\r\n',
  '\ufeff',
  ' ',
  'x,y',
  '"q,\n"',
  '😀',
  '"",',
  '\\',
  '\\"',
);

test('the same bytes give the same records however they are cut', () => {
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 60 }),
      fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }),
      fc.boolean(),
      (pieces, sizes, backslash) => {
        const bytes = utf8(pieces.join(''));
        expect(parse(bytes, 2, sizes, ',', backslash)).toEqual(parse(bytes, 2, undefined, ',', backslash));
      },
    ),
    { numRuns: 3000, seed: 3 },
  );
});

test('what was written as CSV comes back, whatever it holds', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', ';', '\n', '\r', 'é', ' ', '\t', '|') });
  const delimiter = fc.constantFrom<Delimiter>(',', ';', '\t', '|');
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), delimiter, (rows, mark) => {
      const text = rows
        .map((row) => row.map((value) => `"${value.replaceAll('"', '""')}"`).join(mark))
        .join('\r\n');
      expect(parse(utf8(text), 2, [7], mark).map(({ cells }) => cells)).toEqual(rows);
    }),
    { numRuns: 1000, seed: 3 },
  );
});

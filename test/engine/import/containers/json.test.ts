import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newBatch } from '../../../../electron/engine/import/cells.ts';
import { JsonColumns } from '../../../../electron/engine/import/containers/json-columns.ts';
import { type JsonLayout, JsonParser } from '../../../../electron/engine/import/containers/json-parser.ts';
import { JsonRecordReader } from '../../../../electron/engine/import/containers/json-record.ts';
import { JsonScanner } from '../../../../electron/engine/import/containers/json-scanner.ts';
import { fileWith } from '../../support.ts';
import { type ReadRecord, readAll, recordsIn } from './read-all.ts';

const read = (text: string | Uint8Array) => readAll(fileWith(text));

test.each([
  ['NDJSON', '{"a":1,"b":"x"}\n\n{"a":2,"b":"y\u2028"}\r\n', [1, 3]],
  ['NDJSON', '{"a":1,"b":"x"}\n{"b":"y\u2028","a":2}', [1, 2]],
  ['JSON list', '\ufeff[\n {"a":1,"b":"x"},\n {\n"a":2,"b":"y\u2028"}\n]\n', [2, 3]],
  [
    'JSON list in "data"',
    '{"n":[{}],"data": [{"a":1,"b":"x"},{"a":2,"b":"y\u2028"}], "has_more": {"a":"]}"}}',
    [1, 1],
  ],
  ['JSON values', '{\n"a":1,"b":"x"\n}\n{\n"a":2,"b":"y\u2028"\n}\n', [1, 4]],
  ['JSON values', '{"a":1,"b":"x"}{"a":2,"b":"y\u2028"}', [1, 1]],
  ['JSON values', '{"a":1,\n"b":"x"}{"a":2,"b":"y\u2028"}', [1, 2]],
])('%s', async (name, text, lines) => {
  const { format, columns, records } = await read(text);
  expect(format).toBe(`${name}, UTF-8`);
  expect(columns).toEqual(['a', 'b']);
  expect(records).toEqual([
    { line: lines[0], cells: ['1', 'x'] },
    { line: lines[1], cells: ['2', 'y\u2028'] },
  ]);
});

test('nested objects are laid flat; numbers keep their digits, lists their JSON, null is absent', async () => {
  const { columns, rows } = await read(
    '{"a":{"b":{"c":12345678901234567890},"d":1.50},"e":[1, {"x":null}],"f":null,"g":true,"h":{},"i":"\\u00e9\\ud83d\\ude00\\n\\"","a.d":7}\n',
  );
  expect(Object.fromEntries(columns.map((name, i) => [name, rows[0][i]]))).toEqual({
    'a.b.c': '12345678901234567890',
    'a.d': '1.50',
    e: '[1, {"x":null}]',
    f: '',
    g: 'true',
    h: '{}',
    i: 'é😀\n"',
    'a.d (2)': '7',
  });
});

test('names like __proto__ are names, and of a key that is there twice the last stands', async () => {
  const { columns, rows } = await read(
    '{"__proto__":{"polluted":1},"constructor":{"prototype":{"x":1}},"id":7,"id":8}\n{"id":9}\n',
  );
  expect(columns).toEqual(['__proto__.polluted', 'constructor.prototype.x', 'id']);
  expect(rows[0]).toEqual(['1', '1', '8']);
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});

test('a broken line costs that line only, and says where', async () => {
  const { records } = await read(
    Buffer.concat([
      Buffer.from('{"id":1}\n{"id":2,\n[1]\n{"id":3}{"id":4}\n{"id":NaN}\n{"id":"\\ud800"}\n{"id":"'),
      Buffer.of(0xe9),
      Buffer.from(`"}\n${'{"id":5}\n'.repeat(20)}`),
    ]),
  );
  expect(records.slice(0, 8).map(({ line, problem, cells }) => [line, problem ?? cells[0]])).toEqual([
    [1, '1'],
    [2, 'The line ends inside the object'],
    [3, 'No JSON object'],
    [4, 'No valid JSON: more text behind the object, at byte 9 of the record'],
    [5, 'No valid JSON: something that is no value, at byte 7 of the record'],
    [6, 'No valid JSON: half a character in a string, at byte 8 of the record'],
    [7, 'Bytes that are no UTF-8 text'],
    [8, '5'],
  ]);
});

test('a broken element of a list costs itself, or its line; a list that is cut short is told', async () => {
  const { records } = await read('[{"id":1},{"id":01},{"id":2},7,\n{"id":3,\n{"id":4},\n{"id":5},{"id":');
  expect(records.map(({ line, problem, cells }) => [line, problem ?? cells[0]])).toEqual([
    [1, '1'],
    [1, 'No valid JSON: no valid number, at byte 7 of the record'],
    [1, '2'],
    [1, 'No JSON object'],
    [2, 'No valid JSON: something else than a key in quotes, at byte 10 of the record'],
    [3, '4'],
    [4, '5'],
    [4, 'The file ends inside this record'],
  ]);
  expect((await read('[{"id":1},\n')).records[1].problem).toContain('never closed');
  expect((await read('[{"id":1}] {"id":2}\n')).records[1].problem).toContain('behind the end');
  expect((await read('{"data":[{"id":1}]}')).records).toHaveLength(1);
});

test('nesting is followed to a depth of 200 and no further', async () => {
  const nested = (depth: number) => `{"id":1,"d":${'['.repeat(depth)}${']'.repeat(depth)}}`;
  const { records } = await read(`${nested(199)}\n${nested(200)}\n${nested(100_000)}\n`);
  expect(records.map(({ problem }) => problem?.slice(0, 38))).toEqual([
    undefined,
    'No valid JSON: nested deeper than 200,',
    'No valid JSON: nested deeper than 200,',
  ]);
  const objects = `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`;
  const deep = await read(`{"a":0}\n{"a":0}\n${objects}\n`);
  expect(deep.records[2].problem).toContain('nested deeper');
});

test('keys that come after the first 2,000 records are kept in a column of their own', async () => {
  const lines = Array.from({ length: 3000 }, (_, i) => `{"a":${i}}`);
  lines[2500] = '{"a":{"b":"x\\n"},"late \\"key\\"":[1],"late":12345678901234567890,"no":null}';
  const { columns, rows } = await read(lines.join('\n'));
  expect(columns).toEqual(['a', '(other)']);
  expect(rows).toHaveLength(3000);
  expect(rows[2499]).toEqual(['2499', '']);
  expect(rows[2500]).toEqual([
    '',
    '{"a.b":"x\\n","late \\"key\\"":[1],"late":12345678901234567890,"no":null}',
  ]);
});

test('keys that hold data do not become columns without end', async () => {
  const { columns, rows } = await read(
    `{${Array.from({ length: 1500 }, (_, i) => `"k${i}":${i}`).join(',')}}\n{"k0":1}\n`,
  );
  expect(columns).toHaveLength(1001);
  expect(Object.keys(JSON.parse(rows[0][1000] ?? ''))).toHaveLength(500);
});

test('a file that begins as JSON and holds no record is no log', async () => {
  for (const text of [
    '[]',
    '[1,2]',
    '{',
    '{}',
    '['.repeat(100_000),
    '{\n'.repeat(100_000),
    '[{"a":'.repeat(50_000),
  ])
    await expect(read(text)).rejects.toMatchObject({ code: 'NOT_A_LOG' });
});

function parse(bytes: Uint8Array, layout: JsonLayout, sizes: readonly number[]): ReadRecord[] {
  const columns = new JsonColumns();
  const learner = new JsonParser(layout, new JsonRecordReader(columns, -1), 1, '');
  learner.push(bytes);
  while (learner.fill(newBatch(1), true));
  const { names, other } = columns.freeze(false);
  const parser = new JsonParser(layout, new JsonRecordReader(columns, other), 1, 'no text');
  const batch = newBatch(names.length, 2);
  const out: ReadRecord[] = [];
  const drain = (last: boolean) => {
    while (parser.fill(batch, last)) out.push(...recordsIn(batch));
    out.push(...recordsIn(batch));
  };
  for (let at = 0, i = 0; at < bytes.length; at += sizes[i++ % sizes.length]) {
    parser.push(bytes.subarray(at, at + sizes[i % sizes.length]));
    drain(false);
  }
  drain(true);
  return out;
}

const layouts: JsonLayout[] = [
  { kind: 'lines' },
  { kind: 'values' },
  { kind: 'list', outer: 0 },
  { kind: 'list', outer: 1 },
];

test('the same bytes give the same records however they are cut', () => {
  const piece = fc.constantFrom(
    '{"a":1}',
    '{"a":"é\\n\\ud83d\\ude00","b":{"c":[1,{"d":"]}"}]}}',
    '{"a":-1.5e+3, "b" : null}',
    '12',
    '"x"',
    '{',
    '}',
    '[',
    ']',
    ',',
    '"',
    '\\',
    '\n',
    '\r\n',
    ' ',
    '\ufeff',
    '01',
    'tru',
  );
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 25 }),
      fc.constantFrom(...layouts),
      fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }),
      (pieces, layout, sizes) => {
        const bytes = Buffer.from(pieces.join(''));
        expect(parse(bytes, layout, sizes)).toEqual(parse(bytes, layout, [1 << 20]));
      },
    ),
    { numRuns: 3000, seed: 3 },
  );
});

/** What a record comes to, the slow way. */
function flat(value: Record<string, unknown>, path: string[] = []): [string, string][] {
  return Object.entries(value).flatMap(([key, held]): [string, string][] => {
    const at = [...path, key];
    if (held !== null && typeof held === 'object' && !Array.isArray(held) && Object.keys(held).length > 0)
      return flat(held as Record<string, unknown>, at);
    const text = held === null ? '' : typeof held === 'string' ? held : JSON.stringify(held);
    return [[JSON.stringify(at), text]];
  });
}

test('whatever is written as JSON comes back as JSON.parse reads it', async () => {
  const key = fc.constantFrom('a', 'b', 'c', 'é', '"', '__proto__', 'x y');
  const { record } = fc.letrec<{ value: unknown; record: Record<string, unknown> }>((tie) => ({
    value: fc.oneof(
      { depthSize: 'small' },
      fc.string({ unit: 'grapheme' }),
      fc.integer(),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.boolean(),
      fc.constant(null),
      fc.array(fc.integer(), { maxLength: 2 }),
      tie('record'),
    ),
    record: fc.dictionary(key, tie('value'), { maxKeys: 4 }) as fc.Arbitrary<Record<string, unknown>>,
  }));
  fc.assert(
    fc.property(
      fc.array(record, { minLength: 1, maxLength: 5 }),
      fc.constantFrom(0, 1),
      (records, indent) => {
        const text = indent
          ? records.map((r) => JSON.stringify(r, null, 1)).join('\n')
          : records.map((r) => JSON.stringify(r)).join('\n');
        const got = parse(Buffer.from(text), { kind: indent ? 'values' : 'lines' }, [1 << 20]);
        // Lists are kept as they are written.
        const set = (cells: readonly (string | undefined)[]) =>
          cells.flatMap((cell) => cell?.replaceAll(/\s/g, '') || []).sort();
        expect(got.map(({ cells }) => set(cells))).toEqual(
          records.map((r) => set(flat(r).map(([, cell]) => cell))),
        );
      },
    ),
    { numRuns: 1000, seed: 3 },
  );
});

test('the scanner takes exactly what JSON.parse takes, but halves of characters', () => {
  const piece = fc.constantFrom(
    ...'{}[]:,"\\ue0d8-+.1eE tfn/\n'.split(''),
    'true',
    'null',
    '"a":',
    '\\u',
    '\\ud83d\\ude00',
    '12',
  );
  const parses = (text: string) => {
    try {
      JSON.parse(text);
      return true;
    } catch {
      return false;
    }
  };
  const wellFormed = (text: string) => JSON.stringify(JSON.parse(text)).search(/\\ud[89a-f]/i) < 0;
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const text = `[${pieces.join('')}]`;
      const bytes = Buffer.from(text);
      const scanner = new JsonScanner();
      scanner.start(bytes, bytes.length);
      const taken = scanner.value(0, 0) === bytes.length;
      expect(taken).toBe(parses(text) && wellFormed(text));
    }),
    { numRuns: 20_000, seed: 3 },
  );
});

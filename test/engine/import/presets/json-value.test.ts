import { expect, test } from 'vitest';
import { jsonText, parseJson, parseNested } from '../../../../electron/engine/import/presets/json-value.ts';

const NUMBERS = [
  ...[
    '0',
    '-0',
    '-1',
    '7',
    '123456789012345',
    '1234567890123456',
    '5374205265901353984',
    '-9007199254740993',
  ],
  ...[
    '0.1',
    '1.0',
    '0.10',
    '-0.0',
    '0.00042',
    '0.0000001',
    '0.00001',
    '12.5',
    '123456.789',
    '1234.5678901234567',
  ],
  ...['1e3', '1E+20', '1.5e-7', '1e400', '100000.1', '1763690400.123456'],
];

test.each(NUMBERS)('the digits of %s are kept, wherever it stands', (number) => {
  for (const text of [`{"a":${number}}`, `{"a":[${number},${number}]}`, `{"a":{"b":${number}},"c":"x"}`]) {
    expect(jsonText(parseJson(text) as never)).toBe(text);
  }
  expect(jsonText(parseJson(`{ "a" : ${number} }`) as never)).toBe(`{"a":${number}}`);
});

test('only objects and lists are taken for JSON in a text; quotes doubled once too often are mended', () => {
  expect(['17', '"x"', 'true', '', 'x', '[1', '{'].map(parseNested)).toEqual(Array(7).fill(undefined));
  expect(parseNested(' {"a":"b"}')).toEqual({ a: 'b' });
  expect(parseNested('{""a"":[""b""]}')).toEqual({ a: ['b'] });
});

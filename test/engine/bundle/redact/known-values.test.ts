import { expect, test } from 'vitest';
import { KnownValues } from '../../../../electron/engine/bundle/redact/known-values.ts';

function knowing(...values: string[]): KnownValues {
  const known = new KnownValues();
  for (const value of values) known.add(value, `<${value.length}>`);
  return known;
}

test.each([
  ['seen with ac_1, then ac_1 again', ['ac_1'], 'seen with <4>, then <4> again'],
  ['ac_12 is another, xac_1 and ac_1_ too', ['ac_1'], 'ac_12 is another, xac_1 and ac_1_ too'],
  ['AC_1 in capitals', ['ac_1'], '<4> in capitals'],
  ['the longest wins: ac_1-b', ['ac_1', 'ac_1-b'], 'the longest wins: <6>'],
  ['inside of words: xfab-1234567y', ['fab-1234567'], 'inside of words: x<11>y'],
  ['customers of customer', ['customer'], 'customers of <8>'],
  ['4247 requests of account 4247, account:4247', ['4247'], '4247 requests of account <4>, account:<4>'],
  ['in a link: ac%201', ['ac 1'], 'in a link: <4>'],
  ['in JSON: {"a":"x\\"y1"}', ['x"y1'], 'in JSON: {"a":"<4>"}'],
  ['ab stays', ['ab'], 'ab stays'],
  ['müller-1 and MÜLLER-1', ['müller-1'], '<8> and MÜLLER-1'],
])('%s', (text, values, expected) => {
  expect(knowing(...values).replace(text)).toBe(expected);
});

test('of two replacements of one value the first holds', () => {
  const known = new KnownValues();
  known.add('shared', 'one');
  known.add('shared', 'other');
  expect(known.replace('shared')).toBe('one');
});

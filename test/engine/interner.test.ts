import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Interner } from '../../electron/engine/interner.ts';

const text = fc.string({ unit: 'binary', maxLength: 40 });
/** Few different ones, so that they come back, and such that differ in one character alone. */
const repeated = fc
  .tuple(fc.constantFrom('', 'a', 's_1', 'topic 1', 'topic 12'), fc.constantFrom('', 'x', 'y'))
  .map((parts) => parts.join(''));

test('equal texts have one number, which gives the text back', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(text, repeated), { maxLength: 200 }), fc.nat(3), (texts, shift) => {
      const interner = new Interner([1, 2]);
      const numbers = new Map<string, number>();
      for (const each of texts) {
        const encoded = Buffer.from(each);
        const bytes = Buffer.concat([Buffer.alloc(shift, 0x7a), encoded, Buffer.from('zz')]);
        const number = interner.intern(bytes, shift, shift + encoded.length);
        expect(number).toBe(numbers.get(encoded.toString('hex')) ?? numbers.size);
        numbers.set(encoded.toString('hex'), number);
        expect(interner.numberOf(bytes, shift, shift + encoded.length)).toBe(number);
      }
      const { bytes, ends } = interner;
      for (const [hex, number] of numbers) {
        const from = number === 0 ? 0 : ends[number - 1];
        expect(Buffer.from(bytes.subarray(from, ends[number])).toString('hex')).toBe(hex);
      }
    }),
    { numRuns: 200, seed: 4 },
  );
});

// Cases hold hashes made of these: they must come out the same for ever.
test.each([
  ['', -1434284792, 688755717],
  ['a', 159678100, -427521748],
  ['abc', -681338874, -818121068],
  ['abcd', -1764655540, 1948875028],
  ['req_00c0ffee1234', -1125368840, -563410198],
  ['ünïcode, 17 bytes', 519571064, -512835651],
])('the lanes of %j are what they were', (each, high, low) => {
  const interner = new Interner([123456789, 987654321]);
  const bytes = Buffer.from(`??${each}?`);
  interner.intern(bytes, 2, bytes.length - 1);
  expect([interner.high, interner.low]).toEqual([high, low]);
});

test('once nearly all texts were distinct, they are no longer looked for', () => {
  const interner = new Interner([1, 2]);
  const put = (each: string) => interner.intern(Buffer.from(each), 0, each.length);
  for (let i = 0; i < 2000; i++) put(`text ${i}`);
  interner.clear();
  expect([put('a'), put('b'), put('a')]).toEqual([0, 1, 2]);
  expect(Buffer.from(interner.bytes.subarray(0, interner.size)).toString()).toBe('aba');
});

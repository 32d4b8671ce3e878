import { expect, test } from 'vitest';
import { Sketcher, sketchDistance } from '../../../electron/engine/text/sketch.ts';

const encoder = new TextEncoder();

function sketchOf(text: string) {
  const bytes = encoder.encode(text);
  const sketcher = new Sketcher();
  sketcher.sketch(bytes, 0, bytes.length);
  return { high: sketcher.high, low: sketcher.low };
}

/** The definition, one bit at a time with whole numbers, beside the constants of the case format. */
function slowSketch(words: readonly string[]): { high: number; low: number } {
  const mix = (h: number) => {
    let x = BigInt.asUintN(32, BigInt(h));
    x = BigInt.asUintN(32, (x ^ (x >> 16n)) * 0x85ebca6bn);
    x = BigInt.asUintN(32, (x ^ (x >> 13n)) * 0xc2b2ae35n);
    return Number(x ^ (x >> 16n));
  };
  const mul = (a: number, b: number) => Number(BigInt.asUintN(32, BigInt(a) * BigInt(b)));
  const high = (word: string) =>
    encoder.encode(word).reduce((h, byte) => mul((h ^ byte) >>> 0, 0x01000193), 0x243f6a88);
  const low = (word: string) =>
    encoder
      .encode(word)
      .reduce((h, byte) => (mul((h ^ byte) >>> 0, 0x85ebca6b) ^ (h >>> 15)) >>> 0, 0x85a308d3);
  const runs: string[][] = [];
  for (let i = 0; i + 3 <= words.length; i++) runs.push(words.slice(i, i + 3));
  if (words.length > 0 && words.length < 3) runs.push([...words]);
  const half = (hash: (word: string) => number) => {
    const votes = new Array<number>(32).fill(0);
    for (const run of runs) {
      const hashes = [0, 0, 0, ...run.map(hash)].slice(-3);
      const sum = hashes.reduce((before, next) => (mul(before, 0x9e3779b1) + next) % 2 ** 32, 0);
      const bits = mix(sum);
      for (let k = 0; k < 32; k++) votes[k] += (bits >>> k) & 1;
    }
    return votes.reduce((sum, count, k) => (count > runs.length / 2 ? sum + 2 ** k : sum), 0);
  };
  return { high: half(high), low: half(low) };
}

test.each(['', 'one', 'one two', 'one two three', 'a b c d e f g a b c', 'x '.repeat(500).trim()])(
  '%j is sketched as defined',
  (text) => {
    expect(sketchOf(text)).toEqual(slowSketch(text.split(' ').filter((word) => word !== '')));
  },
);

test('a sketch never changes: case files hold them', () => {
  expect(sketchOf('Explain the theorem of Pythagoras step by step.')).toEqual({
    high: 2583703952,
    low: 2013840284,
  });
});

const TEXT =
  'You are a careful tutor. Read the following problem, think about it step by step, write down every step of ' +
  'your reasoning with the rule you applied, and then state the final answer on a line of its own. Do not skip ' +
  'any step even when it seems obvious, and give the confidence you have in the answer as a number.';

test('case, white space, width and invisible characters make no difference', () => {
  const sketch = sketchOf(TEXT);
  expect(sketchOf(TEXT.toUpperCase())).toEqual(sketch);
  expect(sketchOf(`\n${TEXT.replaceAll(' ', '  \t')}\r\n`)).toEqual(sketch);
  expect(sketchOf(TEXT.replace('careful', 'ｃａｒｅｆｕｌ'))).toEqual(sketch);
  expect(sketchOf(TEXT.replace('problem', 'prob\u200blem'))).toEqual(sketch);
});

test('a small edit stays near, another text is far', () => {
  const sketch = sketchOf(TEXT);
  const edited = sketchOf(TEXT.replace('final answer', 'last answer'));
  expect(sketchDistance(sketch, edited)).toBeGreaterThan(0);
  expect(sketchDistance(sketch, edited)).toBeLessThan(14);
  const other = sketchOf(
    'Write a Python function that reads a CSV file of invoices, groups the rows by customer, sums the amounts in ' +
      'cents, and prints a table sorted by the largest sum first; handle missing values by counting them apart.',
  );
  expect(sketchDistance(sketch, other)).toBeGreaterThan(20);
});

test('unrelated texts differ in half of the bits on average', () => {
  const sketches = Array.from({ length: 60 }, (_, i) =>
    sketchOf(Array.from({ length: 40 }, (_, k) => `w${(i * 7919 + k * 104729) % 100003}`).join(' ')),
  );
  let sum = 0;
  let pairs = 0;
  for (let i = 0; i < sketches.length; i++)
    for (let j = 0; j < i; j++) {
      sum += sketchDistance(sketches[i], sketches[j]);
      pairs++;
    }
  expect(sum / pairs).toBeGreaterThan(30);
  expect(sum / pairs).toBeLessThan(34);
});

test('the distance counts the bits that differ', () => {
  expect(sketchDistance({ high: 0, low: 0 }, { high: 0xffffffff, low: 0xffffffff })).toBe(64);
  expect(sketchDistance({ high: 0b1011, low: 1 }, { high: 0b0010, low: 0 })).toBe(3);
});

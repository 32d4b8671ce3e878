import type { Rng } from '../../../electron/engine/rng.ts';

/** Texts that have broken programs before. */
export const NASTY: readonly string[] = [
  '',
  ' ',
  '\0',
  '\ufeff',
  '\ud800',
  '\udfff\ud800',
  '\u202e\u2066',
  '\u2028',
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'then',
  'null',
  'NaN',
  '-Infinity',
  '1e999',
  '-0',
  '9007199254740993',
  '99999999999999999999999999999999',
  '0x7fffffff',
  '2026-13-45T99:99:99.999999999999Z',
  '0000-00-00T00:00:00Z',
  '+275760-09-13T00:00:00.001Z',
  '-271821-04-19T23:59:59Z',
  '253402300800',
  '31/02/2026 25:61',
  'Sep 31 2026 24:00:60 +99:99',
  '45000.999999999',
  '=cmd|\u0027/c calc\u0027!A1',
  '<img src=x onerror=alert(1)>',
  "'; DROP TABLE request; --",
  '%00%ff%c0%80',
  '../../../../etc/passwd',
  'C:\\Windows\\win.ini',
  '::ffff:1.2.3.4%eth0',
  '1.2.3.4/33',
  'a@b@c',
  'x'.repeat(1001),
  'İıſßẞ',
  'a\u0301'.repeat(300),
  '👨‍👩‍👧‍👦'.repeat(50),
  '\\u0000\\ud800',
  '"',
  '""',
  '"\n"',
  '\r',
];

/** Pieces that regular expressions loop over when they are written carelessly. */
const LOOPS: readonly string[] = [
  'a',
  ' ',
  '\t',
  '0',
  '-',
  '.',
  ',',
  ':',
  '/',
  '(',
  '[[',
  ']]',
  '"',
  '\\',
  '%',
  '*',
  'é',
];

/** A text of some thousand letters that repeats something. */
export function looping(rng: Rng, most = 20_000): string {
  const piece = Array.from({ length: rng.int(1, 3) }, () => rng.pick(LOOPS)).join('');
  return (
    piece.repeat(Math.max(1, Math.floor(rng.int(1, most) / piece.length))) +
    rng.pick(['', '!', '\n', 'x', ']', '"'])
  );
}

/** A word: one of these, a nasty one, or one that repeats. */
export function hostileWord(rng: Rng, words: readonly string[]): string {
  const kind = rng.float();
  if (kind < 0.5) return rng.pick(words);
  return kind < 0.93 ? rng.pick(NASTY) : looping(rng, 3000);
}

/** The text with a few pieces cut, doubled, exchanged or put in. */
export function mutateText(rng: Rng, seed: string, words: readonly string[]): string {
  let text = seed;
  for (let left = rng.chance(0.5) ? 1 : rng.int(2, 5); left > 0; left--) {
    const at = rng.int(0, text.length);
    const end = Math.min(text.length, at + rng.int(0, rng.chance(0.8) ? 8 : text.length));
    const middle = text.slice(at, end);
    const put = rng.pick([
      () => '',
      () => middle + middle,
      () => hostileWord(rng, words),
      () => middle + hostileWord(rng, words),
      () => String.fromCharCode(rng.chance(0.8) ? rng.int(0, 0x7f) : rng.int(0x80, 0xffff)),
      () => [...middle].reverse().join(''),
      () => middle.toUpperCase(),
      () => middle.repeat(rng.int(2, 40)),
    ])();
    text = text.slice(0, at) + put + text.slice(end);
  }
  return text.slice(0, 60_000);
}

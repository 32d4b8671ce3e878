import fc from 'fast-check';
import { expect, test } from 'vitest';
import { guessingTime, isTooWeak, passphraseQuality } from '../../../renderer/ui/passphrase-quality.ts';
import { PASSPHRASE_WORDS } from '../../../renderer/ui/passphrase-words.ts';
import { SUGGESTED_BITS, suggestPassphrase } from '../../../renderer/ui/suggest-passphrase.ts';

const wordOf = (passphrase: string) => passphraseQuality(passphrase).word;

test.each([
  ['', 'weak'],
  ['short', 'weak'],
  ['Passw0rd1', 'weak'],
  ['aaaaaaaaaaaaaaaaaaaa', 'weak'],
  ['12345678901234567890', 'weak'],
  ['abcdefghijklmnop', 'weak'],
  ['word word word word word word', 'weak'],
  ['P@ssw0rd2026!', 'weak'],
  ['qwertyuiop[]', 'weak'],
  ['1qaz2wsx3edc', 'weak'],
  ['drowssap', 'weak'],
  ['Summer2024!', 'weak'],
  ['03.11.1987', 'weak'],
  ['iloveyou iloveyou iloveyou', 'weak'],
  ['abcABCabc123', 'weak'],
  ['investigation case 2026', 'weak'],
  ['correct horse battery', 'weak'],
  ['orchard lantern pebble sixpence', 'fair'],
  ['orchard lantern pebble walnut gazebo', 'good'],
  ['orchard lantern pebble walnut gazebo otter thimble', 'strong'],
  ['x7#Qp2!vL9@wR4$mT8', 'strong'],
])('%o is %s', (passphrase, word) => {
  expect(wordOf(passphrase)).toBe(word);
});

test('a person is warned of what is weak or fair, of nothing else', () => {
  for (const text of ['short', 'orchard lantern pebble sixpence'])
    expect(isTooWeak(passphraseQuality(text))).toBe(true);
  expect(isTooWeak(passphraseQuality('orchard lantern pebble walnut gazebo'))).toBe(false);
});

test('it never counts more than its characters could hold, and more words never less', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 60 }), fc.string({ maxLength: 20 }), (one, other) => {
      const { bits } = passphraseQuality(one);
      expect(bits).toBeGreaterThanOrEqual(0);
      expect(bits).toBeLessThanOrEqual(Math.ceil([...one].length * Math.log2(100)) + 1);
      expect(passphraseQuality(`${one} ${other}`).bits + 1).toBeGreaterThanOrEqual(bits);
    }),
  );
});

test('what makes it easy is named', () => {
  expect(passphraseQuality('Summer2024').because.toSorted()).toEqual(['common', 'date']);
  expect(passphraseQuality('asdfghjkl').because).toEqual(['keys']);
  expect(passphraseQuality('zzzzzzzz').because).toEqual(['repeat']);
  expect(passphraseQuality('mnopqrs').because).toEqual(['sequence']);
  expect(passphraseQuality('vGq8#w').because).toEqual([]);
});

test('a suggested one is six words of the list, drawn evenly, and is told to be worth what it is', () => {
  expect(new Set(PASSPHRASE_WORDS).size).toBe(1024);
  expect(PASSPHRASE_WORDS.every((word) => /^[a-z]{3,12}$/.test(word))).toBe(true);
  expect(SUGGESTED_BITS).toBe(60);
  const numbers = [0, 1, 1023, 1024, 65_535, 512];
  expect(suggestPassphrase((array) => array.set(numbers)).split(' ')).toEqual(
    numbers.map((number) => PASSPHRASE_WORDS[number % 1024]),
  );
  const some = Array.from({ length: 50 }, () => suggestPassphrase());
  expect(new Set(some).size).toBe(50);
  for (const text of some) {
    const { bits } = passphraseQuality(text);
    expect(bits).toBeGreaterThan(50);
    expect(bits).toBeLessThanOrEqual(60);
  }
});

test('how long guessing takes is told in steps', () => {
  expect([10, 20, 25, 30, 35, 40, 45, 60].map(guessingTime)).toEqual([
    'less than a second',
    'seconds',
    'minutes',
    'hours',
    'days',
    'months',
    'years',
    'centuries',
  ]);
});

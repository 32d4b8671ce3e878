import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isTooWeak, passphraseQuality } from '../../../renderer/ui/passphrase-quality.ts';

const wordOf = (passphrase: string) => passphraseQuality(passphrase).word;

test.each([
  ['', 'weak'],
  ['short', 'weak'],
  ['Passw0rd1', 'weak'],
  ['aaaaaaaaaaaaaaaaaaaa', 'weak'],
  ['12345678901234567890', 'weak'],
  ['abcdefghijklmnop', 'weak'],
  ['word word word word word word', 'weak'],
  ['correct horse battery', 'fair'],
  ['correct horse battery staple', 'good'],
  ['correct horse battery staple orchard lantern', 'strong'],
  ['x7#Qp2!vL9@wR4$mT8', 'strong'],
])('%o is %s', (passphrase, word) => {
  expect(wordOf(passphrase)).toBe(word);
});

test('a person is warned of what is weak or fair, of nothing else', () => {
  expect(['short', 'correct horse battery'].map((text) => isTooWeak(passphraseQuality(text)))).toEqual([
    true,
    true,
  ]);
  expect(isTooWeak(passphraseQuality('correct horse battery staple'))).toBe(false);
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

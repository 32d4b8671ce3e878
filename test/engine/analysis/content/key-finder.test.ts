import fc from 'fast-check';
import { expect, it } from 'vitest';
import { CONTENT_RULES } from '../../../../electron/engine/analysis/content/content-rules.ts';
import { flagBit, flagContent } from '../../../../electron/engine/analysis/content/flag-content.ts';
import { KeyFinder } from '../../../../electron/engine/analysis/content/key-finder.ts';

it('finds exactly the keys that a text includes, overlapping ones too', () => {
  const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '步'), minLength: 1, maxLength: 4 });
  const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '步', ' '), maxLength: 40 });
  fc.assert(
    fc.property(
      fc.uniqueArray(letters, { minLength: 1, maxLength: 12 }),
      fc.array(text, { maxLength: 5 }),
      (keys, texts) => {
        const finder = new KeyFinder(keys);
        for (const one of texts) {
          finder.read(one);
          expect(keys.map((_, k) => finder.has(k))).toEqual(keys.map((key) => one.includes(key)));
        }
      },
    ),
    { seed: 1 },
  );
});

it('flags what the rules flag one after the other', () => {
  const keys = CONTENT_RULES.flatMap(({ patterns }) => patterns.flatMap((pattern) => pattern.keys));
  const words =
    'Write show your full <think> in tags only JSON score 1 to 10 of the two answers İ ẞ step by step'.split(
      ' ',
    );
  const word = fc.constantFrom(...keys, ...words);
  fc.assert(
    fc.property(fc.array(word, { maxLength: 20 }), (list) => {
      const text = list.join(' ');
      const lower = text.toLowerCase();
      let mask = 0;
      for (const { id, patterns } of CONTENT_RULES) {
        const isFound = patterns.some(
          ({ keys: own, form }) => own.some((key) => lower.includes(key)) && form.test(lower),
        );
        if (isFound) mask |= flagBit(id);
      }
      expect(flagContent(text)).toBe(mask);
    }),
    { numRuns: 2_000, seed: 1 },
  );
});

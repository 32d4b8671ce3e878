import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mentionOf, textParts } from '../../shared/mentions.ts';
import { parseReference, type Reference } from '../../shared/reference.ts';

test('mentions are told from the text around them', () => {
  expect(textParts('See [[account:ac_1]] and [[operator:O-3]].')).toEqual([
    { text: 'See ' },
    { text: '[[account:ac_1]]', reference: { kind: 'account', account: 'ac_1' } },
    { text: ' and ' },
    { text: '[[operator:O-3]]', reference: { kind: 'operator', operator: 'O-3' } },
    { text: '.' },
  ]);
  expect(textParts('')).toEqual([]);
});

test('what spells no reference stays text, in one piece with what is around it', () => {
  for (const text of [
    'a [[nothing]] b',
    '[[]]',
    '[[account:]]',
    '[[account:x',
    'account:x]]',
    '[account:x]',
    '[[range:2-1@account:x]]',
  ])
    expect(textParts(text)).toEqual([{ text }]);
  expect(textParts('[[ [[account:x]]]]').map(({ text }) => text)).toEqual(['[[ ', '[[account:x]]', ']]']);
  expect(textParts('[[account:two\nlines]]')).toMatchObject([{ reference: { account: 'two\nlines' } }]);
});

test('a name whose brackets would end its mention has none', () => {
  expect(mentionOf({ kind: 'account', account: 'a[0]b' })).toBe('[[account:a[0]b]]');
  expect(mentionOf({ kind: 'account', account: 'a]' })).toBeNull();
  expect(mentionOf({ kind: 'account', account: 'a]]b' })).toBeNull();
  expect(mentionOf({ kind: 'account', account: 'a[[b' })).toBeNull();
  expect(mentionOf({ kind: 'link', a: 'a]]', b: '[[b' })).toBe('[[link:%5B%5Bb/a%5D%5D]]');
});

const piece = fc.oneof(
  fc.constantFrom('[', ']', '[[', ']]', 'account:', 'link:a/b', 'case:', '\n', '%5D', '\ud800'),
  fc.string({ unit: 'binary' }),
);
const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));

test('the parts of any text are the text again, and every reference is one', () => {
  fc.assert(
    fc.property(text, (whole) => {
      const parts = textParts(whole);
      expect(parts.map((part) => part.text).join('')).toBe(whole);
      parts.forEach((part, i) => {
        expect(part.text).not.toBe('');
        if ('reference' in part) expect(parseReference(part.text.slice(2, -2))).toEqual(part.reference);
        else if (i > 0) expect('reference' in parts[i - 1]).toBe(true);
      });
    }),
  );
});

test('a mention is found again in any text that ends before it', () => {
  const plain = fc.string().map((before) => before.replaceAll(/[[\]]/g, ''));
  const names = fc.string({ unit: 'binary', minLength: 1 });
  const references: fc.Arbitrary<Reference> = fc.oneof(
    names.map((account) => ({ kind: 'account' as const, account })),
    fc.tuple(names, names).map(([account, session]) => ({
      kind: 'session' as const,
      account: account.toWellFormed(),
      session: session.toWellFormed(),
    })),
  );
  fc.assert(
    fc.property(plain, references, plain, (before, reference, after) => {
      const mention = mentionOf(reference);
      const spelt = reference.kind === 'account' ? reference.account : '';
      if (mention === null) return expect(spelt).toMatch(/\[\[|\]\]|\]$/);
      const found = textParts(before + mention + after).flatMap((part) =>
        'reference' in part ? [part.reference] : [],
      );
      expect(found).toEqual([reference]);
    }),
  );
});

test('a long text of nothing but brackets is read in one pass', () => {
  const hostile = '[['.repeat(200_000);
  expect(textParts(hostile)).toEqual([{ text: hostile }]);
});

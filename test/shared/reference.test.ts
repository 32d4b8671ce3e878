import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  accountOfReference,
  formatReference,
  parseReference,
  type Reference,
  type Subject,
} from '../../shared/reference.ts';

const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 });
const subject: fc.Arbitrary<Subject> = fc.oneof(
  fc.record({ kind: fc.constant('account' as const), account: name }),
  fc.record({ kind: fc.constant('operator' as const), operator: name }),
  fc.record({ kind: fc.constant('organisation' as const), organisation: name }),
  fc.constant({ kind: 'case' as const }),
);
const reference: fc.Arbitrary<Reference> = fc.oneof(
  subject,
  fc.record({ kind: fc.constant('topic' as const), topic: name }),
  fc.record({ kind: fc.constant('template' as const), template: name }),
  fc.record({
    kind: fc.constant('identifier' as const),
    identifier: fc.constantFrom('ip', 'card_bin'),
    value: name,
  }),
  fc
    .tuple(name, name)
    .filter(([a, b]) => a !== b)
    .map(([one, other]) => {
      const [a, b] = [one, other].sort();
      return { kind: 'link' as const, a, b };
    }),
  fc.record({ kind: fc.constant('session' as const), account: name, session: name }),
  fc.record({
    kind: fc.constant('request' as const),
    source: fc.constant('0f'.repeat(32)),
    row: fc.nat().map((n) => n + 1),
  }),
  fc
    .record({ kind: fc.constant('range' as const), fromUs: fc.integer(), toUs: fc.integer(), of: subject })
    .map((range) => ({
      ...range,
      toUs: range.fromUs + 1 + Math.abs(range.toUs % 1000),
    })),
);

test('every reference is read back as it was written', () => {
  fc.assert(
    fc.property(reference, (one) => {
      expect(parseReference(formatReference(one))).toEqual(one);
    }),
  );
});

test('what names nothing is none', () => {
  const none = [
    '',
    'account:',
    'operator',
    'request:ab/1',
    'range:5-5@account:a',
    'range:1-2@topic:x',
    'link:a/a',
  ];
  for (const text of [...none, 'link:a', 'session:%/b', 'identifier:ip', 'planet:mars'])
    expect(parseReference(text)).toBeUndefined();
});

test('both ends of a link may be named in any order', () => {
  expect(formatReference({ kind: 'link', a: 'z/1', b: 'a 2' })).toBe('link:a%202/z%2F1');
  expect(parseReference('link:z/a')).toEqual({ kind: 'link', a: 'a', b: 'z' });
});

test('a reference tells its account where it has one', () => {
  const of = { kind: 'account' as const, account: 'ac_1' };
  expect(accountOfReference({ kind: 'range', fromUs: 0, toUs: 1, of })).toBe('ac_1');
  expect(accountOfReference({ kind: 'operator', operator: 'O-1' })).toBeNull();
});

import { expect, test } from 'vitest';
import { KINDS } from '../../electron/engine/analysis/links/kinds.ts';
import { kindWords, oneOfKind } from '../../shared/evidence-kinds.ts';

test('kinds have a name of their own, with its article in a sentence', () => {
  expect(['ip', 'asn', 'organization', 'template'].map(oneOfKind)).toEqual([
    'an IP address',
    'a network (ASN)',
    'an organisation',
    'a prompt template',
  ]);
  expect(['api_key', 'parameters'].map(kindWords)).toEqual(['API key', 'set of request parameters']);
});

test('a kind without a name stands as it is', () => {
  expect(['new_kind', 'other_kind', 'toString'].map(oneOfKind)).toEqual([
    'a new kind',
    'an other kind',
    'a toString',
  ]);
  expect(kindWords('toString')).toBe('toString');
});

test('no two kinds of the engine have one name, and none is left with its code', () => {
  const kinds = Object.keys(KINDS);
  const names = kinds.map(kindWords);
  expect(new Set(names).size).toBe(kinds.length);
  // What is its own name reads as it is written.
  const unnamed = kinds.filter((kind) => kindWords(kind) === kind.replaceAll('_', ' '));
  expect(unnamed.sort()).toEqual([
    'device',
    'end_user',
    'header_fingerprint',
    'payment_fingerprint',
    'registration_batch',
  ]);
});

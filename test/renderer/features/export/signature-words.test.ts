import { expect, test } from 'vitest';
import { signatureWords, stampWords } from '../../../../renderer/features/export/signature-words.ts';

const KEY = { publicKey: 'RW', fingerprint: 'ab', comment: 'A. Signer' };

test('only a signature by the expected key speaks for the origin of a bundle', () => {
  const weight = (state: 'unknown' | 'expected' | 'other') => signatureWords({ state, ...KEY }).weight;
  expect(weight('expected')).toBe('holds');
  expect(signatureWords({ state: 'expected', ...KEY }, true).weight).toBe('holds');
  expect(signatureWords({ state: 'unknown', ...KEY }, true).weight).toBe('open');
  expect(weight('unknown')).toBe('open');
  expect(weight('other')).toBe('fails');
  expect(signatureWords({ state: 'none' }).weight).toBe('open');
  expect(signatureWords({ state: 'broken' }).weight).toBe('fails');
});

test('five states are told apart', () => {
  const heads = [
    signatureWords({ state: 'none' }),
    signatureWords({ state: 'broken' }),
    ...(['unknown', 'expected', 'other'] as const).map((state) => signatureWords({ state, ...KEY })),
  ].map(({ head }) => head);
  expect(new Set(heads).size).toBe(5);
});

test('a time stamp never counts as trusted', () => {
  const stamped = {
    state: 'stamped',
    timeUs: 0,
    authority: 'x',
    issuer: 'y',
    certificateSha256: '00',
  } as const;
  expect(stampWords(stamped).weight).toBe('open');
  expect(stampWords({ state: 'broken' }).weight).toBe('fails');
});

import { expect, test } from 'vitest';
import {
  chanceWords,
  evidenceWords,
  falseMatchWords,
  likenessWords,
} from '../../../../renderer/features/sharing/overlap-words.ts';

const OVERLAP = { unit: 'u1', here: 'x', accounts: [], ofAccounts: 0, likeness: 0.62 };

test('identifiers are equal, other evidence is alike', () => {
  const identifier = {
    ...OVERLAP,
    evidence: 'identifier',
    kind: 'payment_fingerprint',
    likeness: 1,
  } as const;
  expect([evidenceWords(identifier), likenessWords(identifier)]).toEqual(['Payment fingerprint', 'equal']);
  const timing = { ...OVERLAP, evidence: 'timing', kind: '' } as const;
  expect([evidenceWords(timing), likenessWords(timing)]).toEqual(['hours of activity', '62.0 %']);
});

test('chance is told as a number of identifiers', () => {
  expect(chanceWords({ here: 1200, there: 7, expected: 4e-16 })).toContain(
    'Practically none of them would be equal',
  );
  expect(chanceWords({ here: 1200, there: 7, expected: 0.25 })).toContain('about 0.25 of them');
  expect(chanceWords({ here: 1e6, there: 1e6, expected: 54.4 })).toContain('about 54 of them');
  expect(chanceWords({ here: 0, there: 7, expected: 0 })).toContain('No identifiers were compared');
});

test('false matches are shares of the pairs compared, and none compared is said', () => {
  expect(falseMatchWords({ pairs: 200, matched: { identifier: 0, template: 3, timing: 50 } })).toContain(
    '0 % by an identifier, 1.5 % by wording, 25.0 % by hours of activity',
  );
  expect(falseMatchWords({ pairs: 0, matched: { identifier: 0, template: 0, timing: 0 } })).toContain(
    'was not measured',
  );
});

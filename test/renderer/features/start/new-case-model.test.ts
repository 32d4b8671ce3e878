import { expect, test } from 'vitest';
import {
  HANDLING_MEANS,
  type NewCase,
  newCaseErrors,
} from '../../../../renderer/features/start/new-case-model.ts';
import { HANDLING } from '../../../../shared/contract/cases.ts';

const good: NewCase = {
  name: 'Orchard',
  reference: '',
  handling: 'TLP:AMBER',
  timeZone: 'Europe/Berlin',
  author: 'Mara',
  encrypted: true,
  passphrase: 'correct horse battery',
  again: 'correct horse battery',
};

test('a complete form has no errors', () => {
  expect(newCaseErrors(good)).toEqual({});
  expect(newCaseErrors({ ...good, encrypted: false, passphrase: '', again: '' })).toEqual({});
});

test.each([
  [{ name: '  ' }, 'name'],
  [{ author: '' }, 'author'],
  [{ timeZone: 'Atlantis' }, 'timeZone'],
  [{ passphrase: 'short', again: 'short' }, 'passphrase'],
  [{ again: 'correct horse batterz' }, 'again'],
])('%o is said at the field', (change, field) => {
  expect(Object.keys(newCaseErrors({ ...good, ...change }))).toEqual([field]);
});

test('every marking is explained', () => {
  expect(Object.keys(HANDLING_MEANS).sort()).toEqual([...HANDLING].sort());
});

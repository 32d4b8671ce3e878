import { expect, test } from 'vitest';
import { type NewCase, newCaseErrors } from '../../../../renderer/features/start/new-case-model.ts';

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

test('a complete form has no errors, and a short passphrase is none', () => {
  expect(newCaseErrors(good)).toEqual({});
  expect(newCaseErrors({ ...good, passphrase: 'short', again: 'short' })).toEqual({});
  expect(newCaseErrors({ ...good, encrypted: false, passphrase: '', again: '' })).toEqual({});
});

test.each([
  [{ name: '  ' }, 'name'],
  [{ author: '' }, 'author'],
  [{ timeZone: 'Atlantis' }, 'timeZone'],
  [{ passphrase: '', again: '' }, 'passphrase'],
  [{ again: 'correct horse batterz' }, 'again'],
])('%o is said at the field', (change, field) => {
  expect(Object.keys(newCaseErrors({ ...good, ...change }))).toEqual([field]);
});

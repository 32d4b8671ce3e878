import { expect, test } from 'vitest';
import { passphraseErrors } from '../../../../renderer/features/settings/passphrase-model.ts';

const form = { current: 'old', next: 'new', again: 'new' };
const fields = (...asked: Parameters<typeof passphraseErrors>) => Object.keys(passphraseErrors(...asked));

test('what is complete has no errors, however short', () => {
  expect(passphraseErrors('change', form)).toEqual({});
  expect(passphraseErrors('add', { ...form, current: '' })).toEqual({});
  expect(passphraseErrors('remove', { current: 'old', next: '', again: '' })).toEqual({});
});

test('what is missing or differs is said at its field', () => {
  expect(fields('change', { ...form, current: '' })).toEqual(['current']);
  expect(fields('change', { ...form, again: 'nww' })).toEqual(['again']);
  expect(fields('add', { current: '', next: '', again: '' })).toEqual(['next']);
  expect(fields('remove', { current: '', next: '', again: '' })).toEqual(['current']);
});

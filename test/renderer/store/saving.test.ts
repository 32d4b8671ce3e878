import { beforeEach, expect, test } from 'vitest';
import { savedWords } from '../../../renderer/frame/saved-words.ts';
import { fieldToSave, forgetSaving, useSaving, watchWrite } from '../../../renderer/store/saving.ts';
import { StillwatchError } from '../../../shared/contract/errors.ts';

const words = (readOnly = false) =>
  savedWords(useSaving.getState(), 'UTC', readOnly).replace(/\d\d:\d\d/, 'hh:mm');
const full = new StillwatchError('DISK_FULL', 'The disk is full. Nothing was changed.');

beforeEach(forgetSaving);

test('a write is on its way until it is answered, and several until the last is', async () => {
  expect(words()).toBe('saved');
  const answers: (() => void)[] = [];
  const write = () => watchWrite(new Promise<void>((resolve) => answers.push(resolve)));
  const writes = [write(), write()];
  expect(words()).toBe('saving …');
  answers[0]();
  await writes[0];
  expect(words()).toBe('saving …');
  answers[1]();
  await writes[1];
  expect(words()).toBe('saved hh:mm UTC');
  expect(words(true)).toBe('read only');
});

test('a write that was refused is told, with why, until something was written', async () => {
  await expect(watchWrite(Promise.reject(full))).rejects.toBe(full);
  expect(words()).toBe('not saved: The disk is full. Nothing was changed.');
  await watchWrite(Promise.resolve());
  expect(words()).toBe('saved hh:mm UTC');
  await watchWrite(Promise.reject(new StillwatchError('CANCELLED', 'Cancelled.'))).catch(() => undefined);
  expect(words()).toBe('saved hh:mm UTC');
});

test('a field that waits for a pause is not saved yet, and one whose text was refused stays so', async () => {
  const [one, other] = [fieldToSave(), fieldToSave()];
  one('waiting');
  one('waiting');
  other('waiting');
  one(null);
  expect(words()).toBe('saving …');
  other(null);
  expect(words()).toBe('saved');
  await watchWrite(Promise.reject(full)).catch(() => undefined);
  one('refused');
  await watchWrite(Promise.resolve());
  expect(words()).toBe('not saved: The disk is full. Nothing was changed.');
  one('waiting');
  one(null);
  expect(words()).toBe('saved hh:mm UTC');
});

test('a text that no call refused is told too', () => {
  const field = fieldToSave();
  field('refused');
  expect(words()).toBe('not saved: a field says why');
  field(null);
  expect(words()).toBe('saved');
});

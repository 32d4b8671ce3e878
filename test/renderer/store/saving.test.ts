import { beforeEach, expect, test } from 'vitest';
import { savedWords } from '../../../renderer/frame/saved-words.ts';
import { countFields, forgetSaving, useSaving, watchWrite } from '../../../renderer/store/saving.ts';
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

test('a refusal tells of the file alone, or may tell of what is in the case', async () => {
  await watchWrite(Promise.reject(full)).catch(() => undefined);
  expect(useSaving.getState().failureOfFile).toBe(true);
  const gone = new StillwatchError('NOT_FOUND', 'There is no finding of that name.');
  await watchWrite(Promise.reject(gone)).catch(() => undefined);
  expect(useSaving.getState().failureOfFile).toBe(false);
});

test('what fields hold counts as not saved, and why stays said as long as the case refuses one', async () => {
  countFields(1, 0);
  expect(words()).toBe('saving …');
  await watchWrite(Promise.reject(full)).catch(() => undefined);
  countFields(1, 1);
  const again = watchWrite(Promise.resolve());
  // Its words are a button, and must not change under the hand that presses it.
  expect(words()).toBe('not saved: The disk is full. Nothing was changed.');
  await again;
  expect(words()).toBe('not saved: The disk is full. Nothing was changed.');
  countFields(0, 0);
  expect(words()).toBe('saved hh:mm UTC');
  forgetSaving();
  countFields(0, 1);
  expect(words()).toBe('not saved');
  countFields(0, 0);
});

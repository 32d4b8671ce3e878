import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useSaving } from '../../../renderer/store/saving.ts';
import {
  dropUnsaved,
  heldValue,
  hold,
  isHeld,
  letGo,
  saveAll,
  saveHeld,
  startUnsaved,
  useUnsaved,
} from '../../../renderer/store/unsaved.ts';

const REASONING = { of: 'finding:1', what: 'Reasoning of a finding' };
const OTHER = { of: 'finding:2', what: 'Reasoning of a finding' };
const refused = () => useUnsaved.getState().refused.map(({ value }) => value);

/** What the case was given to write, each with how to answer it. */
const written: { value: unknown; answer: (taken: boolean) => void }[] = [];
const write = (value: unknown) => new Promise<boolean>((resolve) => written.push({ value, answer: resolve }));
const values = () => written.map(({ value }) => value);

beforeEach(() => {
  vi.useFakeTimers();
  dropUnsaved();
  written.length = 0;
});
afterEach(() => vi.useRealTimers());

test('a text is written after its pause, once, and the last that was typed', async () => {
  hold(REASONING, 'a', write, 600);
  await vi.advanceTimersByTimeAsync(599);
  hold(REASONING, 'ab', write, 600);
  await vi.advanceTimersByTimeAsync(599);
  expect(values()).toEqual([]);
  expect(useSaving.getState()).toMatchObject({ waiting: 1, refused: 0 });
  await vi.advanceTimersByTimeAsync(1);
  void saveHeld(REASONING);
  void saveAll();
  expect(values()).toEqual(['ab']);
  written[0].answer(true);
  await saveAll();
  expect(isHeld(REASONING)).toBe(false);
  expect(useSaving.getState()).toMatchObject({ waiting: 0, refused: 0 });
});

test('what is said again as it is kept is not written', async () => {
  hold(REASONING, 'a', write, 600);
  letGo(REASONING);
  await vi.advanceTimersByTimeAsync(1000);
  expect(await saveAll()).toBe(true);
  expect(values()).toEqual([]);
});

test('what the case refuses is kept until it takes it, and told; other fields are saved all the same', async () => {
  hold(REASONING, 'a', write, 600);
  hold(OTHER, 'b', write, null);
  const all = saveAll();
  expect(values()).toEqual(['a', 'b']);
  written[0].answer(false);
  written[1].answer(true);
  expect(await all).toBe(false);
  expect(refused()).toEqual(['a']);
  expect(useSaving.getState()).toMatchObject({ waiting: 0, refused: 1 });
  expect(heldValue(REASONING)).toBe('a');
  const again = saveAll();
  // Told while it is tried again, too.
  expect(refused()).toEqual(['a']);
  written[2].answer(true);
  expect(await again).toBe(true);
  expect(refused()).toEqual([]);
});

test('a write that fails without an answer counts as refused', async () => {
  hold(REASONING, 'a', () => Promise.reject(new Error('gone')), null);
  expect(await saveAll()).toBe(false);
  expect(refused()).toEqual(['a']);
});

test('what is typed while the text before it is written is held, and waited for', async () => {
  hold(REASONING, 'a', write, 600);
  const all = saveAll();
  hold(REASONING, 'ab', write, 600);
  written[0].answer(true);
  await vi.advanceTimersByTimeAsync(0);
  expect(heldValue(REASONING)).toBe('ab');
  expect(values()).toEqual(['a', 'ab']);
  written[1].answer(true);
  expect(await all).toBe(true);
});

test('what is dropped is not written any more, and fields are told', async () => {
  hold(REASONING, 'a', write, 600);
  const { drops } = useUnsaved.getState();
  dropUnsaved();
  await vi.advanceTimersByTimeAsync(1000);
  expect(values()).toEqual([]);
  expect(useUnsaved.getState().drops).toBe(drops + 1);
});

test('the end of the window saves what waits, and is put off while the case refuses something', async () => {
  const listeners = new Map<string, (event: Event) => void>();
  vi.stubGlobal('window', {
    addEventListener: (type: string, listener: (event: Event) => void) => listeners.set(type, listener),
  });
  const ask = vi.fn();
  startUnsaved(ask);
  vi.unstubAllGlobals();
  const close = () => {
    const event = new Event('beforeunload', { cancelable: true });
    listeners.get('beforeunload')?.(event);
    return !event.defaultPrevented;
  };
  hold(REASONING, 'a', write, 600);
  expect(close()).toBe(true);
  listeners.get('pagehide')?.(new Event('pagehide'));
  // Posted at once: nothing runs in a page that is gone.
  expect(values()).toEqual(['a']);
  written[0].answer(false);
  await vi.advanceTimersByTimeAsync(0);
  // Tried again by the same saveAll it belongs to no more.
  expect(refused()).toEqual(['a']);
  expect(ask).not.toHaveBeenCalled();
  expect(close()).toBe(false);
  expect(ask).toHaveBeenCalledOnce();
  dropUnsaved();
  expect(close()).toBe(true);
});

import { expect, test } from 'vitest';
import { assume } from '../../../electron/engine/assumptions/assume.ts';
import { readAssumptions } from '../../../electron/engine/assumptions/read.ts';
import { historyState, redo, undo } from '../../../electron/engine/commands/undo.ts';
import { checkChain } from '../../../electron/engine/custody/chain.ts';
import { custodyEntries } from '../../../electron/engine/custody/log.ts';
import { NOTHING_ASSUMED } from '../../../shared/assumptions.ts';
import { newCase } from '../support.ts';

const PRICE = { low: 1, value: 2, high: 4 };

test('an assumption is kept with who made it, logged, undone, done again, and reset', async () => {
  const open = await newCase();
  expect(readAssumptions(open.db)).toEqual(NOTHING_ASSUMED);
  const first = assume(open, { name: 'prior', value: 0.03 });
  expect(first).toEqual({
    ...NOTHING_ASSUMED,
    prior: { value: 0.03, author: 'tester', changedUs: expect.any(Number) },
  });
  expect(historyState(open.db).undo).toBe('assume prior: 3 % of accounts');
  assume(open, { name: 'prior', value: 0.1 });
  undo(open);
  // With its first author and time, not with those of the undoing.
  expect(readAssumptions(open.db)).toEqual(first);
  undo(open);
  expect(readAssumptions(open.db)).toEqual(NOTHING_ASSUMED);
  redo(open);
  expect(readAssumptions(open.db)).toEqual(first);
  expect(assume(open, { name: 'prior', value: null })).toEqual(NOTHING_ASSUMED);
  undo(open);
  expect(readAssumptions(open.db)).toEqual(first);
  const entries = [...custodyEntries(open.db)];
  const acts = entries
    .map(({ entry }) => JSON.parse(entry))
    .filter(({ action }) => ['assumption.make', 'undo', 'redo'].includes(action));
  expect(acts.map(({ detail }) => detail.changes[0].after?.value ?? null)).toEqual([
    0.03,
    0.1,
    0.03,
    null,
    0.03,
    null,
    0.03,
  ]);
  expect(acts.map(({ detail }) => detail.undoes !== undefined)).toEqual([
    false,
    false,
    true,
    true,
    true,
    false,
    true,
  ]);
  expect(checkChain(entries).firstBad).toBeNull();
});

test('each kind of assumption is kept apart from the others', async () => {
  const open = await newCase();
  assume(open, { name: 'inputPrice', value: PRICE });
  assume(open, { name: 'cover', value: false });
  const { inputPrice, cover, ...rest } = readAssumptions(open.db);
  expect([inputPrice?.value, cover?.value]).toEqual([PRICE, false]);
  expect(rest).toEqual({ prior: null, kept: null, outputPrice: null });
  assume(open, { name: 'inputPrice', value: null });
  expect(readAssumptions(open.db)).toEqual({ ...NOTHING_ASSUMED, cover });
});

test('what holds already is not written again', async () => {
  const open = await newCase();
  assume(open, { name: 'kept', value: null });
  assume(open, { name: 'outputPrice', value: PRICE });
  const count = () => [...custodyEntries(open.db)].length;
  const before = count();
  assume(open, { name: 'outputPrice', value: { ...PRICE } });
  expect(count()).toBe(before);
  assume(open, { name: 'outputPrice', value: { ...PRICE, high: 5 } });
  expect(count()).toBe(before + 1);
});

test('what cannot be assumed is refused in a sentence and leaves all as it was', async () => {
  const open = await newCase();
  const count = () => [...custodyEntries(open.db)].length;
  const before = count();
  expect(() => assume(open, { name: 'prior', value: 0.6 })).toThrow(
    'Prior: The prior is a share of accounts from 0.01 % to 50 %. Nothing was changed.',
  );
  expect(() => assume(open, { name: 'kept', value: { low: 0.9, value: 0.5, high: 1 } })).toThrow(
    'Kept after cleaning: The low end must not be above the best guess. Nothing was changed.',
  );
  expect(readAssumptions(open.db)).toEqual(NOTHING_ASSUMED);
  expect(count()).toBe(before);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type ArrangeAct,
  arrange,
  isPlain,
  PLAIN,
  startArranged,
} from '../../../../renderer/features/lanes/arrangement.ts';

const account = fc.constantFrom('a', 'b', 'c');
const change: fc.Arbitrary<ArrangeAct> = fc.oneof(
  account.map((one): ArrangeAct => ({ act: 'pin', account: one })),
  account.map((one): ArrangeAct => ({ act: 'hide', account: one })),
  fc.constantFrom<ArrangeAct>(
    { act: 'show all' },
    { act: 'reset' },
    { act: 'change', to: { sort: 'volume' } },
    { act: 'change', to: { group: 'plan' } },
  ),
);

test('every change can be taken back and made again, to the last', () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 12 }), (acts) => {
      let state = startArranged();
      for (const act of acts) state = arrange(state, act);
      const after = state.now;
      for (let i = state.past.length; i > 0; i--) state = arrange(state, { act: 'undo' });
      expect(state.now).toEqual(PLAIN);
      for (let i = state.future.length; i > 0; i--) state = arrange(state, { act: 'redo' });
      expect(state.now).toEqual(after);
    }),
    { seed: 1 },
  );
});

test('what changes nothing is no step, and a new change forgets what lay ahead', () => {
  const start = startArranged();
  expect(arrange(start, { act: 'reset' })).toBe(start);
  expect(arrange(start, { act: 'undo' })).toBe(start);
  expect(arrange(start, { act: 'change', to: { sort: 'first seen' } })).toBe(start);
  const pinned = arrange(start, { act: 'pin', account: 'a' });
  expect(isPlain(pinned.now)).toBe(false);
  const back = arrange(pinned, { act: 'undo' });
  expect(arrange(back, { act: 'hide', account: 'b' }).future).toEqual([]);
  expect(arrange(pinned, { act: 'pin', account: 'a' }).now.pinned).toEqual([]);
});

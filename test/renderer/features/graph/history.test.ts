import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  act,
  present,
  redoable,
  startHistory,
  stepped,
  undoable,
} from '../../../../renderer/features/graph/history.ts';
import { OVERVIEW } from '../../../../renderer/features/graph/picture-state.ts';

const state = (leastBits: number) => ({ ...OVERVIEW, leastBits });
const plain = (leastBits: number) => ({
  title: `bits ${leastBits}`,
  state: state(leastBits),
  placed: [],
  before: [],
});

test('any sequence of acts, undoings and redoings leaves what a plain stack says', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('act', 'undo', 'redo'), { maxLength: 60 }), (steps) => {
      let history = startHistory(OVERVIEW);
      let states = [0];
      let at = 0;
      steps.forEach((step, number) => {
        if (step === 'act') {
          history = act(history, plain(number + 1));
          states = [...states.slice(0, at + 1), number + 1];
          at++;
        } else {
          history = stepped(history, step === 'undo' ? -1 : 1).history;
          at = step === 'undo' ? Math.max(0, at - 1) : Math.min(states.length - 1, at + 1);
        }
        expect(present(history).leastBits).toBe(states[at]);
        expect(undoable(history) !== undefined).toBe(at > 0);
        expect(redoable(history) !== undefined).toBe(at < states.length - 1);
      });
    }),
  );
});

test('places come back with the act that changed them', () => {
  const placed = [{ node: 'account:a', at: { x: 1, y: 2 } }];
  const before = [{ node: 'account:a', at: null }];
  const history = act(startHistory(OVERVIEW), { title: 'move', state: OVERVIEW, placed, before });
  const back = stepped(history, -1);
  expect(back.places).toEqual(before);
  expect(stepped(back.history, 1).places).toEqual(placed);
  expect(stepped(back.history, -1)).toEqual({ history: back.history, places: [] });
});

test('the oldest acts are forgotten, what they left is not', () => {
  let history = startHistory(OVERVIEW);
  for (let n = 1; n <= 230; n++) history = act(history, plain(n));
  let count = 0;
  for (; undoable(history); count++) history = stepped(history, -1).history;
  expect(count).toBe(200);
  expect(present(history).leastBits).toBe(30);
});

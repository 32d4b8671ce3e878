import { beforeEach, expect, test, vi } from 'vitest';
import { undoLast } from '../../../renderer/store/annotations.ts';
import { useSession } from '../../../renderer/store/session.ts';
import { useStatus } from '../../../renderer/store/status.ts';
import { goTo, resetViews } from '../../../renderer/store/views.ts';

vi.mock('../../../renderer/engine.ts', () => ({
  engine: { call: async () => null, onEngineState: () => {} },
}));

beforeEach(() => {
  resetViews();
  useSession.setState({ history: { undo: 'tag account ac_7 as resold', redo: null } });
});

test('what was undone is said by its name', async () => {
  await undoLast();
  expect(useStatus.getState().text).toBe('Undone: tag account ac_7 as resold.');
});

test('whoever codes blind is not told what others did', async () => {
  goTo({ name: 'coding-sheet', sample: 's' });
  await undoLast();
  expect(useStatus.getState().text).toBe('Undone: the last act.');
});

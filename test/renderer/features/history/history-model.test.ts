import { expect, test } from 'vitest';
import { historyRows } from '../../../../renderer/features/history/history-model.ts';
import type { HistoryItem } from '../../../../shared/contract/history.ts';

const act = (seq: number, stands: boolean, more: Partial<HistoryItem> = {}): HistoryItem => ({
  seq,
  id: String(seq),
  atUs: seq,
  author: 'Mara',
  title: `act ${seq}`,
  stands,
  again: false,
  final: false,
  ...more,
});

test('there is a way back to what stands below others, and forward to what can be done again', () => {
  const rows = historyRows([
    act(6, false, { again: true }),
    act(5, false),
    act(4, true),
    act(3, true),
    act(2, false),
    act(1, true, { final: true }),
  ]);
  expect(rows.map(({ state, way }) => [state, way])).toEqual([
    ['undone', 'redo'],
    ['undone', null],
    ['stands', null],
    ['stands', 'undo'],
    ['undone', null],
    ['stands for good', 'undo'],
  ]);
});

test('acts that cannot be undone leave no way below them', () => {
  const rows = historyRows([act(2, true, { final: true }), act(1, true, { final: true })]);
  expect(rows.map(({ way }) => way)).toEqual([null, null]);
});

import { expect, test } from 'vitest';
import type { Command } from '../../../renderer/frame/commands/command.ts';
import { commandEntries, nextEntry } from '../../../renderer/frame/palette-entries.ts';

const commands: readonly Command[] = [
  { id: 'help.palette', title: 'Find or do anything', group: 'Help', act: () => undefined },
  {
    id: 'edit.undo',
    title: 'Undo',
    group: 'Edit',
    keys: ['Ctrl+Z'],
    when: () => false,
    act: () => undefined,
  },
  { id: 'go.custody', title: 'Go to custody', group: 'Go', keys: ['7', 'Y'], act: () => undefined },
  { id: 'view.light', title: 'Light theme', group: 'View', chosen: () => true, act: () => undefined },
];

test('only what can act now is offered, with its first key; never the palette itself', () => {
  expect(commandEntries('', commands).map(({ id, key, about }) => [id, key, about])).toEqual([
    ['go.custody', '7', 'Go'],
    ['view.light', null, 'View, in force'],
  ]);
});

test('the letters that were typed are told', () => {
  expect(commandEntries('gcu', commands)).toMatchObject([{ id: 'go.custody', positions: [0, 6, 7] }]);
  expect(commandEntries('nothing', commands)).toEqual([]);
});

test('the arrow keys go round, pages stop at the ends, other keys are text', () => {
  expect(nextEntry('ArrowDown', 2, 3)).toBe(0);
  expect(nextEntry('ArrowUp', 0, 3)).toBe(2);
  expect(nextEntry('PageDown', 1, 5)).toBe(4);
  expect(nextEntry('PageUp', 1, 5)).toBe(0);
  expect(nextEntry('x', 0, 3)).toBeNull();
  expect(nextEntry('ArrowDown', 0, 0)).toBeNull();
});

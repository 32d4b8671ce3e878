import { expect, test } from 'vitest';
import { FRAME_COMMANDS } from '../../../../renderer/frame/commands/frame-commands.ts';
import { keyWords } from '../../../../renderer/frame/commands/keys.ts';
import { RAIL_VIEWS, railGroups } from '../../../../renderer/frame/rail-views.ts';
import { KEY_HELP } from '../../../../renderer/ui/keys.ts';

test('no id and no key belongs to two commands of the frame', () => {
  const ids = FRAME_COMMANDS.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  const keys = FRAME_COMMANDS.flatMap(({ keys: own = [] }) => own);
  expect(keys.length).toBeGreaterThan(10);
  expect(new Set(keys).size).toBe(keys.length);
});

test('titles are in sentence case', () => {
  for (const { title } of FRAME_COMMANDS) expect(title).toMatch(/^[A-Z][^A-Z]*$/);
});

test('no widget takes a sign that means something everywhere; only undo and redo may be its own', () => {
  const everywhere = new Set(FRAME_COMMANDS.flatMap(({ keys = [] }) => keys.map((key) => keyWords(key))));
  const ofWidgets = KEY_HELP.flatMap(({ keys }) => keys.flatMap(([key]) => key.split(/(?<=\S), /)));
  expect(ofWidgets.length).toBeGreaterThan(10);
  const signs = ofWidgets.filter((key) => !key.startsWith('Ctrl+'));
  expect(signs.filter((key) => everywhere.has(key.toUpperCase()) || everywhere.has(key))).toEqual([]);
});

test('every view of the rail stands in one group and has its command', () => {
  const grouped = railGroups().flatMap(({ views }) => views.map(({ name }) => name));
  expect(grouped).toEqual(RAIL_VIEWS.map(({ name }) => name));
  for (const { name } of RAIL_VIEWS) expect(FRAME_COMMANDS.map(({ id }) => id)).toContain(`go.${name}`);
});

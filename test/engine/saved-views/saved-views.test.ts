import { expect, test } from 'vitest';
import { historyState, redo, undo } from '../../../electron/engine/commands/undo.ts';
import { checkChain } from '../../../electron/engine/custody/chain.ts';
import { custodyEntries } from '../../../electron/engine/custody/log.ts';
import { listSavedViews } from '../../../electron/engine/saved-views/read.ts';
import { removeView, saveView as save } from '../../../electron/engine/saved-views/save.ts';
import { type ViewToSave, viewToSave } from '../../../shared/contract/saved-views.ts';
import { BIN_US } from '../../../shared/time/bin.ts';
import { newCase } from '../support.ts';

const KESTREL: ViewToSave = {
  name: 'Kestrel in May',
  filter: {
    range: { fromUs: 4 * BIN_US, toUs: 8 * BIN_US, negate: true, disabled: false, pinned: true },
    chips: [{ field: 'model', values: ['kestrel-2', null], negate: true, disabled: true, pinned: false }],
  },
  view: { name: 'accounts' },
};

test('a view is kept with its filter and author, listed by name, and undone', async () => {
  const open = await newCase();
  save(open, KESTREL);
  save(open, { ...KESTREL, name: 'All lanes', view: { name: 'lanes', of: { operator: 'O-1' } } });
  expect(listSavedViews(open.db).map(({ name }) => name)).toEqual(['All lanes', 'Kestrel in May']);
  expect(listSavedViews(open.db)[1]).toMatchObject({ ...KESTREL, author: 'tester' });
  expect(historyState(open.db).undo).toBe('save the view "All lanes"');
  undo(open);
  expect(listSavedViews(open.db).map(({ name }) => name)).toEqual(['Kestrel in May']);
  redo(open);
  expect(listSavedViews(open.db)[0].view).toEqual({ name: 'lanes', of: { operator: 'O-1' } });
  expect(checkChain([...custodyEntries(open.db)]).firstBad).toBeNull();
});

test('saving under a taken name replaces that view until it is undone', async () => {
  const open = await newCase();
  const first = save(open, KESTREL);
  save(open, { ...KESTREL, filter: { range: null, chips: [] } });
  expect(listSavedViews(open.db).map(({ filter }) => filter)).toEqual([{ range: null, chips: [] }]);
  undo(open);
  expect(listSavedViews(open.db)).toEqual([first]);
});

test('a removed view comes back by undo; removing it twice is refused', async () => {
  const open = await newCase();
  const { id } = save(open, KESTREL);
  removeView(open, id);
  expect(listSavedViews(open.db)).toEqual([]);
  expect(() => removeView(open, id)).toThrow('no longer there');
  undo(open);
  expect(listSavedViews(open.db)).toMatchObject([{ id, name: 'Kestrel in May' }]);
});

test('what is no filter or no view is refused before it is written', () => {
  const refused = (change: object) => viewToSave.safeParse({ ...KESTREL, ...change }).success;
  expect(refused({})).toBe(true);
  expect(refused({ name: '  ' })).toBe(false);
  expect(refused({ view: { name: 'import' } })).toBe(false);
  expect(refused({ view: { name: 'account' } })).toBe(false);
  const range = { fromUs: 1, toUs: BIN_US, disabled: false, pinned: false };
  expect(refused({ filter: { range, chips: [] } })).toBe(false);
});

test('a row that is no view is left out of the list', async () => {
  const open = await newCase();
  save(open, KESTREL);
  const add = open.db.prepare(
    "INSERT INTO record (kind, id, body) VALUES ('savedView', ?, json_patch(?, ?))",
  );
  add.run('1', '{"name":"no body"}', '{}');
  add.run('2', JSON.stringify(KESTREL), '{"name":"no view","view":{"name":"elsewhere"}}');
  add.run('3', JSON.stringify(KESTREL), '{"name":"no filter","filter":{"chips":0}}');
  expect(listSavedViews(open.db).map(({ name }) => name)).toEqual([KESTREL.name]);
});

test('a view from before times could be left out opens with its time taken', async () => {
  const open = await newCase();
  const { negate: _, ...range } = KESTREL.filter.range!;
  open.db
    .prepare("INSERT INTO record (kind, id, body) VALUES ('savedView', '1', ?)")
    .run(JSON.stringify({ ...KESTREL, filter: { ...KESTREL.filter, range }, author: 'x', createdUs: 0 }));
  expect(listSavedViews(open.db)[0].filter.range).toEqual({ ...range, negate: false });
});

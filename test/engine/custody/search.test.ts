import { beforeEach, expect, test } from 'vitest';
import type { Case } from '../../../electron/engine/case/case.ts';
import { appendCustody } from '../../../electron/engine/custody/log.ts';
import { custodyValues, searchCustody } from '../../../electron/engine/custody/search.ts';
import type { CustodyFilter } from '../../../shared/contract/custody.ts';
import { newCase } from '../support.ts';

let open: Case;

beforeEach(async () => {
  open = await newCase();
  for (let i = 0; i < 6; i++) {
    const author = i % 2 ? 'Zoë' : 'Ada';
    appendCustody(open.db, {
      action: 'note.add',
      author,
      detail: { title: `the view "Nº ${i}"`, more: 'ÄRGER' },
    });
  }
  appendCustody(open.db, { action: 'note.drop', author: 'Ada', detail: { more: 'one\nline' } });
});

const seqs = (filter: CustodyFilter, before: number | null = null, limit = 50) =>
  searchCustody(open.db, filter, before, limit).map(({ seq }) => seq);

test('text is found anywhere in an entry, whatever its case, quotes and line breaks too', () => {
  expect(seqs({ text: 'ärger' })).toEqual([7, 6, 5, 4, 3, 2]);
  expect(seqs({ text: 'view "nº 3"' })).toEqual([5]);
  expect(seqs({ text: 'ONE\nLINE' })).toEqual([8]);
  expect(seqs({ text: 'zoë' })).toEqual([7, 5, 3]);
  expect(seqs({ text: 'nowhere' })).toEqual([]);
  expect(seqs({ text: '%' })).toEqual([]);
});

test('author and action are whole names, and every condition holds', () => {
  expect(seqs({ author: 'Ada' })).toEqual([8, 6, 4, 2]);
  expect(seqs({ author: 'ada' })).toEqual([]);
  expect(seqs({ author: 'Ada', action: 'note.drop' })).toEqual([8]);
  expect(seqs({ author: 'Zoë', action: 'note.drop' })).toEqual([]);
  expect(seqs({})).toEqual([8, 7, 6, 5, 4, 3, 2, 1]);
});

test('pages go on below the last entry of the one before', () => {
  const first = seqs({ author: 'Ada' }, null, 3);
  expect(first).toEqual([8, 6, 4]);
  expect(seqs({ author: 'Ada' }, first.at(-1), 3)).toEqual([2]);
});

test('authors and actions are listed by name with how many entries each has', () => {
  expect(custodyValues(open.db)).toEqual({
    authors: [
      { value: 'Ada', entries: 4 },
      { value: 'Zoë', entries: 3 },
      { value: 'tester', entries: 1 },
    ],
    actions: [
      { value: 'case.create', entries: 1 },
      { value: 'note.add', entries: 6 },
      { value: 'note.drop', entries: 1 },
    ],
  });
});

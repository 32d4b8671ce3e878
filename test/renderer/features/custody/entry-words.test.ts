import { expect, test } from 'vitest';
import { entryWords } from '../../../../renderer/features/custody/entry-words.ts';

const said = (action: string, detail: unknown) => entryWords(action, JSON.stringify(detail), 'UTC');

test('an entry says in words what was done, and to what', () => {
  expect(
    said('source.import', { file: 'log.csv', rowsRead: 1200, stored: 1199, sha256: 'ab', mapping: {} }),
  ).toEqual({ title: 'File imported', about: 'log.csv: 1,199 requests stored of 1,200 rows read' });
  expect(said('bundle.export', { file: 'b.zip', files: 1 }).about).toBe('b.zip: 1 file');
});

test('tables of accounts and context are told in their own rows', () => {
  const counts = { file: 'a.csv', rowsRead: 2, stored: 1 };
  expect(said('source.import', { ...counts, mapping: { kind: 'accounts' } }).about).toBe(
    'a.csv: 1 account record stored of 2 rows read',
  );
  expect(said('source.remove', { ...counts, kind: 'context' }).about).toBe('a.csv: 1 event');
  expect(said('source.remove', { ...counts, kind: 'other' }).about).toBe('a.csv: 1 request');
});

test('what it does not know stands as recorded, and what is not as expected does no harm', () => {
  expect(said('case.merge\u202e', {})).toEqual({ title: expect.stringContaining('case.merge'), about: '' });
  expect(said('case.merge\u202e', {}).title).not.toContain('\u202e');
  expect(entryWords('annotation.edit', 'not JSON', 'UTC').title).toBe('annotation.edit');
  expect(said('annotation.add', { title: 'add', changes: [null, { after: 7, id: 8 }] }).about).toBe('');
});

test('an act tells its own title, what it is on, and whether it was undone', () => {
  const on = (reference: string) => ({
    kind: 'annotation',
    id: '019a0000-0000-7000-8000-000000000000',
    after: { on: reference },
  });
  const added = { command: 'x', title: 'add the tag "heavy"', changes: [on('account:ac_1')] };
  expect(said('annotation.add', added)).toEqual({ title: 'Add the tag "heavy"', about: 'account ac_1' });
  expect(said('undo', { ...added, undoes: 'y' }).title).toBe('Undone: add the tag "heavy"');
  expect(said('redo', { ...added, undoes: 'z' }).title).toBe('Done again: add the tag "heavy"');
  const many = ['a', 'b', 'c', 'd', 'e'].map((account) => on(`account:${account}`));
  expect(said('annotations.add', { ...added, changes: many }).about).toBe(
    'account a, account b, account c and 2 others',
  );
  const moved = { title: 'move ac_7 to another cohort', changes: [{ kind: 'cohortMove', id: 'ac_7' }] };
  expect(said('cohorts.move', moved).about).toBe('ac_7');
});

test('a revealed prompt text is named by its hash and where it was opened', () => {
  const sha256 = 'ab12cd34'.repeat(8);
  const text = 'Prompt text, 214 characters, sha256 ab12cd34…';
  const request = `request:${'0f'.repeat(32)}/12`;
  expect(said('text.reveal', { sha256, characters: 214, request })).toEqual({
    title: 'Prompt text revealed',
    about: `${text} · request, row 12 of source 0f0f0f0f`,
  });
  expect(said('text.reveal', { sha256, characters: 214, requests: 3 }).about).toBe(`${text} · 3 requests`);
});

test('a revealed template is named by its id and the hash of its wording', () => {
  const detail = {
    template: 'dc62371b804a728f',
    sha256: 'ab12cd34'.repeat(8),
    characters: 142,
    requests: 2771,
  };
  expect(said('template.reveal', detail)).toEqual({
    title: 'Template wording revealed',
    about: 'Wording, 142 characters, sha256 ab12cd34… · template dc62371b804a728f · 2,771 requests',
  });
});

test('an analysis is named by what it found and what it started from', () => {
  expect(said('analysis.run', { accounts: 300, operators: 22, seed: 7, priorShare: 0.01 })).toEqual({
    title: 'Case analysed',
    about: '22 operators among 300 accounts · seed 7 · prior 1 %',
  });
});

test('why a case was locked is told; a reason that is none does no harm', () => {
  expect(said('case.lock', { why: 'suspend' })).toEqual({
    title: 'Case locked',
    about: 'the computer went to sleep',
  });
  for (const why of ['constructor', '__proto__', 7, null, ['idle']])
    expect(said('case.lock', { why }).about).toBe('');
});

import { expect, test } from 'vitest';
import { entryWords } from '../../../../renderer/features/custody/entry-words.ts';

const said = (action: string, detail: unknown) => entryWords(action, JSON.stringify(detail), 'UTC');

test('an entry says in words what was done, and to what', () => {
  expect(
    said('source.import', { file: 'log.csv', rowsRead: 1200, stored: 1199, sha256: 'ab', mapping: {} }),
  ).toEqual({ title: 'File imported', about: 'log.csv: 1,199 requests stored of 1,200 rows read' });
  const tag = { kind: 'tag', text: 'heavy', account: 'ac_1', on: 'account:ac_1' };
  expect(said('annotation.add', { command: 'x', payload: tag })).toEqual({
    title: 'Tag added',
    about: '“heavy” on account ac_1',
  });
  const comment = { ...tag, kind: 'comment', on: `request:${'a'.repeat(64)}/7` };
  expect(said('annotation.add', { command: 'x', payload: comment, undoes: 'y' })).toEqual({
    title: 'Comment added, by undo or redo',
    about: '“heavy” on request, row 7 of source aaaaaaaa of ac_1',
  });
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
  expect(entryWords('annotation.edit', 'not JSON', 'UTC').title).toBe('Annotation changed');
  expect(said('annotation.add', { payload: null }).about).toBe('“” on an account');
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

test('an assumption is told with its value, its default, or nothing where it is none', () => {
  const made = (assumption: unknown, more = {}) =>
    said('assumption.make', { command: 'x', payload: { assumption, author: 'Ada', changedUs: 1 }, ...more });
  expect(made({ name: 'prior', value: 0.03 })).toEqual({
    title: 'Assumption made',
    about: 'Prior: 3 % of accounts',
  });
  expect(made({ name: 'kept', value: null }, { undoes: 'y' })).toEqual({
    title: 'Assumption made, by undo or redo',
    about: 'Kept after cleaning: the default',
  });
  expect(made({ name: 'kept', value: 'much' }).about).toBe('');
  expect(made({ name: 'luck', value: 1 }).about).toBe('');
});

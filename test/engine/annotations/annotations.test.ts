import { expect, test } from 'vitest';
import { annotate } from '../../../electron/engine/annotations/annotate.ts';
import { listAnnotations } from '../../../electron/engine/annotations/read.ts';
import { setStar } from '../../../electron/engine/annotations/star.ts';
import { describeTag, listTags, renameTag } from '../../../electron/engine/annotations/tags.ts';
import { historyState, undo } from '../../../electron/engine/commands/undo.ts';
import { canonical, importCsv, newCase } from '../support.ts';

async function twoAccounts() {
  const open = await newCase();
  await importCsv(
    open,
    'timestamp,account_id\n2026-05-04T00:00:00Z,a\n2026-05-04T00:00:01Z,a@b\n',
    canonical('timestamp', 'account_id'),
  );
  const all = () =>
    listAnnotations(open.db, null).map(({ on, kind, text }) => `${on} ${kind} ${text}`.trim());
  return { open, all };
}

test('annotations of references come with those on time ranges of them, whatever signs their names hold', async () => {
  const { open } = await twoAccounts();
  annotate(open, 'account:a', 'tag', 'on a');
  annotate(open, 'range:0-5@account:a', 'comment', 'on a range of a');
  annotate(open, 'account:a@b', 'comment', 'on a@b');
  annotate(open, 'range:0-5@account:a@b', 'tag', 'on a range of a@b');
  annotate(open, 'link:a/a%40b', 'comment', 'on the link');
  const on = (...references: string[]) => listAnnotations(open.db, null, references).map(({ text }) => text);
  expect(on('account:a')).toEqual(['on a', 'on a range of a']);
  expect(on('account:a@b')).toEqual(['on a@b', 'on a range of a@b']);
  expect(on('link:a/a%40b')).toEqual(['on the link']);
  expect(on()).toEqual([]);
  expect(listAnnotations(open.db, 'a', ['link:a/a%40b']).map(({ text }) => text)).toEqual([
    'on a',
    'on a range of a',
    'on the link',
  ]);
});

test('a star is put on once and all are taken away at once, each as one act', async () => {
  const { open, all } = await twoAccounts();
  setStar(open, 'account:a', true);
  setStar(open, 'account:a', true);
  expect(all()).toEqual(['account:a star']);
  // As two copies that were merged leave it.
  annotate(open, 'account:a', 'star', '');
  setStar(open, 'account:a', false);
  expect(all()).toEqual([]);
  expect(historyState(open.db).undo).toBe('take the star from account a');
  undo(open);
  expect(all()).toHaveLength(2);
  expect(() => setStar(open, 'account:none', true)).toThrow('Nothing was written');
  expect(() => setStar(open, 'nonsense', true)).toThrow('no reference');
});

test('a tag is renamed wherever it stands, with its meaning, as one act', async () => {
  const { open, all } = await twoAccounts();
  annotate(open, 'account:a', 'tag', 'swep');
  annotate(open, 'account:a@b', 'tag', 'swep');
  annotate(open, 'account:a', 'comment', 'swep');
  describeTag(open, 'swep', 3, ' goes through all topics ');
  expect(listTags(open.db)).toEqual([
    { tag: 'swep', colour: 3, meaning: 'goes through all topics', uses: 2, things: 2 },
  ]);
  expect(renameTag(open, 'swep', ' sweep ')).toBe(2);
  expect(all()).toEqual(['account:a tag sweep', 'account:a@b tag sweep', 'account:a comment swep']);
  expect(listTags(open.db)).toEqual([
    { tag: 'sweep', colour: 3, meaning: 'goes through all topics', uses: 2, things: 2 },
  ]);
  expect(historyState(open.db).undo).toBe('rename the tag "swep" to "sweep"');
  undo(open);
  expect(listTags(open.db)[0]).toMatchObject({ tag: 'swep', colour: 3, uses: 2 });
  expect(() => renameTag(open, 'none', 'other')).toThrow('Nothing was changed');
});

test('two tags become one: nothing carries it twice, and the name chosen keeps its meaning', async () => {
  const { open, all } = await twoAccounts();
  for (const tag of ['pool', 'ring']) annotate(open, 'account:a', 'tag', tag);
  annotate(open, 'account:a@b', 'tag', 'ring');
  describeTag(open, 'ring', 1, 'a ring');
  describeTag(open, 'pool', 2, 'a pool');
  expect(renameTag(open, 'ring', 'pool')).toBe(2);
  expect(all()).toEqual(['account:a tag pool', 'account:a@b tag pool']);
  expect(listTags(open.db)).toEqual([{ tag: 'pool', colour: 2, meaning: 'a pool', uses: 2, things: 2 }]);
  expect(historyState(open.db).undo).toBe('merge the tag "ring" into "pool"');
  undo(open);
  expect(listTags(open.db).map(({ tag, uses, meaning }) => [tag, uses, meaning])).toEqual([
    ['pool', 1, 'a pool'],
    ['ring', 2, 'a ring'],
  ]);
});

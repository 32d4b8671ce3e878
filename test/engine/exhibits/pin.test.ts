import { expect, test } from 'vitest';
import type { Case } from '../../../electron/engine/case/case.ts';
import { act } from '../../../electron/engine/commands/act.ts';
import { historyState, redo, undo } from '../../../electron/engine/commands/undo.ts';
import { checkChain } from '../../../electron/engine/custody/chain.ts';
import { custodyEntries } from '../../../electron/engine/custody/log.ts';
import { orderExhibits, renameExhibit, unpinExhibit } from '../../../electron/engine/exhibits/arrange.ts';
import { pinExhibit, type ToPin } from '../../../electron/engine/exhibits/pin.ts';
import { exhibitsOf, mustReadExhibit, readPicture } from '../../../electron/engine/exhibits/read.ts';
import { rerunExhibit } from '../../../electron/engine/exhibits/rerun.ts';
import { createFinding } from '../../../electron/engine/findings/change.ts';
import { getFinding } from '../../../electron/engine/findings/read.ts';
import { removeSource } from '../../../electron/engine/import/remove-source.ts';
import { unwatched } from '../../../electron/engine/jobs/job.ts';
import { listRecords, readRecord } from '../../../electron/engine/records/read.ts';
import type { ExhibitQuestion } from '../../../shared/contract/exhibits.ts';
import { canonical, importCsv, newCase } from '../support.ts';

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1" viewBox="0 0 1 1"></svg>\n';
const PROFILE: ExhibitQuestion = { query: 'profile', args: { account: 'a' } };

async function smallCase() {
  const open = await newCase();
  const source = await importCsv(
    open,
    'timestamp,account_id,model\n2026-05-04T00:00:00Z,a,m-1\n2026-05-04T00:20:00Z,a,m-2\n',
    canonical('timestamp', 'account_id', 'model'),
  );
  const finding = createFinding(open, { claim: 'a is busy' });
  const pin = (more: Partial<ToPin> = {}) =>
    pinExhibit(open, { finding, title: 'Totals', question: PROFILE, picture: null, ...more }, unwatched);
  return { open, finding, pin, sha256: source.sha256 };
}

const titles = (open: Case, finding: string) => getFinding(open, finding).exhibits.map(({ title }) => title);

test('pinning keeps question, hashes, figures and picture as one act, which is undone and redone as one', async () => {
  const { open, finding, pin } = await smallCase();
  const pinned = await pin({ title: '  Totals \ud800', picture: SVG });
  expect(pinned).toMatchObject({
    finding,
    title: 'Totals \ufffd',
    order: 1,
    query: 'profile',
    args: { account: 'a' },
    version: '1',
    seed: null,
    rows: 2,
    resultHash: expect.stringMatching(/^[0-9a-f]{64}$/),
    rowsHash: expect.stringMatching(/^[0-9a-f]{64}$/),
    dataHash: open.info().dataHash,
    author: 'tester',
    lastCheck: { state: 'match' },
    dataChanged: false,
  });
  expect(pinned.figures[0]).toEqual({ name: 'requests', value: 2 });
  expect(readPicture(open.db, pinned.id)).toBe(SVG);
  expect(historyState(open.db).undo).toBe('pin the exhibit "Totals \ufffd"');
  undo(open);
  expect([listRecords(open.db, 'exhibit'), listRecords(open.db, 'picture')]).toEqual([[], []]);
  redo(open);
  expect(readPicture(open.db, pinned.id)).toBe(SVG);
  expect(getFinding(open, finding).exhibits[0]).toEqual(pinned);
  expect(checkChain([...custodyEntries(open.db)]).firstBad).toBeNull();
});

test('exhibits are put in order, renamed and unpinned, each an act of its own', async () => {
  const { open, finding, pin } = await smallCase();
  const [a, b, c] = [
    await pin({ title: 'a', picture: SVG }),
    await pin({ title: 'b' }),
    await pin({ title: 'c' }),
  ];
  orderExhibits(open, finding, [c.id, a.id, b.id]);
  expect(titles(open, finding)).toEqual(['c', 'a', 'b']);
  for (const order of [
    [a.id, b.id],
    [a.id, a.id, b.id],
    [a.id, b.id, finding],
  ])
    expect(() => orderExhibits(open, finding, order)).toThrow('names each exhibit of the finding once');
  renameExhibit(open, b.id, '  <b>bold</b> ');
  expect(titles(open, finding)).toEqual(['c', 'a', '<b>bold</b>']);
  expect(historyState(open.db).undo).toBe('rename the exhibit "b"');

  const evidence = {
    finding,
    title: 'e',
    order: 1,
    credibility: 'low' as const,
    basis: null,
    author: 'x',
    createdUs: 1,
  };
  act(open, {
    action: 'test',
    title: 'add evidence',
    changes: [
      { kind: 'evidence', id: 'e1', body: { ...evidence, exhibit: a.id } },
      { kind: 'evidence', id: 'e2', body: { ...evidence, exhibit: c.id } },
    ],
  });
  unpinExhibit(open, a.id);
  expect(titles(open, finding)).toEqual(['c', '<b>bold</b>']);
  expect(listRecords(open.db, 'picture')).toEqual([]);
  expect(listRecords(open.db, 'evidence').map(([, { exhibit }]) => exhibit)).toEqual([null, c.id]);
  undo(open);
  expect(readPicture(open.db, a.id)).toBe(SVG);
  expect(readRecord(open.db, 'evidence', 'e1')?.exhibit).toBe(a.id);
  expect((await pin({ title: 'd' })).order).toBe(4);
});

test('what cannot be pinned is refused, and nothing is written', async () => {
  const { open, pin } = await smallCase();
  const acts = () => open.db.prepare('SELECT count(*) FROM command').pluck().get();
  const before = acts();
  const sql = (text: string): ExhibitQuestion => ({ query: 'sql', args: { sql: text } });
  for (const [more, code] of [
    [{ finding: '0197ffff-0000-7000-8000-000000000000' }, 'NOT_FOUND'],
    [{ question: { query: 'profile', args: { account: 'nobody' } } }, 'NOT_FOUND'],
    [{ question: { query: 'operator', args: { operator: 'O-1' } } }, 'NOT_FOUND'],
    [{ question: { query: 'partition', args: { of: { accounts: ['a', 'b'] } } } }, 'NOT_FOUND'],
    [{ question: { query: 'synchrony', args: { accounts: ['a', 'b'] } } }, 'NOT_FOUND'],
    [{ question: sql('DELETE FROM record') }, 'BAD_ARGS'],
    [{ question: sql('SELECT prompt_text FROM requests') }, 'BAD_ARGS'],
    [{ question: sql('SELECT value FROM generate_series(1, 20000)') }, 'BAD_ARGS'],
    [{ picture: '<svg onload="x"></svg>' }, 'BAD_ARGS'],
  ] as [Partial<ToPin>, string][])
    await expect(pin(more), JSON.stringify(more)).rejects.toMatchObject({ code });
  const many = sql(
    'WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10001) SELECT i FROM n',
  );
  await expect(pin({ question: many })).rejects.toThrow('10,001 rows');
  expect(acts()).toBe(before);
});

test('values that JSON has not, and names that repeat, are kept as canonical rows', async () => {
  const { open, finding, pin } = await smallCase();
  const sql = `SELECT x'00ff' AS n, 9e999 AS n, NULL AS n, 1.5 AS n, 2 AS "${'long'.repeat(100)}"`;
  await pin({ question: { query: 'sql', args: { sql } } });
  const [{ id, figures }] = getFinding(open, finding).exhibits;
  expect(figures.map(({ name, value }) => [name.slice(0, 20), value])).toEqual([
    ['rows', 1],
    ['column 4, n', 1.5],
    ['column 5, longlonglo', 2],
  ]);
  const { worked, rerun } = await rerunExhibit(open, id, mustReadExhibit(open.db, id), unwatched);
  expect(worked?.rows).toEqual([['00ff', 'Infinity', null, 1.5, 2]]);
  expect(rerun.state).toBe('match');
});

test('an exhibit that cannot be worked out says why, and what was read off it', async () => {
  const { open, pin, sha256 } = await smallCase();
  const pinned = await pin();
  const rerun = async (change: object = {}) => {
    const exhibit = { ...mustReadExhibit(open.db, pinned.id), ...change };
    return (await rerunExhibit(open, pinned.id, exhibit, unwatched)).rerun;
  };
  expect(await rerun({ query: 'of the future' })).toMatchObject({
    state: 'cannot',
    reason: expect.stringContaining('does not know what this exhibit asks'),
  });
  for (const query of ['constructor', '__proto__'])
    expect(await rerun({ query })).toMatchObject({ state: 'cannot' });
  expect(await rerun({ args: { account: 7 } })).toMatchObject({
    state: 'cannot',
    reason: expect.stringContaining('not what its query takes'),
  });
  expect(await rerun({ query: 'operator', args: { operator: 'O-1' } })).toMatchObject({
    reason: 'This rests on an analysis, and the case has none. Analyse it first.',
  });
  expect(await rerun({ version: '0' })).toMatchObject({ state: 'match', versionChanged: true });
  await removeSource(open, sha256, unwatched);
  const gone = await rerun();
  expect(gone).toMatchObject({
    state: 'cannot',
    reason: 'The case holds no such account. Since it was pinned, imports were added or taken back.',
    dataChanged: true,
    rowsChanged: null,
  });
  expect(gone.figures[0]).toEqual({ name: 'requests', before: 2, after: null });
  const [shown] = getFinding(open, pinned.finding).exhibits;
  expect(shown).toMatchObject({ dataChanged: true, lastCheck: { state: 'cannot' } });
  expect(exhibitsOf(open.db, 'no finding')).toEqual([]);
});

import { expect, test } from 'vitest';
import { pinExhibit } from '../../../electron/engine/exhibits/pin.ts';
import { createFinding } from '../../../electron/engine/findings/change.ts';
import { listFindings } from '../../../electron/engine/findings/read.ts';
import { rerunFindings } from '../../../electron/engine/findings/rerun-all.ts';
import { type Job, unwatched } from '../../../electron/engine/jobs/job.ts';
import type { PinnedExhibit } from '../../../shared/contract/exhibits.ts';
import type { Progress } from '../../../shared/contract/protocol.ts';
import { canonical, importCsv, newCase, pauseAlways } from '../support.ts';

const MAPPING = canonical('timestamp', 'account_id');
const ALL = { finding: null, changedOnly: false };

test('findings that moved are told with by how much, and remembered in the list', async () => {
  const open = await newCase();
  await importCsv(open, 'timestamp,account_id\n2026-05-04T00:00:00Z,a\n2026-05-04T00:01:00Z,b\n', MAPPING);
  const findings = ['a', 'b'].map((claim) => createFinding(open, { claim }));
  const pinned: PinnedExhibit[] = [];
  for (const [i, account] of ['a', 'b', 'b'].entries()) {
    const question = { query: 'activity' as const, args: { account, range: null } };
    const toPin = { finding: findings[i % 2], title: `${account} ${i}`, question, picture: null };
    pinned.push(await pinExhibit(open, toPin, unwatched));
  }
  expect(await rerunFindings(open, ALL, unwatched)).toEqual({
    findings: 2,
    exhibits: 3,
    match: 3,
    drift: 0,
    cannot: 0,
    moved: [],
  });

  await importCsv(open, 'timestamp,account_id\n2026-05-04T00:02:00Z,b\n', MAPPING);
  const heard: Progress[] = [];
  pauseAlways();
  const report = await rerunFindings(open, ALL, { ...unwatched, progress: (one) => heard.push(one) });
  expect(report).toMatchObject({ match: 1, drift: 2, cannot: 0 });
  expect(report.moved.map(({ finding, claim, exhibits }) => [finding, claim, exhibits.length])).toEqual([
    [findings[0], 'a', 1],
    [findings[1], 'b', 1],
  ]);
  expect(report.moved[0].exhibits[0]).toMatchObject({
    exhibit: pinned[2].id,
    title: 'b 2',
    rerun: { state: 'drift', dataChanged: true, rowsChanged: true },
  });
  expect(report.moved[1].exhibits[0].rerun.figures).toContainEqual({ name: 'requests', before: 1, after: 2 });
  expect(heard.map(({ done, total }) => [done, total])).toEqual([
    [0, 3],
    [1, 3],
    [2, 3],
  ]);
  expect(
    listFindings(open).map(({ exhibits, drifted, unchecked }) => [exhibits, drifted, unchecked]),
  ).toEqual([
    [2, 1, 0],
    [1, 1, 0],
  ]);
  expect(await rerunFindings(open, { ...ALL, finding: findings[1] }, unwatched)).toMatchObject({
    findings: 1,
    exhibits: 1,
    drift: 1,
  });
  await expect(rerunFindings(open, { ...ALL, finding: pinned[0].id }, unwatched)).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
});

test('cancelling stops between exhibits and keeps what was found', async () => {
  const open = await newCase();
  await importCsv(open, 'timestamp,account_id\n2026-05-04T00:00:00Z,a\n', MAPPING);
  const finding = createFinding(open, { claim: 'a' });
  const question = { query: 'profile' as const, args: { account: 'a' } };
  for (const title of ['one', 'two'])
    await pinExhibit(open, { finding, title, question, picture: null }, unwatched);
  await importCsv(open, 'timestamp,account_id\n2026-05-04T00:02:00Z,a\n', MAPPING);
  pauseAlways();
  const controller = new AbortController();
  const job: Job = {
    signal: controller.signal,
    progress: ({ done }) => {
      if (done === 1) controller.abort();
    },
  };
  await expect(rerunFindings(open, ALL, job)).rejects.toMatchObject({ code: 'CANCELLED' });
  expect(listFindings(open)[0].drifted).toBeGreaterThan(0);
});

import { expect, test } from 'vitest';
import { pinExhibit } from '../../../electron/engine/exhibits/pin.ts';
import { changeFinding, createFinding } from '../../../electron/engine/findings/change.ts';
import { giveVerdict } from '../../../electron/engine/findings/verdict.ts';
import { unwatched } from '../../../electron/engine/jobs/job.ts';
import { canonical, cli, importCsv, newCase } from '../support.ts';

test('findings are listed with who signed, worked out again on demand, and never with speaker notes', async () => {
  const open = await newCase();
  const mapping = canonical('timestamp', 'account_id');
  await importCsv(open, 'timestamp,account_id\n2026-05-04T00:00:00Z,a\n', mapping);
  const id = createFinding(open, { claim: 'a is \u001b[31mbusy', likelihood: 'likely' });
  changeFinding(open, id, { speakerNotes: 'not for export' });
  const question = { query: 'profile' as const, args: { account: 'a' } };
  await pinExhibit(open, { finding: id, title: 'Totals', question, picture: null }, unwatched);
  giveVerdict(open, id, 'agrees', 'seen it');
  await open.close();

  const listed = await cli(['findings', open.path]);
  expect(listed.status, listed.stderr).toBe(0);
  expect(listed.stdout).not.toContain('\u001b');
  expect(listed.stdout.split('\n')[1]).toMatch(/^draft +likely +1 +1 +0 +a is /);

  const json = await cli(['findings', open.path, '--rerun', '--json']);
  expect(json.stdout).not.toContain('not for export');
  const { findings, rerun } = JSON.parse(json.stdout);
  expect(findings).toMatchObject([
    {
      id,
      verdicts: [{ author: 'tester', changedSince: false }],
      exhibits: [{ lastCheck: { state: 'match' } }],
    },
  ]);
  expect(rerun).toEqual({ findings: 1, exhibits: 1, match: 1, drift: 0, cannot: 0, moved: [] });
  expect(JSON.parse((await cli(['findings', open.path, '--json'])).stdout)).not.toHaveProperty('rerun');
});

test('what moved is told by how much, and a case without findings says so', async () => {
  const open = await newCase();
  const mapping = canonical('timestamp', 'account_id');
  await importCsv(open, 'timestamp,account_id\n2026-05-04T00:00:00Z,a\n', mapping);
  const finding = createFinding(open, { claim: 'a is busy' });
  const question = { query: 'activity' as const, args: { account: 'a', range: null } };
  await pinExhibit(open, { finding, title: 'Over time', question, picture: null }, unwatched);
  await importCsv(open, 'timestamp,account_id\n2026-05-04T00:01:00Z,a\n', mapping);
  await open.close();
  const { stdout } = await cli(['findings', open.path, '--rerun']);
  expect(stdout).toContain('1 exhibits worked out again: 0 match, 1 drifted');
  expect(stdout).toContain('requests 1 -> 2');

  const empty = await newCase();
  await empty.close();
  expect((await cli(['findings', empty.path])).stdout).toBe('The case has no findings.\n');
});

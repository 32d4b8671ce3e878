import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { cli, tempFolder } from '../support.ts';

/** So many accounts with 60 requests each, one a minute. */
function log(path: string, prefix: string, accounts: number): void {
  const rows = Array.from({ length: accounts * 60 }, (_, i) => {
    const at = new Date(Date.UTC(2026, 4, 4 + (i % 5), 8, i % 60)).toISOString();
    return `${at},${prefix}_${Math.floor(i / 60)},/v1`;
  });
  writeFileSync(path, `timestamp,account_id,endpoint\n${rows.join('\n')}\n`);
}

test('cohorts are listed and changed, and a benign reference imported, on the command line', async () => {
  const folder = tempFolder();
  const path = join(folder, 'case.swcase');
  log(join(folder, 'log.csv'), 'ac', 6);
  log(join(folder, 'benign.csv'), 'ref', 5);
  expect((await cli(['create', path, '--unencrypted'])).status).toBe(0);
  expect((await cli(['import', path, join(folder, 'log.csv')])).status).toBe(0);
  const imported = await cli(['import', path, join(folder, 'benign.csv'), '--reference']);
  expect(imported.stdout).toMatch(/^Benign reference: benign\.csv: 300 rows read/);
  expect((await cli(['cohorts', path])).stdout).toMatch(
    /^6 accounts under examination, 5 of the benign reference\.\nTraits: plan, endpoint, declaredUse, activity; at least 30 accounts; 0 moved, 0 left out\.\nNo analysis/,
  );
  const decided = [
    '--traits',
    'endpoint',
    '--least',
    '5',
    '--move',
    'ac_0',
    '--to',
    'mine',
    '--leave-out',
    'ac_1',
  ];
  expect((await cli(['cohorts', path, ...decided])).status).toBe(0);
  expect((await cli(['analyze', path])).status).toBe(0);
  const { cohorts, examined, reference } = JSON.parse((await cli(['cohorts', path, '--json'])).stdout);
  expect([examined, reference]).toEqual([6, 5]);
  expect(cohorts).toMatchObject([
    { name: 'all accounts', kind: 'traits', accounts: 4, compared: 0, fallback: 5 },
    { name: 'mine', kind: 'own', accounts: 1, compared: 1 },
    { name: 'reference: all accounts', kind: 'reference', accounts: 5, compared: 0 },
    { name: 'reference: endpoint /v1', kind: 'reference', accounts: 5, compared: 5 },
  ]);
  const { accounts } = JSON.parse((await cli(['accounts', path, '--json'])).stdout);
  expect(accounts.map(({ account }: { account: string }) => account).sort()).toEqual(
    Array.from({ length: 6 }, (_, i) => `ac_${i}`),
  );
  const shown = await cli(['cohorts', path, '--show', 'reference: endpoint /v1']);
  expect(shown.stdout).toMatch(/^signal +accounts +5 % +25 % +50 % +75 % +95 %\n/);
  expect(shown.stdout).toMatch(/\nS8 +5( +[\d.]+){5}\n/);
  expect((await cli(['cohorts', path, '--move', 'ac_0', '--back', '--take-in', 'ac_1'])).stdout).toContain(
    '0 moved, 0 left out.',
  );
  expect((await cli(['operators', path])).stdout).toContain('decisions on cohorts changed');
  for (const wrong of [
    ['--traits', 'shoes'],
    ['--least', '4'],
    ['--move', 'ac_0'],
    ['--to', 'mine'],
  ])
    expect((await cli(['cohorts', path, ...wrong])).status).toBe(2);
});

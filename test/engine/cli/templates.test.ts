import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openCase } from '../../../electron/engine/case/open-case.ts';
import { cli, tempFolder } from '../support.ts';

const CITIES = ['Lima', 'Oslo', 'Cairo', 'Hanoi', 'Quito', 'Accra', 'Dhaka', 'Sofia'];

/** Two accounts of 40 requests each that fill one template; ten others write as they please. */
function log(path: string): void {
  const rows: string[] = [];
  const row = (account: string, minute: number, text: string) =>
    rows.push(`${new Date(Date.UTC(2026, 4, 4, 8, minute)).toISOString()},${account},"${text}"`);
  for (let k = 0; k < 40; k++) {
    for (const [a, account] of ['ac_1', 'ac_2'].entries()) {
      const city = CITIES[(k + 4 * a) % CITIES.length];
      row(
        account,
        2 * k + a,
        `Describe the harbour quarter of ${city} for a travel magazine, in ${100 + 2 * k + a} words exactly.`,
      );
    }
  }
  for (let a = 0; a < 10; a++) row(`q_${a}`, a, `what is ${'abcdefghij'[a]} ${a}`);
  writeFileSync(path, `timestamp,account_id,prompt_text\n${rows.join('\n')}\n`);
}

test('templates are listed masked, of all accounts or of one, after an analysis that kept them', async () => {
  const folder = tempFolder();
  const path = join(folder, 'case.swcase');
  log(join(folder, 'log.csv'));
  expect((await cli(['create', path, '--unencrypted'])).status).toBe(0);
  expect((await cli(['import', path, join(folder, 'log.csv')])).status).toBe(0);
  expect(await cli(['templates', path])).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('not analysed yet'),
  });
  expect((await cli(['analyze', path])).status).toBe(0);

  const all = await cli(['templates', path, '--json']);
  const { total, templates, stale } = JSON.parse(all.stdout);
  expect([total, stale]).toEqual([1, false]);
  expect(templates[0]).toMatchObject({
    requests: 80,
    accounts: 2,
    regulars: 2,
    fillings: 80,
    fresh: 1,
    growth: [10, 20, 30, 40, 50, 60, 70, 80],
    verbatim: false,
    own: null,
  });
  expect(all.stdout).not.toContain('harbour');

  const { stdout } = await cli(['templates', path, '--account', 'ac_2', '--limit', '5']);
  const [header, row, count] = stdout.split('\n');
  expect(header).toMatch(/^template +requests +own +accounts +customers +fresh +growth +shape$/);
  expect(row).toMatch(/^[\w ]+? +80 +40 +2 +\d +1\.000 +10 20 30 40 50 60 70 80 +\[\d+\] \{/);
  expect(count).toBe('1 of 1 templates.');
  expect(JSON.parse((await cli(['templates', path, '--account', 'q_1', '--json'])).stdout).total).toBe(0);

  for (const [args, status, words] of [
    [['--operator', 'O-99'], 1, 'found no such operator'],
    [['--operator', 'O-1', '--account', 'ac_1'], 2, 'not of both'],
    [['--limit', '0'], 2, '--limit takes a whole number'],
  ] as const) {
    expect(await cli(['templates', path, ...args])).toMatchObject({
      status,
      stderr: expect.stringContaining(words),
    });
  }

  const open = await openCase(path, 'tester', null);
  open.db.prepare('UPDATE analysis_run SET templates = NULL').run();
  await open.close();
  expect(await cli(['templates', path])).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('before templates were kept'),
  });
});

import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { obtainDataSet } from '../../../../electron/dev/bench/data-set.ts';
import { benchImport, medianOf } from '../../../../electron/dev/bench/import.ts';
import { reportText } from '../../../../electron/dev/bench/report.ts';
import { checkout } from '../../../../electron/dev/checkout.ts';
import { runCommand } from '../../../../electron/dev/run-command.ts';
import { tempFolder } from '../../../engine/support.ts';

const bench = join(checkout, 'electron', 'dev', 'bench');

it('measures every contender that can run here on the same file, and names the others', async () => {
  const options = { rows: 20_000, accounts: 500, seed: 1, repeat: 1 };
  const said: string[] = [];
  const report = await benchImport(options, (line) => said.push(line), tempFolder());
  const { results, skipped, dataSet } = report;
  const ran = results.map(({ name }) => name);
  expect(ran.slice(0, 2)).toEqual(['stillwatch', 'stillwatch-encrypted']);
  expect([...results, ...skipped].map(({ title }) => title).sort()).toEqual([
    'DuckDB',
    'Stillwatch',
    'Stillwatch, encrypted',
    'sqlite3',
  ]);
  for (const { reason } of skipped) expect(reason).toMatch(/install/);
  for (const result of results) {
    expect(result.runs).toHaveLength(1);
    expect(result.runs[0]?.endState, result.name).toEqual(dataSet.endState);
    expect(result.seconds).toBeGreaterThan(0);
    expect(result.rowsPerSecond).toBeCloseTo(20_000 / result.seconds);
    expect(result.fileBytes).toBeGreaterThan(500_000);
    for (const { name, seconds } of result.phases) expect(seconds, name).toBeGreaterThan(0);
    const phases = result.phases.reduce((sum, { seconds }) => sum + seconds, 0);
    expect(phases).toBeLessThanOrEqual(result.seconds);
    if (process.platform === 'linux') {
      expect(result.peakBytes).toBeGreaterThan(2_000_000);
      expect(result.cpuSeconds).toBeGreaterThan(0);
      expect(result.othersCores).toBeGreaterThanOrEqual(0);
      expect(result.othersCores).toBeLessThan(2 * cpus().length);
    }
  }
  const own = results[0];
  const sqlite3 = results.find(({ name }) => name === 'sqlite3');
  expect(own?.toSqlite3).toBe(sqlite3 ? (own?.seconds as number) / sqlite3.seconds : null);
  expect(said).toContain('round 1 of 1: stillwatch');

  const text = reportText(report);
  expect(text).toContain('20,000 rows of 500 accounts');
  for (const { title, version } of results) expect(text).toContain(`${title} (${version}): `);
  for (const { title, reason } of skipped) expect(text).toContain(`${title} was skipped: ${reason}`);
});

it('fails when a contender ends with something else than the data set holds', async () => {
  const folder = tempFolder();
  const options = { rows: 500, accounts: 20, seed: 1 };
  const { path, sizeBytes, endState } = await obtainDataSet(options, folder);
  const text = readFileSync(path, 'utf8');
  // One digit of one request's input tokens.
  const changed = text.replace(/,200,(\d)/, (_, digit) => `,200,${digit === '9' ? '8' : Number(digit) + 1}`);
  expect(changed.length).toBe(text.length);
  expect(changed).not.toBe(text);
  writeFileSync(path, changed);
  expect((await obtainDataSet(options, folder)).sizeBytes).toBe(sizeBytes);
  await expect(benchImport({ ...options, repeat: 1 }, () => {}, folder)).rejects.toThrow(
    new RegExp(
      `^stillwatch did not end with what the data set holds: requests\\.inputTokens is \\d+, not ${endState.requests.inputTokens}; ` +
        'accountTotal\\.inputTokens .*; accountActivity\\.inputTokens .*; caseActivity\\.inputTokens .*; ' +
        'accountModel\\.inputTokens .*; accountTopic\\.inputTokens .*; accountStatus\\.inputTokens .*; ' +
        'accountEndpoint\\.inputTokens [^;]*$',
    ),
  );
});

it('says what to install for a tool that is missing', async () => {
  const { status, stdout } = await runCommand(
    process.execPath,
    [join(bench, 'contender-process.ts'), 'sqlite3', 'log.csv', 'folder'],
    { env: { ...process.env, PATH: tempFolder() } },
  );
  expect(status).toBe(0);
  expect(JSON.parse(stdout).outcome).toEqual({
    missing: 'The sqlite3 shell is not installed; on Debian: apt-get install sqlite3',
  });
});

it.each([
  [[], 'Use: npm run bench'],
  [['export'], 'Use: npm run bench'],
  [['import', '--rows', '1.5'], '--rows takes a whole number from 1'],
  [['import', '--fast'], "Unknown option '--fast'"],
])('refuses the call %j', async (args, sentence) => {
  const { status, stdout, stderr } = await runCommand(process.execPath, [join(bench, 'main.ts'), ...args]);
  expect(status).toBe(2);
  expect(stdout).toBe('');
  expect(stderr).toContain(sentence);
});

it('takes the median of what is there', () => {
  expect(medianOf([3, 1, 2], (value) => value)).toBe(2);
  expect(medianOf([10, 2, null, 9, 3], (value) => value)).toBe(6);
  expect(medianOf([null], (value) => value)).toBeNull();
});

import { createHash } from 'node:crypto';
import { appendFileSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { obtainDataSet } from '../../../../electron/dev/bench/data-set.ts';
import { tempFolder } from '../../../engine/support.ts';

const OPTIONS = { rows: 3000, accounts: 200, seed: 7 };
const sha256 = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex');

it('gives the same bytes for the same arguments, and others for another seed', async () => {
  const one = await obtainDataSet(OPTIONS, tempFolder());
  const same = await obtainDataSet(OPTIONS, tempFolder());
  const other = await obtainDataSet({ ...OPTIONS, seed: 8 }, tempFolder());
  expect(readFileSync(same.path).equals(readFileSync(one.path))).toBe(true);
  expect(same.endState).toEqual(one.endState);
  expect(sha256(other.path)).not.toBe(sha256(one.path));
});

it('keeps the bytes that its name stands for', async () => {
  const { path } = await obtainDataSet(OPTIONS, tempFolder());
  // Who changes the bytes on purpose raises FORM with this hash, so that no data set made before is taken for the new.
  expect(path).toContain('requests-2-3000-200-7.csv');
  expect(sha256(path)).toBe('1b24d97ad8e5b0faf1d1b55b7cc7a916135d03abdc676d47ebef69ec573fe424');
});

it('states what the file holds', async () => {
  const { path, sizeBytes, endState } = await obtainDataSet(OPTIONS, tempFolder());
  const [header, ...lines] = readFileSync(path, 'utf8').trimEnd().split('\n') as [string, ...string[]];
  expect(header.split(',')).toHaveLength(14);
  // One agent holds a comma within quotes; nothing else is quoted.
  expect(lines.some((line) => line.includes('"'))).toBe(true);
  const cells = lines.map((line) =>
    line.replace(/"[^"]*"/, (text) => 'x'.repeat(text.length - 2)).split(','),
  );
  expect(cells.every((row) => row.length === 14)).toBe(true);
  const column = (at: number) => cells.map((row) => row[at] as string);
  const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
  const timesUs = column(1).map((text) => Date.parse(text) * 1000);
  const bins = timesUs.map((us) => Math.floor(us / 900_000_000));
  const sums = {
    requests: 3000,
    failed: column(9).filter((status) => Number(status) >= 400).length,
    inputTokens: sum(column(10).map(Number)),
    outputTokens: sum(column(11).map(Number)),
  };
  const { failed: _, ...valueSums } = sums;
  const byValue = (at: number) => ({
    entries: new Set(column(2).map((account, i) => `${account} ${column(at)[i]}`)).size,
    ...valueSums,
  });
  expect(sums.failed).toBeGreaterThan(0);
  expect(timesUs).toEqual(timesUs.toSorted((a, b) => a - b));
  expect(new Set(column(0)).size).toBe(3000);
  expect(sizeBytes).toBe(statSync(path).size);
  expect(endState).toEqual({
    requests: {
      rows: 3000,
      accounts: 200,
      inputTokens: sums.inputTokens,
      textLength: sum([0, 3, 4, 5, 6, 7, 8, 13].flatMap((at) => column(at).map((text) => text.length))),
      firstUs: timesUs[0],
      lastUs: timesUs.at(-1),
    },
    accountTotal: { entries: new Set(column(2)).size, ...sums },
    accountActivity: {
      entries: new Set(column(2).map((account, i) => `${account} ${bins[i]}`)).size,
      ...sums,
    },
    caseActivity: { entries: new Set(bins).size, ...sums },
    accountModel: byValue(7),
    accountTopic: byValue(13),
    accountStatus: byValue(9),
    accountEndpoint: byValue(8),
  });
});

it('has accounts that make many times the requests of others', async () => {
  const { path } = await obtainDataSet({ rows: 20_000, accounts: 500, seed: 1 }, tempFolder());
  const requests = new Map<string, number>();
  for (const line of readFileSync(path, 'utf8').trimEnd().split('\n').slice(1)) {
    const account = line.split(',')[2] as string;
    requests.set(account, (requests.get(account) ?? 0) + 1);
  }
  const counts = [...requests.values()].sort((a, b) => b - a);
  expect(counts[0]).toBeGreaterThan(20 * (counts[250] as number));
});

it('uses a data set again, unless it is not the one it finished', async () => {
  const folder = tempFolder();
  const first = await obtainDataSet(OPTIONS, folder);
  const made = statSync(first.path);
  expect(await obtainDataSet(OPTIONS, folder)).toEqual(first);
  expect(statSync(first.path).ino).toBe(made.ino);

  appendFileSync(first.path, 'more');
  expect(await obtainDataSet(OPTIONS, folder)).toEqual(first);
  expect(statSync(first.path).size).toBe(made.size);

  rmSync(join(folder, 'requests-2-3000-200-7.json'));
  const rows: number[] = [];
  await obtainDataSet(OPTIONS, folder, (written) => rows.push(written));
  expect(rows.at(-1)).toBe(3000);
});

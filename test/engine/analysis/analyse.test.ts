import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { analyse } from '../../../electron/engine/analysis/analyse.ts';
import { readInputs } from '../../../electron/engine/analysis/read-inputs.ts';
import { readAccount, readAccounts, readOperators } from '../../../electron/engine/analysis/results.ts';
import { runAnalysis } from '../../../electron/engine/analysis/run-analysis.ts';
import { readInfo } from '../../../electron/engine/analysis/store.ts';
import { readTemplate, readTemplates } from '../../../electron/engine/analysis/stored-templates.ts';
import { templateUse } from '../../../electron/engine/bands/template-use.ts';
import { canonicalJson } from '../../../electron/engine/canonical-json.ts';
import type { Case } from '../../../electron/engine/case/case.ts';
import { importFile } from '../../../electron/engine/import/import-file.ts';
import { completeMapping } from '../../../electron/engine/import/mapping-file.ts';
import { removeSource } from '../../../electron/engine/import/remove-source.ts';
import { unwatched } from '../../../electron/engine/jobs/job.ts';
import { writeSample } from '../../../electron/engine/sample/write-sample.ts';
import { BIN_US } from '../../../shared/time/bin.ts';
import { fileWith, newCase, tempFolder } from '../support.ts';

const PARAMETERS = { seed: 1, priorShare: 0.01, before: [] };

async function importAll(open: Case, files: readonly string[]): Promise<void> {
  for (const file of files)
    await importFile(open, file, await completeMapping(open.db, file, null), unwatched);
}

async function sample(): Promise<string> {
  const folder = tempFolder();
  await writeSample(folder, { size: 'S', seed: 6, dial: 0 });
  return folder;
}

test.each([
  ['with topics given', 'topic'],
  ['with topics computed', 'colour'],
])('the same requests in another order of rows and files, %s, give the same analysis', async (_, topic) => {
  const folder = await sample();
  const [requests, accounts, context] = ['requests.csv', 'accounts.csv', 'context.csv'].map((name) =>
    join(folder, name),
  );
  const written = readFileSync(requests, 'utf8').replace(',topic,', `,${topic},`);
  const [header, ...rows] = written.trimEnd().split('\r\n');
  // Rows with line breaks inside a cell would be torn; every second row that begins a record is enough.
  const whole = rows.every((row) => row.startsWith('rq_'));
  const straight = await newCase();
  await importAll(straight, [fileWith(written, 'requests.csv'), accounts, context]);
  const turned = await newCase();
  const parts = whole
    ? [rows.filter((_, i) => i % 2 === 1), rows.filter((_, i) => i % 2 === 0).reverse()]
    : [rows];
  const files = parts.map((part, i) => fileWith([header, ...part, ''].join('\r\n'), `part${i}.csv`));
  await importAll(turned, [context, accounts, ...files]);
  const [one, other] = [straight, turned].map((open) => {
    const inputs = readInputs(open.db, () => {});
    const { output, followed } = analyse(inputs, PARAMETERS, () => {});
    return canonicalJson({ ...output, followed: [...followed] });
  });
  expect(other === one).toBe(true);
  expect(one.includes('topic (computed from the prompts)')).toBe(topic !== 'topic');
});

test('an analysis is stored, read back, logged, and stale once a source goes', async () => {
  const folder = await sample();
  const open = await newCase();
  await expect(runAnalysis(open, { seed: 1, priorShare: 0.01 }, unwatched)).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
  await importAll(
    open,
    ['requests.csv', 'accounts.csv'].map((name) => join(folder, name)),
  );
  const info = await runAnalysis(open, { seed: 1, priorShare: 0.01 }, unwatched);
  expect(info).toMatchObject({ accounts: 300, stale: false, seed: 1 });
  expect(info.signals.map(({ id }) => id)).toHaveLength(18);
  const { accounts, total } = readAccounts(open.db, 0, 10);
  expect(total).toBe(300);
  expect(accounts.map(({ score }) => score)).toEqual(
    accounts.map(({ score }) => score).sort((a, b) => b - a),
  );
  const operators = readOperators(open.db);
  expect(operators.length).toBe(info.operators);
  const [first] = operators;
  expect(new Set(first.accounts).size).toBe(first.accounts.length);
  expect(readAccount(open.db, first.accounts[0]).score.operator).toBe(first.id);
  // What is stored of each request adds up to what the analysis counted of each template and account.
  const { templates } = readTemplates(open.db, 0, 2000, null);
  expect(templates.length).toBeGreaterThan(20);
  const day = 86_400_000_000 / BIN_US;
  for (const { id, requests } of templates.filter((_, rank) => rank % 9 === 0)) {
    const use = await templateUse(open.db, id, [0, 30_000 * day], unwatched);
    expect(use).toMatchObject({ requests, unseen: 0, reference: 0 });
    expect(use.untimed + use.counts.reduce((sum, n) => sum + n, 0)).toBe(requests);
    const own = new Map(readTemplate(open.db, id).accounts.map((one) => [one.account, one.requests]));
    expect(use.values).toBe(own.size);
    for (const { kind, value, requests: count } of use.bands)
      if (kind === 'value') expect(count).toBe(own.get(value as string));
  }
  const again = await runAnalysis(open, { seed: 1, priorShare: 0.01 }, unwatched);
  expect(again.operators).toBe(info.operators);
  expect(readOperators(open.db)).toEqual(operators);
  const entries = open.db.prepare('SELECT entry FROM custody_log ORDER BY seq').pluck().all() as string[];
  const runs = entries.map((entry) => JSON.parse(entry)).filter(({ action }) => action === 'analysis.run');
  expect(runs).toHaveLength(2);
  expect(runs[0].detail.resultHash).toBe(runs[1].detail.resultHash);
  const sha256 = open.db.prepare("SELECT sha256 FROM source WHERE kind = 'accounts'").pluck().get() as string;
  await removeSource(open, sha256, unwatched);
  expect(readInfo(open.db)?.stale).toBe(true);
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runAnalysis } from '../../../electron/engine/analysis/run-analysis.ts';
import { readTemplate, readTemplates } from '../../../electron/engine/analysis/stored-templates.ts';
import { countTemplateBands } from '../../../electron/engine/bands/count-template-bands.ts';
import { templateUse } from '../../../electron/engine/bands/template-use.ts';
import type { Case } from '../../../electron/engine/case/case.ts';
import { createCase } from '../../../electron/engine/case/open-case.ts';
import { importFile } from '../../../electron/engine/import/import-file.ts';
import { removeSource } from '../../../electron/engine/import/remove-source.ts';
import { unwatched } from '../../../electron/engine/jobs/job.ts';
import { accountRequests } from '../../../electron/engine/timeline/account-requests.ts';
import { type Band, MOST_BANDS } from '../../../shared/contract/bands.ts';
import { NO_FILTER } from '../../../shared/contract/filters.ts';
import { BIN_US } from '../../../shared/time/bin.ts';
import { canonical, importCsv, NEW_CASE, newCase, tempFolder } from '../support.ts';

const START_US = Date.UTC(2026, 4, 4) * 1000;
const START = START_US / BIN_US;
const EDGES = [START, START + 4, START + 8, START + 90];
const COLUMNS = ['request_id', 'timestamp', 'account_id', 'model', 'prompt_text'] as const;

interface Row {
  readonly id: string;
  readonly minute: number | null;
  readonly account: string;
  readonly model: string;
  readonly prompt: string;
}

const SUBJECTS = 'ships trees cards lamps roads birds clocks rings boats walls'.split(' ');
const WORDINGS = [
  (item: string) =>
    `Rate the following essay about ${item} between one and ten and explain your grade briefly`,
  (item: string) =>
    `Translate this short paragraph concerning ${item} into plain German without adding remarks`,
];

/** Three accounts that follow two wordings, one of them also asking things of its own; some rows without a time. */
function rows(): Row[] {
  const all: Row[] = [];
  const add = (account: string, prompt: string) => {
    const k = all.length;
    const minute = k % 41 === 0 ? null : (k * 7) % 1300;
    all.push({ id: `r${k}`, minute, account, model: k % 3 === 0 ? 'm-1' : 'm-2', prompt });
  };
  for (let k = 0; k < 160; k++) {
    const item = `${SUBJECTS[k % 10]} number ${k}`;
    add(['ac_one', 'ac_two'][k % 2], WORDINGS[0](item));
    if (k % 2 === 0) add('ac_three', WORDINGS[1](item));
    // Words that come but once.
    if (k % 4 === 0)
      add('ac_one', Array.from({ length: 6 }, (_, w) => `${'qwrtzpsdfg'[w]}${k * 31 + w * 7}x`).join(' '));
  }
  return all;
}

function csv(list: readonly Row[]): string {
  const lines = list.map(({ id, minute, account, model, prompt }) => {
    const time = minute === null ? 'never' : new Date(START_US / 1000 + minute * 60_000).toISOString();
    return `${id},${time},${account},${model},${prompt}`;
  });
  return `${COLUMNS.join(',')}\n${lines.join('\n')}\n`;
}

const all: readonly Row[] = rows();
/** Analysed once; what is only read is read from it by several tests. */
let shared: Case;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'stillwatch-test-'));
  shared = await createCase(join(folder, 'case.swcase'), 'tester', null, NEW_CASE);
  await analyse(shared, folder);
});
afterAll(async () => {
  await shared.close();
  rmSync(folder, { recursive: true, force: true });
});

async function analyse(open: Case, at: string): Promise<void> {
  // Two sources, and rows of each account in both.
  for (const half of [0, 1]) {
    const path = join(at, `half ${half}.csv`);
    writeFileSync(path, csv(all.filter((_, i) => i % 2 === half)));
    await importFile(open, path, canonical(...COLUMNS), unwatched);
  }
  await runAnalysis(open, { seed: 1, priorShare: 0.01 }, unwatched);
}

const idOf = (open: Case, account: string) =>
  open.db.prepare('SELECT id FROM account WHERE external_id = ?').pluck().get(account) as number;

const bandsOf = (open: Case, account: string, filter = NO_FILTER) =>
  countTemplateBands(open, idOf(open, account), EDGES, filter, unwatched);

/** The wording that a prompt follows, by the words that only it has. */
const wordingOf = ({ prompt }: Row) => (prompt.startsWith('Rate') ? 0 : prompt.startsWith('Trans') ? 1 : -1);

/** Requests of a wording by step, looked at one by one. */
function perStep(list: readonly Row[]): number[] {
  return EDGES.slice(1).map(
    (end, s) =>
      list.filter(({ minute }) => {
        const bin = minute === null ? Number.NaN : START + Math.floor(minute / 15);
        return bin >= EDGES[s] && bin < end;
      }).length,
  );
}

const countsOf = ({ counts }: { counts: Float64Array }, band: number) => [
  ...counts.slice(band * 3, band * 3 + 3),
];

test('each request counts where looking at its words puts it, over two sources, with and without a time', async () => {
  const open = shared;
  const { templates } = readTemplates(open.db, 0, 10, null);
  expect(templates).toHaveLength(2);
  const rate = templates.find(({ requests }) => requests === 160)?.id;
  for (const account of ['ac_one', 'ac_two', 'ac_three']) {
    const own = all.filter((row) => row.account === account);
    const found = await bandsOf(open, account);
    const following = own.filter((row) => wordingOf(row) >= 0);
    const without = own.filter((row) => wordingOf(row) < 0);
    expect(found.bands[0]).toMatchObject({ kind: 'value', values: 1, requests: following.length });
    expect(found.bands[0].value === rate).toBe(account !== 'ac_three');
    expect(found.bands[0].form).toMatchObject({ from: 'skeleton', verbatim: false });
    expect(countsOf(found, 0)).toEqual(perStep(following));
    const rest = found.bands.slice(1);
    expect(rest.reduce((sum, { requests }) => sum + requests, 0)).toBe(without.length);
    expect(rest.every(({ kind }) => kind === 'none' || kind === 'unkept')).toBe(true);
    expect(found).toMatchObject({
      requests: own.length,
      ofRequests: own.length,
      untimed: own.filter(({ minute }) => minute === null).length,
      values: 1,
      analysis: 'kept',
      unseen: 0,
      counted: 0,
    });
    // Not a word of a wording is among what is told.
    expect(JSON.stringify(found)).not.toMatch(/essay|German/);
  }
});

test('conditions on requests leave their part of every band, those on accounts all or nothing, on templates nothing', async () => {
  const open = shared;
  const chip = (field: 'model' | 'account' | 'template', value: string, negate = false) => ({
    range: null,
    chips: [{ field, values: [value], negate }],
  });
  const own = all.filter(({ account, model }) => account === 'ac_one' && model === 'm-1');
  const found = await bandsOf(open, 'ac_one', chip('model', 'm-1'));
  expect(found.requests).toBe(own.length);
  expect(countsOf(found, 0)).toEqual(perStep(own.filter((row) => wordingOf(row) === 0)));
  const others = await bandsOf(open, 'ac_one', chip('model', 'm-1', true));
  expect(others.requests + found.requests).toBe(found.ofRequests);
  expect(await bandsOf(open, 'ac_one', chip('account', 'ac_two'))).toMatchObject({ bands: [], requests: 0 });
  const whole = await bandsOf(open, 'ac_one');
  expect(await bandsOf(open, 'ac_one', chip('template', 'no such'))).toEqual(whole);
});

test('a template is counted by account, and its requests are those of the list', async () => {
  const open = shared;
  for (const { id, requests } of readTemplates(open.db, 0, 10, null).templates) {
    const found = await templateUse(open.db, id, EDGES, unwatched);
    expect(found.requests).toBe(requests);
    expect(found.ofRequests).toBe(all.length);
    const users = readTemplate(open.db, id).accounts;
    expect(new Map(found.bands.map(({ value, requests: own }) => [value, own]))).toEqual(
      new Map(users.map(({ account, requests: own }) => [account, own])),
    );
    found.bands.forEach(({ value }, band) => {
      const own = all.filter((row) => row.account === value && wordingOf(row) >= 0);
      expect(countsOf(found, band)).toEqual(perStep(own));
    });
  }
  await expect(templateUse(open.db, 'nothing', EDGES, unwatched)).rejects.toThrow(/kept no such template/);
});

test('single requests tell their template', () => {
  const open = shared;
  const columns = accountRequests(open.db, idOf(open, 'ac_one'), START_US, START_US + 90 * BIN_US, 1000);
  const own = all.filter(({ account, minute }) => account === 'ac_one' && minute !== null);
  const kinds = Array.from(columns.template, (at) => columns.templates?.[at].kind);
  expect(kinds).toHaveLength(own.length);
  expect(kinds.filter((kind) => kind === 'kept')).toHaveLength(
    own.filter((row) => wordingOf(row) === 0).length,
  );
});

test('requests that came after the analysis are a band of their own, also where their words were seen', async () => {
  const open = await newCase();
  await analyse(open, tempFolder());
  const later = all.slice(0, 9).map((row) => ({ ...row, id: `late ${row.id}`, minute: 300 }));
  const source = await importCsv(open, csv(later), canonical(...COLUMNS));
  const own = later.filter(({ account }) => account === 'ac_one').length;
  const found = await bandsOf(open, 'ac_one');
  expect(found.bands.at(-1)).toEqual({ kind: 'unseen', value: null, values: 0, requests: own });
  expect(found.unseen).toBe(own);
  const [{ id, requests }] = readTemplates(open.db, 0, 1, null).templates;
  expect(await templateUse(open.db, id, EDGES, unwatched)).toMatchObject({ requests, unseen: later.length });

  // A source that goes takes what is known of its requests along, so that numbers given again tell nothing wrong.
  const stored = () => open.db.prepare('SELECT count(*) FROM analysis_chunk_template').pluck().get();
  const before = stored() as number;
  const [first] = open.db.prepare('SELECT sha256 FROM source ORDER BY id').pluck().all() as string[];
  expect(source.sha256).not.toBe(first);
  await removeSource(open, first, unwatched);
  expect(stored()).toBe(before - 1);
  const left = await bandsOf(open, 'ac_two');
  expect(left.requests).toBe(left.ofRequests);
});

test('before an analysis, and after one of an older version, nothing is said of templates', async () => {
  const open = await newCase();
  await importCsv(open, csv(all.slice(0, 20)), canonical(...COLUMNS));
  const asked = () => bandsOf(open, 'ac_one');
  expect(await asked()).toMatchObject({ analysis: 'none', imported: false, values: 0 });
  open.db.exec(`INSERT INTO analysis_run (id, at_us, seconds, seed, prior_share, version, input_hash, signals)
                VALUES (1, 1, 1, 1, 0.01, '1', 'x', '[]')`);
  expect(await asked()).toMatchObject({ analysis: 'older', imported: false });
  const columns = accountRequests(open.db, idOf(open, 'ac_one'), START_US, START_US + 90 * BIN_US, 10);
  expect(columns.templates).toBeNull();
});

test('hashes stand for templates where there is no text, and beyond the foremost they are one band', async () => {
  const open = await newCase();
  const columns = ['request_id', 'timestamp', 'account_id', 'prompt_hash', 'system_hash'] as const;
  const lines: string[] = [];
  for (let system = 0; system < 15; system++)
    for (let k = 0; k < 20 + system; k++)
      lines.push(
        `r${lines.length},2026-05-04T00:${String(k % 60).padStart(2, '0')}:00Z,ac,p${lines.length},s${system}`,
      );
  await importCsv(open, `${columns.join(',')}\n${lines.join('\n')}\n`, canonical(...columns));
  await runAnalysis(open, { seed: 1, priorShare: 0.01 }, unwatched);
  const { bands, values, requests, counts } = await bandsOf(open, 'ac');
  expect(requests).toBe(lines.length);
  expect(values).toBe(15);
  expect(bands).toHaveLength(MOST_BANDS + 1);
  expect(bands[0]).toMatchObject({ value: 's14', requests: 34, form: { from: 'hash' } });
  expect(bands.at(-1)).toMatchObject({
    kind: 'others',
    values: 3,
    requests: 20 + 21 + 22,
  } satisfies Partial<Band>);
  expect(counts.reduce((sum, n) => sum + n, 0)).toBe(lines.length);
});

import { expect, test } from 'vitest';
import { orderAccounts } from '../../../electron/engine/accounts/order.ts';
import { readAccounts, readOperators } from '../../../electron/engine/analysis/results.ts';
import { runAnalysis } from '../../../electron/engine/analysis/run-analysis.ts';
import { readInfo } from '../../../electron/engine/analysis/store.ts';
import type { Case } from '../../../electron/engine/case/case.ts';
import { changeRule, moveTo, setLeftOut, setReference } from '../../../electron/engine/cohorts/decide.ts';
import { cohortDecisions } from '../../../electron/engine/cohorts/decisions.ts';
import {
  readAccountCohort,
  readCohort,
  readCohorts,
  readMembers,
} from '../../../electron/engine/cohorts/stored-cohorts.ts';
import { historyState, redo, undo } from '../../../electron/engine/commands/undo.ts';
import { removeSource } from '../../../electron/engine/import/remove-source.ts';
import { listSources } from '../../../electron/engine/import/sources.ts';
import { unwatched } from '../../../electron/engine/jobs/job.ts';
import { DEFAULT_COHORT_RULE } from '../../../shared/contract/cohorts.ts';
import { canonical, importCsv, newCase } from '../support.ts';

const MAPPING = canonical('timestamp', 'account_id', 'prompt_hash', 'device_id', 'ip');
const PARAMETERS = { seed: 1, priorShare: 0.01 };

/** A hundred requests of one account: each another prompt, or all one. */
function requests(account: string, asks: 'ever new' | 'the same', device = '', ip = ''): string[] {
  return Array.from({ length: 100 }, (_, i) => {
    const at = new Date(Date.UTC(2026, 4, 1 + (i % 5), 8, i)).toISOString();
    return `${at},${account},${account}-${asks === 'the same' ? 0 : i},${device},${ip}`;
  });
}
const log = (rows: readonly string[]) =>
  `timestamp,account_id,prompt_hash,device_id,ip\n${rows.join('\n')}\n`;
const names = (prefix: string, n: number) =>
  Array.from({ length: n }, (_, i) => `${prefix}_${String(i).padStart(2, '0')}`);

/** Of 36 accounts six always ask something new. */
const EXAMINED = names('ac', 36).flatMap((account, i) => requests(account, i < 6 ? 'ever new' : 'the same'));
/** Of forty, thirty do. */
const REFERENCE = names('ref', 40).flatMap((account, i) =>
  requests(account, i < 30 ? 'ever new' : 'the same'),
);

async function withReference(): Promise<{ open: Case; sha256: string }> {
  const open = await newCase();
  await importCsv(open, log(EXAMINED), MAPPING);
  const { sha256 } = await importCsv(open, log(REFERENCE), MAPPING);
  setReference(open, sha256, true);
  return { open, sha256 };
}

function placeOf(open: Case, account: string) {
  const { accounts } = readAccounts(open.db, 0, 100);
  return accounts.find((one) => one.account === account)?.signals.find(({ id }) => id === 'S7');
}

test('accounts are compared with a reference, whose own are neither scored nor counted', async () => {
  const { open } = await withReference();
  const info = await runAnalysis(open, PARAMETERS, unwatched);
  expect(info.accounts).toBe(36);
  const { total, accounts } = readAccounts(open.db, 0, 100);
  expect(total).toBe(36);
  expect(accounts.filter(({ account }) => account.startsWith('ref'))).toEqual([]);
  expect(JSON.stringify(readOperators(open.db))).not.toContain('ref_');
  expect(open.info().counts).toMatchObject({ accounts: 36, referenceAccounts: 40 });
  const order = orderAccounts(open, 'account', false, '');
  expect([order.ids.length, order.total, order.reference]).toEqual([36, 36, 40]);

  const name = 'reference: plan not stated, endpoint not stated, declared use not stated, 64 to 255 requests';
  // Ten of forty below and thirty equal, which count half; and none below, ten equal.
  expect(placeOf(open, 'ac_00')).toMatchObject({
    value: 1,
    percentile: 62.5,
    cohort: `40 accounts: ${name}`,
  });
  expect(placeOf(open, 'ac_10')).toMatchObject({ value: 0, percentile: 12.5 });

  const { bands, ...cohort } = readCohort(open.db, name);
  expect(cohort).toMatchObject({ kind: 'reference', accounts: 40, requests: 4000, compared: 36 });
  expect(bands.find(({ id }) => id === 'S7')).toEqual({
    id: 'S7',
    accounts: 40,
    p5: 0,
    p25: 0.75,
    p50: 1,
    p75: 1,
    p95: 1,
  });
  expect(readMembers(open.db, name, 0, 1000).total).toBe(76);
  expect(readAccountCohort(open.db, 'ac_00')).toMatchObject({
    isReference: false,
    cohort: { name },
    fallback: { name: name.slice('reference: '.length), accounts: 36, compared: 0, fallback: 36 },
  });
  expect(readAccountCohort(open.db, 'ref_00')).toMatchObject({ isReference: true, cohort: null });
});

test('without the reference the same account stands elsewhere among its own', async () => {
  const { open, sha256 } = await withReference();
  await removeSource(open, sha256, unwatched);
  expect(cohortDecisions(open.db).reference).toEqual([]);
  await runAnalysis(open, PARAMETERS, unwatched);
  // Thirty of 36 below, six equal.
  expect(placeOf(open, 'ac_00')?.percentile).toBeCloseTo((100 * 33) / 36, 12);
  await importCsv(open, log(REFERENCE), MAPPING);
  expect(open.info().counts).toMatchObject({ accounts: 36, referenceAccounts: 40 });
});

test('an account that another file knows requests of is under examination, and so said', async () => {
  const { open } = await withReference();
  await importCsv(open, log(requests('ref_00', 'the same', 'more')), MAPPING);
  expect(readCohorts(open.db)).toMatchObject({ examined: 37, reference: 39, both: 1 });
  const { accounts } = await runAnalysis(open, PARAMETERS, unwatched);
  expect(accounts).toBe(37);
});

test('a device and an address that the reference knows well tie nobody', async () => {
  const shared = (prefix: string, n: number) =>
    names(prefix, n).flatMap((account) => requests(account, 'the same', 'dev_a', '203.0.113.7'));
  const apart = names('ac', 200).flatMap((account, i) =>
    requests(account, 'the same', `own_${i}`, `198.51.100.${i}`).slice(0, 5),
  );
  const open = await newCase();
  await importCsv(open, log([...apart, ...shared('pair', 2)]), MAPPING);
  await runAnalysis(open, PARAMETERS, unwatched);
  const before = readAccounts(open.db, 0, 300).accounts.find(({ account }) => account === 'pair_00');
  const tie = before?.signals.find(({ id }) => id === 'S13');
  const { sha256 } = await importCsv(open, log(shared('ref', 10)), MAPPING);
  setReference(open, sha256, true);
  await runAnalysis(open, PARAMETERS, unwatched);
  const after = readAccounts(open.db, 0, 300).accounts.find(({ account }) => account === 'pair_00');
  expect(tie?.value).toBeGreaterThan(0);
  expect(after?.signals.find(({ id }) => id === 'S13')?.value).toBe(0);
  expect(readOperators(open.db)).toEqual([]);
});

test('decisions can be undone, are recorded, and make results stale until they are taken back', async () => {
  const open = await newCase();
  const { sha256 } = await importCsv(open, log(EXAMINED), MAPPING);
  const { inputHash } = await runAnalysis(open, PARAMETERS, unwatched);
  const isStale = () => readInfo(open.db)?.stale;
  expect(isStale()).toBe(false);

  changeRule(open, { traits: ['activity'], leastMembers: 10 });
  moveTo(open, ['ac_00', 'ac_01'], ' call centres ');
  setLeftOut(open, ['ac_02'], true);
  expect(isStale()).toBe(true);
  expect(historyState(open.db).undo).toBe('leave ac_02 out of comparisons');
  const decisions = {
    rule: { traits: ['activity'], leastMembers: 10 },
    moved: [
      { account: 'ac_00', cohort: 'call centres' },
      { account: 'ac_01', cohort: 'call centres' },
    ],
    leftOut: ['ac_02'],
    reference: [],
  };
  expect(cohortDecisions(open.db)).toEqual(decisions);
  const changed = await runAnalysis(open, PARAMETERS, unwatched);
  expect(changed.stale).toBe(false);
  expect(changed.inputHash).not.toBe(inputHash);
  const { used, cohorts } = readCohorts(open.db);
  expect(used).toEqual(decisions);
  expect(cohorts).toMatchObject([
    { name: '64 to 255 requests', kind: 'traits', accounts: 33, compared: 34, fallback: 0 },
    { name: 'call centres', kind: 'own', accounts: 2, compared: 2 },
  ]);
  expect(readMembers(open.db, '64 to 255 requests', 0, 100).members.filter(({ shapes }) => !shapes)).toEqual([
    { account: 'ac_02', requests: 100, shapes: false, compared: true, fallback: false },
  ]);
  const entry = open.db
    .prepare('SELECT entry FROM custody_log WHERE entry LIKE \'%"analysis.run"%\' ORDER BY seq DESC LIMIT 1')
    .pluck()
    .get() as string;
  expect(JSON.parse(entry).detail.cohorts).toEqual(decisions);

  for (let n = 0; n < 3; n++) undo(open);
  expect(cohortDecisions(open.db)).toEqual({
    rule: DEFAULT_COHORT_RULE,
    moved: [],
    leftOut: [],
    reference: [],
  });
  expect(isStale()).toBe(true);
  expect((await runAnalysis(open, PARAMETERS, unwatched)).inputHash).toBe(inputHash);
  for (let n = 0; n < 3; n++) redo(open);
  expect(cohortDecisions(open.db)).toEqual(decisions);

  setReference(open, sha256, true);
  expect(listSources(open.db)).toMatchObject([{ sha256, reference: true }]);
  expect(open.info().counts.accounts).toBe(0);
  await expect(runAnalysis(open, PARAMETERS, unwatched)).rejects.toThrow(/nothing is under examination/);
  undo(open);
  expect(open.info().counts.accounts).toBe(36);
});

test('what cannot be decided is refused, and what stands already writes nothing', async () => {
  const { open, sha256 } = await withReference();
  const commands = () => open.db.prepare('SELECT count(*) FROM command').pluck().get();
  const before = commands();
  setReference(open, sha256, true);
  changeRule(open, { ...DEFAULT_COHORT_RULE, traits: [...DEFAULT_COHORT_RULE.traits].reverse() });
  moveTo(open, ['ac_00'], null);
  setLeftOut(open, ['ac_00'], false);
  expect(() => moveTo(open, ['ref_00'], 'mine')).toThrow(/belongs to the benign reference/);
  expect(() => moveTo(open, ['ac_00'], 'reference: mine')).toThrow(/Choose another name/);
  expect(() => moveTo(open, ['nobody'], 'mine')).toThrow(/no such account/);
  expect(() => setLeftOut(open, ['nobody'], true)).toThrow(/no such account/);
  expect(() => setReference(open, 'f'.repeat(64), true)).toThrow(/no such source/);
  expect(commands()).toBe(before);
});

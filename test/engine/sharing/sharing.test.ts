import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Case } from '../../../electron/engine/case/case.ts';
import { unwatched } from '../../../electron/engine/jobs/job.ts';
import { share } from '../../../electron/engine/sharing/share.ts';
import { testOverlap } from '../../../electron/engine/sharing/test-overlap.ts';
import { madeOperator, putAnalysis } from '../stored-analysis.ts';
import { canonical, importCsv, newCase, tempFolder } from '../support.ts';

const SECRET = 'what we agreed on';
const LATER_US = Date.parse('2100-01-01T00:00:00Z') * 1000;
const WORDING =
  'You are grading answers of a student. Compare the answer {1} with the reference {2} and reply with one number from one to ten.';

interface Seen {
  readonly operator: string;
  readonly account: string;
  readonly ip: string;
  readonly wording: string;
  /** Of each day the hour in which it asks ten times; in other hours it asks once. */
  readonly peak: (day: number) => number;
}

/** A case in which each operator is one account, active every hour of thirty days. */
async function caseOf(seen: readonly Seen[]): Promise<Case> {
  const open = await newCase();
  const rows = seen.flatMap(({ account, ip, peak }) =>
    Array.from({ length: 30 * 24 }, (_, hour) => {
      const times = peak(Math.floor(hour / 24)) === hour % 24 ? 10 : 1;
      const at = new Date(Date.UTC(2026, 4, 1, hour)).toISOString();
      return `${at},${account},${ip}\n`.repeat(times);
    }),
  );
  await importCsv(
    open,
    `timestamp,account_id,ip\n${rows.join('')}`,
    canonical('timestamp', 'account_id', 'ip'),
  );
  putAnalysis(
    open,
    seen.map(({ operator, account }) => madeOperator(operator, [account])),
  );
  const addTemplate = open.db.prepare(
    'INSERT INTO analysis_template (rank, id, text, body) VALUES (?, ?, ?, ?)',
  );
  const addUse = open.db.prepare(
    "INSERT INTO analysis_template_account (template, place, account, requests, body) VALUES (?, 0, ?, 30, '{}')",
  );
  for (const [rank, { account, wording }] of seen.entries()) {
    addTemplate.run(rank, `t${rank}`, wording, '{}');
    addUse.run(rank, account);
  }
  return open;
}

const OURS: Seen = {
  operator: 'O-1',
  account: 'hidden-account-1',
  ip: '203.0.113.77',
  wording: WORDING,
  peak: (day) => (day * 7) % 24,
};
const STRANGER: Seen = {
  operator: 'O-2',
  account: 'stranger-1',
  ip: '198.51.100.9',
  wording:
    'Write a short poem about the sea in winter for the birthday of {1} and keep it cheerful and rhymed.',
  peak: (day) => (day * 5 + 3) % 24,
};

async function shared(open: Case, operators: readonly string[], expiresUs = LATER_US) {
  const path = join(tempFolder(), 'overlap.json');
  const made = await share(open, path, { operators, secret: SECRET, from: 'Orchard', expiresUs }, unwatched);
  return { path, made };
}

test('who sees the same operator learns by what, and who does not learns nothing', async () => {
  const { path, made } = await shared(await caseOf([OURS, STRANGER]), ['O-1']);
  expect(made).toMatchObject({ units: 1, tokens: 1, templates: 1 });
  expect(made.falseMatches).toEqual({ pairs: 1, matched: { identifier: 0, template: 0, timing: 0 } });

  const same = await caseOf([
    {
      ...OURS,
      operator: 'O-7',
      account: 'other-name',
      wording: WORDING.replace('one to ten', 'one to five'),
    },
    { ...STRANGER, operator: 'O-8' },
  ]);
  const { overlaps, chance } = await testOverlap(same, path, SECRET, unwatched);
  expect(overlaps.map(({ evidence, here, accounts }) => [evidence, here, ...accounts])).toEqual([
    ['identifier', '203.0.113.77', 'other-name'],
    ['template', 't0', 'other-name'],
    ['timing', 'O-7', 'other-name'],
  ]);
  expect(chance.expected).toBeLessThan(1e-9);
  const entries = same.db.prepare('SELECT entry FROM custody_log ORDER BY seq DESC LIMIT 1').pluck().get();
  expect(entries).toContain('overlap.test');

  const none = await testOverlap(await caseOf([STRANGER]), path, SECRET, unwatched);
  expect(none.overlaps).toEqual([]);
});

test('a package holds no name, identifier or wording, in plain, hexadecimal or base64', async () => {
  const { path } = await shared(await caseOf([OURS, STRANGER]), ['O-1', 'O-2']);
  const text = readFileSync(path, 'utf8');
  for (const secret of ['hidden-account', '203.0.113', 'grading', 'student', 'O-1', 'O-2', SECRET]) {
    expect(text).not.toContain(secret);
    if (secret.length < 6) continue;
    expect(text).not.toContain(Buffer.from(secret).toString('hex'));
    expect(text).not.toContain(Buffer.from(secret).toString('base64').slice(0, -3));
  }
  const again = await shared(await caseOf([OURS, STRANGER]), ['O-1', 'O-2']);
  const sketchesOf = (file: string) => JSON.stringify(JSON.parse(readFileSync(file, 'utf8')).units);
  // Another salt each time, so that two packages cannot be compared.
  expect(sketchesOf(again.path)).not.toBe(sketchesOf(path));
});

test('another secret, an expired package and a file that is none are each refused with a sentence', async () => {
  const open = await caseOf([OURS]);
  const { path } = await shared(open, ['O-1']);
  await expect(testOverlap(open, path, 'not the secret', unwatched)).rejects.toMatchObject({
    code: 'WRONG_PASSPHRASE',
  });
  const form = JSON.parse(readFileSync(path, 'utf8'));
  writeFileSync(path, JSON.stringify({ ...form, expiresUs: 1 }));
  await expect(testOverlap(open, path, SECRET, unwatched)).rejects.toThrow(/expired on 1970-01-01/);
  writeFileSync(path, JSON.stringify({ ...form, units: [{ ...form.units[0], timing: 'AAAA' }] }));
  await expect(testOverlap(open, path, SECRET, unwatched)).rejects.toMatchObject({ code: 'BAD_BUNDLE' });
  writeFileSync(path, '{');
  await expect(testOverlap(open, path, SECRET, unwatched)).rejects.toMatchObject({ code: 'BAD_BUNDLE' });
  await expect(shared(open, ['O-1'], 1)).rejects.toThrow(/has passed/);
  await expect(shared(open, ['O-9'])).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

test('what many strangers carry too is not shared', async () => {
  const crowd = Array.from({ length: 7 }, (_, i) => ({
    ...STRANGER,
    operator: `O-${i + 2}`,
    account: `stranger-${i}`,
    ip: OURS.ip,
  }));
  const { made } = await shared(await caseOf([OURS, ...crowd]), ['O-1']);
  expect(made.tokens).toBe(0);
});

import { spawn } from 'node:child_process';
import { copyFileSync, existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Case } from '../../../electron/engine/case/case.ts';
import { createCase, openCase } from '../../../electron/engine/case/open-case.ts';
import { verifyChain } from '../../../electron/engine/custody/log.ts';
import { importFile } from '../../../electron/engine/import/import-file.ts';
import { removeSource } from '../../../electron/engine/import/remove-source.ts';
import { listSources } from '../../../electron/engine/import/sources.ts';
import { unwatched } from '../../../electron/engine/jobs/job.ts';
import { Rng } from '../../../electron/engine/rng.ts';
import { querySql } from '../../../electron/engine/sql/query.ts';
import { readActivity } from '../../../electron/engine/timeline/activity.ts';
import { canonical, fileWith, MAIN, NEW_CASE, tempFolder } from '../support.ts';

/** STILLWATCH_KILLS=50 kills that often; STILLWATCH_KILL_SEED gives other moments. */
const KILLS = Number(process.env.STILLWATCH_KILLS ?? 10);
const SEED = Number(process.env.STILLWATCH_KILL_SEED ?? 1);
const ROWS = 60_000;
const MAPPING = canonical('timestamp', 'account_id', 'request_id', 'model', 'prompt_text');

function log(rows: number, name: string): string {
  const lines = Array.from({ length: rows }, (_, i) => {
    const second = String(i % 60).padStart(2, '0');
    return `2026-05-04T00:${second}:00Z,${name}_${i % 3000},${name}_req_${i},m-${i % 4},Prompt number ${i} of ${name}`;
  });
  return `timestamp,account_id,request_id,model,prompt_text\n${lines.join('\n')}\n`;
}

interface Ended {
  readonly how: 'killed' | 'finished';
  /** From when the case was seen to be open for writing, which is when its write-ahead log appears. */
  readonly workMs: number;
}

/** Runs a command and kills it when it has worked on the case for so long. */
function runFor(args: readonly string[], path: string, killAfterMs: number): Promise<Ended> {
  const child = spawn(process.execPath, [MAIN, ...args], { stdio: 'ignore' });
  const startMs = performance.now();
  let begunMs: number | undefined;
  const watch = setInterval(() => {
    if (begunMs === undefined && existsSync(`${path}-wal`)) begunMs = performance.now();
    if (begunMs !== undefined && performance.now() - begunMs >= killAfterMs) child.kill('SIGKILL');
  }, 1);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (status, signal) => {
      clearInterval(watch);
      const workMs = performance.now() - (begunMs ?? startMs);
      if (signal === 'SIGKILL') resolve({ how: 'killed', workMs });
      else if (status === 0) resolve({ how: 'finished', workMs });
      else reject(new Error(`The command ended with status ${status}.`));
    });
  });
}

/** What a person sees of the imported data, and whether the parts of the file agree with each other. */
function seen(open: Case) {
  const { db } = open;
  const one = (sql: string) => db.prepare(sql).pluck().get();
  expect(one('PRAGMA integrity_check')).toBe('ok');
  expect(db.pragma('foreign_key_check')).toEqual([]);
  expect(one('SELECT count(*) FROM source WHERE published = 0')).toBe(0);
  expect(one('SELECT count(*) FROM request_chunk WHERE source_id NOT IN (SELECT id FROM source)')).toBe(0);
  expect(
    one('SELECT count(*) FROM request_column WHERE key / 65536 NOT IN (SELECT id FROM request_chunk)'),
  ).toBe(0);
  expect(one('SELECT count(*) FROM account WHERE id NOT IN (SELECT account_id FROM account_total)')).toBe(0);
  expect(verifyChain(db).firstBad).toBeNull();
  const sources = listSources(db);
  const requests = querySql(open, 'SELECT count(*), count(DISTINCT account_id) FROM requests').rows;
  const { counts } = open.info();
  expect(requests[0][0]).toBe(sources.reduce((sum, { stored }) => sum + stored, 0));
  expect(requests[0][1]).toBe(counts.accounts);
  return {
    files: sources.map(({ file, stored }) => [file, stored]),
    requests,
    accounts: counts.accounts,
    totals: querySql(open, 'SELECT count(*), sum(requests) FROM accounts').rows,
    activity: readActivity(db, null),
  };
}

async function opening<T>(path: string, work: (open: Case) => T | Promise<T>): Promise<T> {
  const open = await openCase(path, 'tester', null);
  try {
    return await work(open);
  } finally {
    await open.close();
  }
}

test(`an import or its taking back, killed at ${KILLS} random moments, is there whole or not at all`, async () => {
  const folder = tempFolder();
  const [without, withBig, path] = ['without', 'with', 'case'].map((name) => join(folder, `${name}.swcase`));
  const big = join(folder, 'big.csv');
  writeFileSync(big, log(ROWS, 'big'));
  const base = await createCase(without, 'tester', null, NEW_CASE);
  await importFile(base, fileWith(log(500, 'base'), 'base.csv'), MAPPING, unwatched);
  const before = seen(base);
  await base.close();
  const startFrom = (file: string) => {
    for (const end of ['', '-wal', '-shm']) rmSync(`${path}${end}`, { force: true });
    copyFileSync(file, path);
  };
  const timed = async (args: readonly string[]) => {
    const { how, workMs } = await runFor(args, path, Number.POSITIVE_INFINITY);
    expect(how).toBe('finished');
    return workMs;
  };
  startFrom(without);
  const importing = ['import', path, big];
  const importMs = await timed(importing);
  const [after, sha256] = await opening(path, (open) => [seen(open), listSources(open.db)[1].sha256]);
  expect(after.files).toEqual([...before.files, ['big.csv', ROWS]]);
  expect(existsSync(`${path}-wal`)).toBe(false);
  copyFileSync(path, withBig);
  const removing = ['remove', path, sha256];
  const removeMs = await timed(removing);
  expect(await opening(path, seen)).toEqual(before);

  const rng = new Rng(SEED);
  const found = { killed: 0, whole: 0, nothing: 0, leftOver: 0 };
  for (let round = 0; round < KILLS; round++) {
    const importsNow = round % 2 === 0;
    startFrom(importsNow ? without : withBig);
    // The first two as soon as they begin: on a machine that grows faster meanwhile, the others may all be done before.
    const waitMs = round < 2 ? 0 : 0.9 * rng.float() * (importsNow ? importMs : removeMs);
    const { how } = await runFor(importsNow ? importing : removing, path, waitMs);
    if (how === 'killed') found.killed++;
    if (existsSync(`${path}-wal`)) found.leftOver++;
    await opening(path, async (open) => {
      const state = seen(open);
      const whole = state.files.length === 2;
      found[whole ? 'whole' : 'nothing']++;
      expect(state, `round ${round} after ${waitMs} ms`).toEqual(whole ? after : before);
      // Started again it completes.
      if (importsNow) await importFile(open, big, MAPPING, unwatched);
      else if (whole) await removeSource(open, sha256, unwatched);
      expect(seen(open)).toEqual(importsNow ? after : before);
    });
  }
  console.log(`${KILLS} rounds, seed ${SEED}: ${JSON.stringify(found)}`);
  expect(found.killed).toBeGreaterThan(0);
}, 600_000);

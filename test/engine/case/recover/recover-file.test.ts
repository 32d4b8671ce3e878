import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { openDatabase, rekey } from '../../../../electron/engine/case/database.ts';
import type { CaseKey } from '../../../../electron/engine/case/key.ts';
import { SCHEMA_VERSION } from '../../../../electron/engine/case/migrate.ts';
import { createCase } from '../../../../electron/engine/case/open-case.ts';
import { recoverFile } from '../../../../electron/engine/case/recover/recover-file.ts';
import { shapesOf } from '../../../../electron/engine/case/recover/shapes.ts';
import {
  ANALYSIS_TABLES,
  COPIED_TABLES,
  REMADE_TABLES,
} from '../../../../electron/engine/case/recover/tables.ts';
import { custodyFault } from '../../../../electron/engine/custody/fault.ts';
import { Rng } from '../../../../electron/engine/rng.ts';
import type { Recovered } from '../../../../shared/contract/cases.ts';
import { NEW_CASE } from '../../support.ts';
import { COUNTED, type Rows, rowsOf } from './compare.ts';
import { fillRichly } from './rich-case.ts';

const PAGE = 4096;
const ROUNDS = 32;

interface Base {
  readonly key: CaseKey | null;
  readonly bytes: Buffer;
  readonly rows: Rows;
}

let folder = '';
const bases = new Map<'encrypted' | 'plain', Base>();

// Once; a hook before each test may use what helpers of tests use.
beforeEach(async () => {
  if (bases.size > 0) return;
  folder = mkdtempSync(join(tmpdir(), 'stillwatch-recover-'));
  const path = join(folder, 'plain.swcase');
  const made = await createCase(path, 'tester', null, NEW_CASE);
  await fillRichly(made, 3600);
  await made.close();
  bases.set('plain', { key: null, bytes: readFileSync(path), rows: rowsOf(path, null) });
  // The very same rows, encrypted.
  const key = { keyHex: 'a7'.repeat(32), saltHex: '3c'.repeat(16) };
  const db = openDatabase(path, { key: null });
  rekey(db, key);
  db.close();
  bases.set('encrypted', { key, bytes: readFileSync(path), rows: rowsOf(path, key) });
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const quiet = { stage: () => undefined, check: () => undefined };

interface Outcome {
  readonly told: Recovered;
  readonly rows: Rows;
  readonly path: string;
}

function recover(bytes: Uint8Array, key: CaseKey | null): Outcome {
  const damaged = join(folder, 'damaged.swcase');
  const path = join(folder, 'recovered.swcase');
  writeFileSync(damaged, bytes);
  rmSync(path, { force: true });
  writeFileSync(path, '');
  const told = recoverFile({ access: { path: damaged, key }, to: path, author: 'tester' }, quiet);
  // The damaged file is never written.
  expect(readFileSync(damaged).equals(bytes)).toBe(true);
  return { told, rows: rowsOf(path, key), path };
}

/** Spoils pages as disks do: one wrong byte where tags find it, else a whole page of noise or of nothing. */
function spoil(base: Base, pages: Iterable<number>, random: Rng): Buffer {
  const bytes = Buffer.from(base.bytes);
  for (const page of pages) {
    const at = (page - 1) * PAGE;
    // The first bytes of an encrypted file are its salt: without it there is no key.
    const first = page === 1 ? 24 : 0;
    if (base.key) bytes[at + random.int(first, PAGE - 1)] ^= random.int(1, 255);
    else if (random.int(0, 1) === 0) bytes.fill(0, at, at + PAGE);
    else for (let i = 0; i < PAGE; i++) bytes[at + i] = random.int(0, 255);
  }
  return bytes;
}

/** Of what people wrote and what was imported; what follows from these is made anew. */
const OWN = (name: string) => !COUNTED.has(name) && !ANALYSIS_TABLES.has(name);

/** Rows that a recovery makes up on purpose, each of which it tells of. */
function isTold(table: string, row: string, { notes, custodyGaps }: Recovered): boolean {
  const says = (words: string) => notes.some((note) => note.includes(words));
  if (table === 'custody_log') return row.includes('case.recovered');
  if (table === 'account') return row.includes('name lost, account') && says('lost their names');
  if (table === 'source') return says('records of sources') || says('lost their record');
  if (table === 'record')
    return row.startsWith('"property"|') && (says('new id') || says('name of the case'));
  if (table === 'hash_seed') return says('cannot be told from the same ones');
  if (table === 'redaction_key') return says('Pseudonyms');
  return table === 'custody_branch' && custodyGaps.length > 0;
}

function minus(some: ReadonlySet<string>, others: ReadonlySet<string>): string[] {
  return [...some].filter((row) => !others.has(row));
}

/** Entries of the custody log, wherever they are kept. */
function entriesIn(rows: Rows): Set<string> {
  const own = [...(rows.get('custody_log') ?? [])].filter((row) => !row.includes('case.recovered'));
  const branches = [...(rows.get('custody_branch') ?? [])].map((row) => row.slice(row.indexOf('|') + 1));
  return new Set([...own, ...branches]);
}

test.each(['encrypted', 'plain'] as const)(
  `${ROUNDS} %s cases with 1 to 20 spoiled pages: each recovery ends, invents nothing and tells what is gone`,
  (kind) => {
    const base = bases.get(kind) as Base;
    const pages = base.bytes.length / PAGE;
    const random = new Rng(kind === 'plain' ? 11 : 12);
    let there = 0;
    let kept = 0;
    for (let round = 0; round < ROUNDS; round++) {
      // Page 1 and others of the list of tables would hardly ever be among so many.
      const spoiled = new Set(round % 8 === 0 ? [1] : []);
      const count = random.int(1, 20);
      while (spoiled.size < count) spoiled.add(random.int(1, pages));
      const { told, rows, path } = recover(spoil(base, spoiled, random), base.key);
      const context = `round ${round}, pages ${[...spoiled].join(' ')}`;
      expect(told.damagedPages, context).toEqual(
        expect.arrayContaining(kind === 'plain' ? [] : [...spoiled]),
      );
      for (const [table, before] of base.rows) {
        const after = rows.get(table) as ReadonlySet<string>;
        const invented = minus(after, before).filter((row) => !isTold(table, row, told));
        if (!COUNTED.has(table)) expect(invented, `${context}: ${table}`).toEqual([]);
        const gone = minus(before, after).length;
        if (OWN(table)) {
          there += before.size;
          kept += before.size - gone;
        }
        const loss = told.losses.find((one) => one.table === table);
        if (!ADDED_UP.has(table)) continue;
        // Where a number is told it is the right one, and where nothing is told nothing is gone.
        if (loss === undefined) expect(gone, `${context}: ${table}`).toBe(0);
        else if (loss.lost !== null) expect(gone, `${context}: ${table}`).toBe(loss.lost);
      }
      const entries = minus(entriesIn(base.rows), entriesIn(rows)).length;
      const log = told.losses.find(({ table }) => table === 'custody_log');
      if (log?.lost !== null) expect(entries, context).toBe(log?.lost ?? 0);
      checkCase(path, base.key, told);
    }
    const share = kept / there;
    console.log(
      `${kind}: ${ROUNDS} recoveries of ${pages} pages, ${(100 * share).toFixed(1)} % of own rows kept`,
    );
    expect(share).toBeGreaterThan(0.9);
  },
  60_000,
);

/** Kinds of rows of which the list of losses is held against what is missing. */
const ADDED_UP = new Set([
  'account_record',
  'context_event',
  'reject',
  'command',
  'record',
  'account',
  'identifier',
  'account_identifier',
  'prompt_block',
  'source',
]);

function checkCase(path: string, key: CaseKey | null, told: Recovered): void {
  const db = openDatabase(path, { key, readOnly: true });
  try {
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(db.pragma('foreign_key_check')).toEqual([]);
    expect(custodyFault(db)).toBeNull();
    const last = db
      .prepare('SELECT entry FROM custody_log ORDER BY seq DESC LIMIT 1')
      .pluck()
      .get() as string;
    expect(JSON.parse(last)).toMatchObject({
      action: 'case.recovered',
      detail: JSON.parse(JSON.stringify(told)),
    });
    // What is counted is what is left.
    const counted = db.prepare('SELECT source_id, sum(without_time), count(*) FROM account_total GROUP BY 1');
    expect(counted.all()).toBeDefined();
    const left = db.prepare('SELECT total(rows) FROM request_chunk').pluck().get();
    expect(db.prepare('SELECT total(requests) FROM account_total').pluck().get()).toBe(left);
  } finally {
    db.close();
  }
}

test('a case without any damage is recovered whole, analysis and all', () => {
  for (const { bytes, key, rows } of bases.values()) {
    const { told, rows: after } = recover(bytes, key);
    expect(told).toMatchObject({ losses: [], damagedPages: [], custodyGaps: [], notes: [], requestsLost: 0 });
    for (const [table, before] of rows)
      expect(minus(before, after.get(table) as ReadonlySet<string>)).toEqual([]);
  }
});

test('every table of a case is one of those that are copied or made again', () => {
  const named = new Set([...COPIED_TABLES, ...REMADE_TABLES]);
  for (let version = 1; version <= SCHEMA_VERSION; version++)
    for (const name of shapesOf(version).keys()) expect(named, name).toContain(name);
});

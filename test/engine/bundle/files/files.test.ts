import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { collisions, nameFault } from '../../../../electron/engine/bundle/bag/bag-names.ts';
import { FILES_OF } from '../../../../electron/engine/bundle/files/registry.ts';
import { SHAPES, schemaPath, shapeOf } from '../../../../electron/engine/bundle/files/shapes.ts';
import { guardFormula } from '../../../../electron/engine/bundle/formula-guard.ts';
import { publish } from '../../../../electron/engine/bundle/published/publish.ts';
import { scanBundle } from '../../../../electron/engine/bundle/redact/scan.ts';
import type { Case } from '../../../../electron/engine/case/case.ts';
import { createCase } from '../../../../electron/engine/case/open-case.ts';
import { unwatched } from '../../../../electron/engine/jobs/job.ts';
import { NEW_CASE } from '../../support.ts';
import { dumpOf, loadDump, WHOLE } from '../published-fixture.ts';
import { fillHostileCase, HOSTILE, publishedHostile, SECRET } from './hostile-case.ts';
import { csvOf, linesOf, textsOf } from './texts-of.ts';

const folder = mkdtempSync(join(tmpdir(), 'stillwatch-test-'));
let open: Case;
let texts: Record<string, string>;

beforeAll(async () => {
  open = await createCase(join(folder, 'case.swcase'), 'tester', null, NEW_CASE);
  await fillHostileCase(open);
  texts = await textsOf(publishedHostile(open), FILES_OF);
});

afterAll(async () => {
  await open.close();
  rmSync(folder, { recursive: true, force: true });
});

const scanned = (of: Record<string, string>) => ({
  paths: Object.keys(of),
  async *read(path: string) {
    yield Buffer.from(of[path]);
  },
});
const json = (path: string) => JSON.parse(texts[path]);

describe('the machine-readable files', () => {
  it('have names that any system takes, below data/', () => {
    const paths = Object.keys(texts);
    expect(paths.filter((path) => !path.startsWith('data/') || nameFault(path))).toEqual([]);
    expect(collisions(paths)).toEqual([]);
    expect(paths.length).toBeGreaterThan(60);
  });

  it('are the same bytes when they are made again, and from the case that is loaded from its published tables', async () => {
    const published = publishedHostile(open);
    expect(await textsOf(published, FILES_OF)).toEqual(texts);
    const loaded = await loadDump(await dumpOf(open, WHOLE));
    try {
      const again = await textsOf({ open: loaded, about: published.about }, FILES_OF);
      // Reasons why rows were refused stay in the case.
      const apart = ['data/provenance/rejects.csv', 'data/provenance/sources.csv'];
      for (const path of new Set([...Object.keys(texts), ...Object.keys(again)]))
        if (!apart.includes(path)) expect([path, again[path]]).toEqual([path, texts[path]]);
    } finally {
      await loaded.close();
    }
  });

  it('hold nothing of what is redacted, and meet their shapes then too', async () => {
    const choice = { ...WHOLE, redaction: true };
    const { published, secrets } = await publish(
      open,
      choice,
      { exportedUs: 1_790_000_000_000_000, folder },
      unwatched,
    );
    try {
      const values = [...secrets];
      const redacted = await textsOf(published, FILES_OF);
      expect(await scanBundle(scanned(redacted), values)).toEqual([]);
      expect((await scanBundle(scanned(texts), values)).length).toBeGreaterThan(10);
      expect(redacted['data/redactions.csv']).toMatch(/\r\naccount,/);
      expect(JSON.parse(redacted['data/exhibits/01-who-when.json']).inBundle.workedOutFrom).toBe(
        'a redacted case',
      );
      expect(Object.keys(redacted).filter((path) => path.includes('script'))).toEqual([]);
    } finally {
      await published.open.close();
    }
  });

  it('meet their shapes and the JSON Schemas beside them, which refuse what is added', () => {
    const ajv = new Ajv2020({ strict: false });
    const met = new Set<string>();
    for (const [path, text] of Object.entries(texts)) {
      const shape = shapeOf(path);
      if (!shape) continue;
      const key = Object.keys(SHAPES).find((one) => SHAPES[one] === shape) as string;
      met.add(key);
      const validate = ajv.compile(JSON.parse(texts[schemaPath(key)]));
      for (const value of path.endsWith('.ndjson') ? linesOf(text) : [JSON.parse(text)]) {
        expect([path, shape.safeParse(value).error]).toEqual([path, undefined]);
        expect([path, validate(value) ? null : validate.errors]).toEqual([path, null]);
        expect(validate({ ...(value as object), more: 1 })).toBe(false);
      }
      ajv.removeSchema();
    }
    expect([...met].sort()).toEqual(Object.keys(SHAPES).sort());
    expect(Object.keys(texts).filter((path) => path.startsWith('data/schema/'))).toHaveLength(met.size);
    for (const path of ['__proto__', 'data/__proto__', 'data/exhibits/', 'data/case.jsonld'])
      expect(shapeOf(path)).toBeUndefined();
  });

  it('tell no speaker notes', () => {
    expect(Object.entries(texts).filter(([, text]) => text.includes(SECRET))).toEqual([]);
  });

  it('hold no cell that a spreadsheet runs, and as many cells in each record as the header', () => {
    const tables = Object.entries(texts).filter(([path]) => path.endsWith('.csv'));
    expect(tables.length).toBeGreaterThan(20);
    for (const [path, text] of tables) {
      const [header, ...records] = csvOf(text);
      expect([path, records.filter((record) => record.length !== header.length)]).toEqual([path, []]);
      const cells = [header, ...records].flat().filter((cell) => !/^-?\d+(\.\d+)?(e[+-]\d+)?$/.test(cell));
      expect([path, cells.filter((cell) => guardFormula(cell) !== cell && !cell.startsWith("'"))]).toEqual([
        path,
        [],
      ]);
    }
  });

  it('tell names exactly where they are JSON, and guarded in tables', () => {
    const accounts = linesOf(texts['data/entities/accounts.ndjson']) as { account: string }[];
    expect(accounts.map(({ account }) => account)).toEqual([...HOSTILE].sort());
    const [header, ...records] = csvOf(texts['data/entities/accounts.csv']);
    expect(header[0]).toBe('account');
    expect(records.map(([account]) => account)).toEqual([...HOSTILE].sort().map(guardFormula));
  });
});

describe('casework', () => {
  it('tells likelihood and confidence apart, verdicts, and exhibits with their hashes', () => {
    const [finding] = json('data/findings.json').findings;
    expect(finding).toMatchObject({
      number: 1,
      likelihood: 'likely',
      confidence: 'low',
      notInBundle: [],
      verdicts: [
        { author: 'Eve', verdict: 'dissents', reason: '=because', changedSince: false },
        { author: 'Bob', verdict: 'agrees', changedSince: false },
      ],
    });
    expect(Object.keys(finding)).not.toContain('speakerNotes');
    const names = finding.exhibits.map(({ result }: { result: string }) => result);
    expect(names).toEqual([
      'data/exhibits/01-who-when.json',
      'data/exhibits/02-etc-passwd.json',
      'data/exhibits/03-con.json',
      'data/exhibits/04-many.json',
      'data/exhibits/05-exhibit.json',
    ]);
    for (const { result, resultHash } of finding.exhibits)
      expect(json(result).inBundle).toMatchObject({
        state: 'match',
        resultHash,
        workedOutFrom: 'the whole case',
      });
  });

  it('tells the matrix with who confirmed what, and what carries the result', () => {
    const [matrix] = json('data/hypotheses.json').matrices;
    expect(matrix.hypotheses.map(({ inconsistency }: { inconsistency: number }) => inconsistency)).toEqual([
      2 * 2 * Math.SQRT1_2,
      0,
    ]);
    expect(matrix.evidence[0]).toMatchObject({
      title: '+seen',
      cells: [
        { rating: '--', confirmedBy: 'tester' },
        { rating: null, confirmedBy: null },
      ],
      without: { leaders: [], changes: true },
    });
    expect(matrix.rowsInPart).toBe(1);
  });

  it('tells the case, what of it is there, and to whom it goes', () => {
    expect(json('data/case.json')).toMatchObject({
      exported: { by: '<b>Ada</b>' },
      handling: { tlp: 'TLP:AMBER', pap: 'PAP:RED', recipients: '=to "whom"' },
      totals: {
        case: { accounts: HOSTILE.length, requests: 42, operators: 1, findings: 1 },
        bundle: { accounts: HOSTILE.length, requests: 42, operators: 1, findings: 1 },
      },
      people: [{ name: '<b>Ada</b>', role: '-1+1' }],
    });
    expect(json('data/groups.json').groups[0]).toMatchObject({
      of: 'identity',
      how: 'merge',
      title: '=same',
    });
  });
});

describe('entities, links and signals', () => {
  it('names each identifier once with all who carry it, by record or by request', () => {
    const found = linesOf(texts['data/entities/identifiers.ndjson']) as {
      kind: string;
      value: string;
      accounts: number;
      carriers: { account: string; inRecords: boolean; requests: number }[];
    }[];
    const shared = found.filter(({ kind, value }) => kind === 'device' && value.includes('shared'));
    expect(shared).toHaveLength(1);
    expect(shared[0].accounts).toBe(HOSTILE.length);
    expect(shared[0].carriers[0]).toMatchObject({ inRecords: false, requests: 2 });
    const email = found.find(({ kind, value }) => kind === 'email' && value === 'user.0@a.example');
    expect(email?.carriers.map(({ inRecords, requests }) => [inRecords, requests])).toEqual([
      [true, 0],
      [true, 0],
      [true, 0],
    ]);
  });

  it('tells a link with its prior, and each item with how rare its value is', () => {
    const [first] = linesOf(texts['data/links/links.ndjson']) as { bits: number; items: object[] }[];
    expect(first).toMatchObject({ operator: 'O-1', bits: 20, priorBits: -10 });
    expect(first.items[0]).toMatchObject({
      kind: 'device',
      bits: 22,
      accountsWithValue: HOSTILE.length,
      ofAccounts: HOSTILE.length,
      rarity: 1,
    });
    expect(csvOf(texts['data/links/links.csv'])).toHaveLength(1 + 2 * (HOSTILE.length - 1));
  });

  it('places a signal in the band of its cohort, and keeps three questions on an operator apart', () => {
    const [header, first] = csvOf(texts['data/signals/signals.csv']);
    const row = Object.fromEntries(header.map((name, at) => [name, first[at]]));
    expect(row).toMatchObject({
      signal: 'S1',
      cohort_accounts: '14',
      cohort_p95: '0.5',
      place: 'above the 95th percentile',
      note: 'Calibrated on the synthetic benchmark, not in the field.',
    });
    const [operator] = json('data/operators.json').operators;
    expect(operator.findings.map(({ question }: { question: string }) => question)).toEqual([
      'together',
      'extraction',
      'access',
    ]);
    expect(operator.links).toEqual({ listed: HOSTILE.length - 1, total: HOSTILE.length - 1 });
    expect(operator.weakestBridge).toMatchObject({ bits: 1.25, splits: true });
  });
});

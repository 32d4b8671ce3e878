import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  accountTimelines,
  drawnAccounts,
} from '../../../../electron/engine/bundle/files/charts/account-timelines.ts';
import { chartDataOf } from '../../../../electron/engine/bundle/files/charts/chart-data.ts';
import { exhibitCharts } from '../../../../electron/engine/bundle/files/charts/exhibit-charts.ts';
import { isPublishedPicture } from '../../../../electron/engine/bundle/files/charts/picture.ts';
import {
  exhibitFiles,
  MOST_JSON_ROWS,
} from '../../../../electron/engine/bundle/files/exhibits/exhibit-files.ts';
import { FILES_OF } from '../../../../electron/engine/bundle/files/registry.ts';
import type { Case } from '../../../../electron/engine/case/case.ts';
import { createCase } from '../../../../electron/engine/case/open-case.ts';
import { EXHIBIT_TITLES } from '../../../../shared/contract/exhibits.ts';
import { NEW_CASE } from '../../support.ts';
import { aboutOf, dumpOf, fillSmallCase, loadDump, WHOLE } from '../published-fixture.ts';
import { fillHostileCase, publishedHostile, SVG } from './hostile-case.ts';
import { csvOf, textsOf } from './texts-of.ts';

const folder = mkdtempSync(join(tmpdir(), 'stillwatch-test-'));
const cases: Case[] = [];
let analysed: Case;
let finding: string;
let small: Record<string, string>;
let hostile: Record<string, string>;

beforeAll(async () => {
  const made = async (name: string) => {
    const open = await createCase(join(folder, name), 'tester', null, NEW_CASE);
    cases.push(open);
    return open;
  };
  analysed = await made('small.swcase');
  ({ finding } = await fillSmallCase(analysed));
  small = await textsOf({ open: analysed, about: aboutOf(analysed, WHOLE) }, FILES_OF);
  const open = await made('hostile.swcase');
  await fillHostileCase(open);
  hostile = await textsOf(publishedHostile(open), [exhibitFiles, exhibitCharts, accountTimelines]);
});

afterAll(async () => {
  for (const open of cases) await open.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Spec {
  readonly $schema: string;
  readonly data: { readonly url: string; readonly format: { readonly parse: Record<string, string> } };
  readonly encoding?: Record<string, { readonly field: string }>;
  readonly layer?: readonly { readonly encoding: Record<string, { readonly field: string }> }[];
  readonly mark: { readonly type: string } | string;
}

describe('charts', () => {
  it('have a specification that reads the table beside it, each field a column of it', () => {
    const all = { ...small, ...hostile };
    const specs = Object.keys(all).filter((path) => path.endsWith('.vl.json'));
    expect(specs.length).toBeGreaterThan(14);
    for (const path of specs) {
      const spec = JSON.parse(all[path]) as Spec;
      expect(spec.$schema).toBe('https://vega.github.io/schema/vega-lite/v5.json');
      expect(spec.data.url).toBe(path.replace('data/charts/', '').replace('.vl.json', '.csv'));
      const [header, ...records] = csvOf(all[`data/charts/${spec.data.url}`]);
      expect(records.length).toBeGreaterThan(0);
      const parts = [spec.encoding, ...(spec.layer ?? []).map(({ encoding }) => encoding)];
      const fields = parts.flatMap((encoding) => Object.values(encoding ?? {})).map(({ field }) => field);
      expect(fields.length).toBeGreaterThan(1);
      expect([path, fields.filter((field) => !header.includes(field) || !/^\w+$/.test(field))]).toEqual([
        path,
        [],
      ]);
      expect(Object.keys(spec.data.format.parse).filter((field) => !header.includes(field))).toEqual([]);
    }
  });

  it('are drawn of every query that is a picture, from what it answers', () => {
    const drawn = Object.keys(small).flatMap(
      (path) => /data\/charts\/\d+-shows-(.*)\.vl\.json$/.exec(path)?.[1] ?? [],
    );
    // Single numbers of different units are no picture.
    expect(drawn.sort()).toEqual(
      Object.keys(EXHIBIT_TITLES)
        .filter((name) => name !== 'synchrony')
        .sort(),
    );
    const link = csvOf(small['data/charts/05-shows-link.csv']);
    expect(link[0]).toEqual(['item', 'bits']);
    expect(link[1][0]).toBe('prior');
    expect(link.slice(2).some(([item]) => item === 'device: shared-device')).toBe(true);
    const sql = JSON.parse(small['data/charts/10-shows-sql.vl.json']) as Spec;
    expect([sql.mark, sql.encoding?.y.field, sql.encoding?.x.field]).toMatchObject([
      { type: 'bar' },
      'c1',
      'c2',
    ]);
  });

  it('of a statement go by its columns: bars, a heat map, a line, or none', () => {
    const of = (...row: (string | number | null)[]) =>
      chartDataOf('sql', { columns: row.map(String), rows: [row] });
    expect(of('a', 1)?.mark).toBe('bar');
    expect(of('a', 'b', 1)).toMatchObject({ mark: 'heat', x: 'c1', y: 'c2', by: 'c3' });
    expect(of(1, 2)?.mark).toBe('line');
    for (const none of [
      of('a'),
      of(1),
      of('a', 'b'),
      of(null),
      chartDataOf('constructor', { columns: [], rows: [] }),
    ])
      expect(none).toBeNull();
    expect(chartDataOf('sql', { columns: ['a', 'n'], rows: [] })).toBeNull();
  });

  it('carry the pinned picture to the byte, and none that is no drawing of this application', () => {
    expect(hostile['data/charts/01-who-when.svg']).toBe(SVG);
    expect(Object.keys(hostile).filter((path) => /\/\d+-.*\.svg$/.test(path))).toEqual([
      'data/charts/01-who-when.svg',
    ]);
    expect(isPublishedPicture(SVG)).toBe(true);
    for (const bad of [
      null,
      '',
      '<svg><script/></svg>',
      SVG.replace('></svg>', '><a/></svg>'),
      `${SVG}\ud800`,
    ])
      expect(isPublishedPicture(bad)).toBe(false);
  });

  it('of accounts begin with those that are annotated, each with picture, table and specification', () => {
    const [first] = drawnAccounts(analysed.db);
    expect(first).toMatchObject({ account: 'left', name: 'account-01-left' });
    const files = Object.keys(small).filter((path) => path.includes('/account-01-'));
    expect(files.map((path) => path.split('.').slice(1).join('.')).sort()).toEqual(['csv', 'svg', 'vl.json']);
    const [header, ...steps] = csvOf(small['data/charts/account-01-left.csv']);
    const requests = steps.map((step) => Number(step[header.indexOf('requests')]));
    expect(requests.reduce((sum, count) => sum + count, 0)).toBe(
      analysed.db
        .prepare(
          "SELECT requests FROM account_total t JOIN account a ON a.id = t.account_id WHERE a.external_id = 'left'",
        )
        .pluck()
        .get(),
    );
    expect(hostile['data/charts/account-01-script-alert-1-script.svg']).toContain('&#60;script&#62;');
    expect(hostile['data/charts/account-01-script-alert-1-script.svg']).not.toContain('<script');
  });
});

describe('exhibits', () => {
  it('of an analysed case are the same bytes from what is published of it, with all other files', async () => {
    const open = await loadDump(await dumpOf(analysed, WHOLE));
    try {
      const again = await textsOf({ open, about: aboutOf(analysed, WHOLE) }, FILES_OF);
      expect(Object.keys(again).filter((path) => again[path] !== small[path])).toEqual([]);
      expect(Object.keys(small).filter((path) => !(path in again))).toEqual([]);
    } finally {
      await open.close();
    }
  });

  it('stand with their question, hashes and whole result; long results are cut in JSON alone', () => {
    const many = JSON.parse(hostile['data/exhibits/04-many.json']);
    expect(many).toMatchObject({
      query: 'sql',
      args: { sql: expect.stringContaining('RECURSIVE') },
      inBundle: { state: 'match', rowsChanged: false },
      result: { columns: ['n', 'm'], ofRows: 10_000 },
    });
    expect(many.result.rows).toHaveLength(MOST_JSON_ROWS);
    expect(csvOf(hostile['data/exhibits/04-many.csv'])).toHaveLength(10_001);
    expect(JSON.parse(hostile['data/exhibits/05-exhibit.json']).args).toEqual({ account: '__proto__' });
  });

  it('say what a part of the case answers: the same, something else, or nothing', async () => {
    const states = async (choice: typeof WHOLE) => {
      const open = await loadDump(await dumpOf(analysed, choice));
      try {
        const texts = await textsOf({ open, about: aboutOf(analysed, choice) }, [exhibitFiles]);
        return Object.entries(texts)
          .filter(([path]) => path.endsWith('.json'))
          .map(([, text]) => JSON.parse(text));
      } finally {
        await open.close();
      }
    };
    const whole = await states(WHOLE);
    expect(whole.map(({ inBundle }) => inBundle.state)).toEqual(whole.map(() => 'match'));
    const part = await states({ ...WHOLE, whole: false, findings: [finding], rowLimit: 3 });
    expect(part).toHaveLength(whole.length);
    expect(new Set(part.map(({ inBundle }) => inBundle.workedOutFrom))).toEqual(
      new Set(['a part of the case']),
    );
    expect(part.some(({ inBundle }) => inBundle.state === 'drift')).toBe(true);
    for (const { inBundle, result } of part) expect(result === null).toBe(inBundle.state === 'cannot');
  });
});

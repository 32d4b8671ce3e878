import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BagFile, writeBag } from '../../../../electron/engine/bundle/bag/bag.ts';
import type { BagFiles } from '../../../../electron/engine/bundle/bag/bag-check.ts';
import { exportBundle } from '../../../../electron/engine/bundle/export.ts';
import { withZipFile } from '../../../../electron/engine/bundle/published/zip-file.ts';
import { recomputeBag } from '../../../../electron/engine/bundle/verify/recompute.ts';
import { verifyBundle } from '../../../../electron/engine/bundle/verify/verify.ts';
import { createCase } from '../../../../electron/engine/case/open-case.ts';
import { unwatched } from '../../../../electron/engine/jobs/job.ts';
import { NEW_CASE } from '../../support.ts';
import { fillSmallCase, WHOLE } from '../published-fixture.ts';

const REQUESTS = 'data/evidence/requests.ndjson';
const folder = mkdtempSync(join(tmpdir(), 'stillwatch-test-'));
const zip = join(folder, 'whole.zip');
const files = new Map<string, Buffer>();
let finding = '';

beforeAll(async () => {
  const open = await createCase(join(folder, 'case.swcase'), 'tester', null, NEW_CASE);
  ({ finding } = await fillSmallCase(open));
  await exportBundle(open, zip, unwatched, { choice: { ...WHOLE, findings: [finding] } });
  await open.close();
  await withZipFile(zip, Error, async (bag) => {
    for (const path of bag.paths) files.set(path, await buffer(bag.read(path)));
  });
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The bundle with some of its files otherwise; null takes one away. */
function bagWith(changed: Readonly<Record<string, string | null>> = {}): BagFiles {
  const all = new Map<string, Uint8Array>(files);
  for (const [path, text] of Object.entries(changed)) {
    if (text === null) all.delete(path);
    else all.set(path, Buffer.from(text));
  }
  return {
    paths: [...all.keys()],
    async *read(path) {
      yield all.get(path) as Uint8Array;
    },
  };
}

const text = (path: string) => (files.get(path) as Buffer).toString('utf8');

/** The requests with another topic of the first that an account asks about law and gets an answer to. */
function otherTopic(): string {
  const lines = text(REQUESTS).split('\n');
  const at = lines.findIndex((line) =>
    ['"account":"left"', '"topic":"law"', '"status":"200"'].every((part) => line.includes(part)),
  );
  lines[at] = lines[at].replace('"topic":"law"', '"topic":"art"');
  return lines.join('\n');
}

test('a bundle gives all its files and exhibits again, and leaves nothing behind', async () => {
  const before = readdirSync(tmpdir()).filter((name) => name.startsWith('.stillwatch-'));
  const found = await recomputeBag(bagWith());
  expect(found.problems).toEqual([]);
  expect(found.notCompared).toEqual([]);
  expect(found.files).toBe([...files.keys()].filter((path) => path.startsWith('data/')).length);
  expect(found.exhibits.map(({ number, state }) => [number, state])).toEqual(
    Array.from({ length: 10 }, (_, i) => [i + 1, 'match']),
  );
  const left = readdirSync(tmpdir()).filter((name) => name.startsWith('.stillwatch-'));
  expect(left.filter((name) => !before.includes(name))).toEqual([]);
});

test('one changed row makes the exhibits that it is behind drift, each by name, and names what shows it', async () => {
  const { exhibits, problems } = await recomputeBag(bagWith({ [REQUESTS]: otherTopic() }));
  const drifted = exhibits.filter(({ state }) => state !== 'match');
  expect(drifted.map(({ title, state }) => [title, state])).toEqual([
    ['Shows profile', 'drift'],
    ['Shows partition', 'drift'],
    ['Shows filter', 'drift'],
    ['Shows sql', 'drift'],
  ]);
  for (const { id, title, number } of drifted) {
    const told = problems.filter(({ problem }) => problem.includes(id));
    expect(told).toEqual([
      {
        file: expect.stringMatching(new RegExp(`^data/exhibits/0?${number}-.*\\.json$`)),
        problem: expect.stringContaining(`exhibit ${number}, "${title}" (${id}), otherwise than the tables`),
      },
    ]);
  }
  const named = new Set(problems.map(({ file }) => file));
  expect(named).toContain('data/evidence/requests.csv');
  for (const same of [
    'data/README.txt',
    REQUESTS,
    'data/tables/record.ndjson',
    'data/provenance/custody.ndjson',
  ])
    expect(named).not.toContain(same);
});

test('with all checksums made anew it verifies, and only making everything again shows it', async () => {
  const changed = join(folder, 'changed.zip');
  const payload = [...files]
    .filter(([path]) => path.startsWith('data/'))
    .map(([path, bytes]): BagFile => ({ path, content: path === REQUESTS ? otherTopic() : bytes }))
    .sort((a, b) => Buffer.compare(Buffer.from(a.path), Buffer.from(b.path)));
  const info = text('bag-info.txt')
    .trimEnd()
    .split('\n')
    .map((line) => line.split(': ') as [string, string])
    .filter(([label]) => label !== 'Payload-Oxum');
  await writeBag(changed, payload, () => info);
  expect((await verifyBundle(changed)).problems).toEqual([]);
  const { ok, recompute } = await verifyBundle(changed, { recompute: recomputeBag });
  expect(ok).toBe(false);
  expect(recompute?.exhibits.filter(({ state }) => state === 'drift')).toHaveLength(4);
  const untouched = await verifyBundle(zip, { recompute: recomputeBag });
  expect([untouched.ok, untouched.recompute?.problems]).toEqual([true, []]);
});

test('a file too many, one too few and one changed are each named', async () => {
  const { problems } = await recomputeBag(
    bagWith({
      'data/more.txt': 'x',
      'data/evidence/requests.csv': null,
      'data/case.json': `${text('data/case.json')} `,
      'data/report.pdf': '%PDF',
    }),
  );
  expect(problems).toEqual([
    { file: 'data/case.json', problem: 'is not what the tables of the bundle give' },
    { file: 'data/evidence/requests.csv', problem: 'is missing, and the tables of the bundle give it' },
    { file: 'data/more.txt', problem: 'is no file that the tables of the bundle give' },
  ]);
});

test('the report on pages is said not to be compared', async () => {
  expect((await recomputeBag(bagWith({ 'data/report.pdf': '%PDF' }))).notCompared).toEqual([
    'data/report.pdf',
  ]);
});

test.each([
  ['data/bundle.json', '{}', 'does not say of the bundle what this version knows'],
  ['data/bundle.json', null, 'is missing'],
  [
    'data/tables/account.ndjson',
    '{"account":1}\n',
    'has a line 1 that has another account than its table takes',
  ],
  [REQUESTS, 'x\n', 'has a line 1 that is no JSON'],
])('tables that cannot be read are a problem of their file (%s)', async (file, content, problem) => {
  expect(await recomputeBag(bagWith({ [file]: content }))).toMatchObject({
    files: 0,
    problems: [{ file, problem }],
  });
});

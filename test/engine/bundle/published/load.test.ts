import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dumpPublished } from '../../../../electron/engine/bundle/published/dump.ts';
import { linesOf } from '../../../../electron/engine/bundle/published/line-reader.ts';
import { loadPublished } from '../../../../electron/engine/bundle/published/load.ts';
import type { Case } from '../../../../electron/engine/case/case.ts';
import { createCase } from '../../../../electron/engine/case/open-case.ts';
import { unwatched } from '../../../../electron/engine/jobs/job.ts';
import { NEW_CASE } from '../../support.ts';
import { aboutOf, dumpOf, fillSmallCase, WHOLE } from '../published-fixture.ts';

const REQUESTS = 'data/evidence/requests.ndjson';
const folder = mkdtempSync(join(tmpdir(), 'stillwatch-test-'));
const own = join(folder, 'own');
const good = new Map<string, string>();

beforeAll(async () => {
  const open = await createCase(join(folder, 'case.swcase'), 'tester', null, NEW_CASE);
  await fillSmallCase(open);
  for (const [path, lines] of await dumpOf(open, WHOLE)) good.set(path, [...lines()].join(''));
  await open.close();
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function load(changed: ReadonlyMap<string, string | null>): Promise<Case> {
  const at = mkdtempSync(`${own}-`);
  const bytes = (path: string) => changed.get(path) ?? good.get(path) ?? '';
  async function* chunks(path: string) {
    yield Buffer.from(bytes(path));
  }
  const options = { folder: at, author: 'tester', readOnly: 'A test.' };
  try {
    return await loadPublished(
      (path) => (changed.get(path) === null ? undefined : linesOf(path, chunks(path))),
      options,
      unwatched,
    );
  } catch (error) {
    expect(readdirSync(at)).toEqual([]);
    throw error;
  }
}

const table = (name: string) => `data/tables/${name}.ndjson`;
const lineOf = (path: string, number: number) => (good.get(path) as string).split('\n')[number - 1];

/** A file with something of one of its lines otherwise. */
function edited(
  path: string,
  number: number,
  edit: (line: Record<string, unknown>) => unknown,
): [string, string] {
  const lines = (good.get(path) as string).split('\n');
  const value = JSON.parse(lines[number - 1]);
  const made = edit(value);
  lines[number - 1] = typeof made === 'string' ? made : JSON.stringify(made ?? value);
  return [path, lines.join('\n')];
}

const set = (values: Record<string, unknown>) => (line: Record<string, unknown>) => ({ ...line, ...values });

test.each<[string, string, number, (line: Record<string, unknown>) => unknown, string]>([
  ['no JSON', REQUESTS, 2, () => '{', 'line 2 that is no JSON'],
  ['no object', REQUESTS, 2, () => '[1]', 'line 2 that is no JSON object'],
  ['an unknown account', REQUESTS, 3, set({ account: 'nobody' }), 'names an account that is not there'],
  ['an unknown source', REQUESTS, 3, set({ source: 'a'.repeat(64) }), 'is of no source of requests'],
  ['another reference', REQUESTS, 3, set({ reference: 'request:x/3' }), 'has another reference'],
  ['another time', REQUESTS, 3, set({ timeUs: 5 }), 'has another time in words'],
  ['a time that is none', REQUESTS, 3, set({ timeUs: 1e300 }), 'has a time that is none'],
  ['a row twice', REQUESTS, 3, () => lineOf(REQUESTS, 2), 'comes after a later row'],
  [
    'a field that is none',
    REQUESTS,
    3,
    set({ fields: { prompt_text: 'x' } }),
    'has a field that no request has',
  ],
  [
    'a text for a number',
    REQUESTS,
    3,
    set({ fields: { output_tokens: '5' } }),
    'another value than it takes',
  ],
  [
    'an inherited name',
    REQUESTS,
    3,
    set({ fields: { constructor: 'x' } }),
    'has a field that no request has',
  ],
  [
    'an unknown column',
    REQUESTS,
    3,
    set({ extra: { x: 'y' } }),
    'has a column that its source does not have',
  ],
  ['an unknown template', REQUESTS, 3, set({ template: 'nope' }), 'names a template that is not there'],
  ['an unsafe citation', REQUESTS, 3, set({ citedBy: ['a b'] }), 'is cited by what has no id'],
  ['one property more', REQUESTS, 3, set({ more: 1 }), 'has a property that no request has'],
  ['an account twice', table('account'), 2, () => lineOf(table('account'), 1), 'or is there twice'],
  ['another form of record', table('record'), 1, set({ body: {} }), 'is not of the form of its kind'],
  ['an unknown kind of record', table('record'), 1, set({ kind: 'constructor' }), 'a kind of record'],
  ['an unknown preset', table('source'), 1, (line) => preset(line), 'is not of the form of its kind'],
  ['counts that do not add up', table('source'), 1, set({ stored: 1 }), 'does not go together'],
  ['half a surrogate pair', table('account'), 1, () => '{"account":"\\ud800"}', 'has another account'],
  ['a column missing', table('analysis_link'), 1, () => '{"a":"left"}', 'does not have the 4 properties'],
  ['no custody entry', 'data/provenance/custody.ndjson', 2, () => '{"seq":2}', 'is no custody entry'],
])('%s is refused by file and line, and nothing is left', async (_, path, number, edit, said) => {
  await expect(load(new Map([edited(path, number, edit)]))).rejects.toMatchObject({
    code: 'BAD_BUNDLE',
    message: expect.stringContaining(said),
    file: path,
    problem: expect.stringMatching(new RegExp(`^has a line ${number} that`)),
  });
});

function preset(line: Record<string, unknown>) {
  return { ...line, mapping: { ...(line.mapping as object), preset: 'none such' } };
}

test('a missing file, an unended line and bytes that are no text are refused', async () => {
  await expect(load(new Map([[REQUESTS, null]]))).rejects.toMatchObject({
    file: REQUESTS,
    problem: 'is missing',
  });
  await expect(load(new Map([[table('account'), '{"account":"left"}']]))).rejects.toMatchObject({
    problem: 'has a line 1 that has no end',
  });
  async function* broken() {
    yield Uint8Array.of(0x7b, 0xff, 0x0a);
  }
  await expect(linesOf('f', broken()).next()).rejects.toMatchObject({
    problem: 'has a line 1 that is no UTF-8 text',
  });
});

test('names that every object inherits are names like others, and change no object', async () => {
  const [path, text] = edited(REQUESTS, 1, (line) => set({ account: '__proto__' })(line));
  const accounts = `{"account":"__proto__"}\n${good.get(table('account'))}`;
  const open = await load(
    new Map([
      [path, text],
      [table('account'), accounts],
    ]),
  );
  const dump = dumpPublished({ open, about: aboutOf(open, WHOLE) });
  const [first] = dump.get(REQUESTS)?.() ?? [];
  expect(JSON.parse(first).account).toBe('__proto__');
  await open.close();
  expect(({} as Record<string, unknown>).account).toBeUndefined();
});

test('the same tables give the same case, whatever the chunks they come in', async () => {
  const path = REQUESTS;
  async function* small() {
    const bytes = Buffer.from(good.get(path) as string);
    for (let at = 0; at < bytes.length; at += 777) yield bytes.subarray(at, at + 777);
  }
  const options = { folder, author: 'tester', readOnly: 'A test.' };
  const lines = (name: string) =>
    name === path ? linesOf(path, small()) : ((good.get(name) ?? '').match(/[^\n]*\n/g) ?? []);
  const open = await loadPublished(lines, options, unwatched);
  for (const [name, dumped] of dumpPublished({ open, about: aboutOf(open, WHOLE) }))
    expect([...dumped()].join(''), name).toBe(good.get(name));
  await open.close();
});

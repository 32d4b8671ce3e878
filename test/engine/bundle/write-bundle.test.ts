import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Published } from '../../../electron/engine/bundle/published/published.ts';
import { CUSTODY_CHECK, HAND_CHECK } from '../../../electron/engine/bundle/readme.ts';
import { writeBundle } from '../../../electron/engine/bundle/write-bundle.ts';
import { unwatched } from '../../../electron/engine/jobs/job.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { publishedWhole, tinyCase, tinyPublished } from './tiny-case.ts';

const folder = temporaryFolder();
const missing = ['bash', 'unzip', 'sha256sum', 'sha512sum', 'jq'].filter(
  (tool) => spawnSync(tool, ['--version']).error,
);

/** Runs commands as a person would type them; gives what they print. */
function shell(commands: string, cwd: string): { readonly status: number | null; readonly output: string } {
  const run = spawnSync('bash', ['-e', '-c', commands], { cwd, encoding: 'utf8' });
  return { status: run.status, output: run.stdout + run.stderr };
}

const read = (path: string) => readFileSync(folder.path(`bundle/${path}`), 'utf8');
const ndjson = (path: string) =>
  read(path)
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

async function unpacked(published: Published): Promise<void> {
  await writeBundle(folder.path('BUNDLE.zip'), published, unwatched);
  await published.open.close();
  execFileSync('unzip', ['-q', folder.path('BUNDLE.zip'), '-d', folder.path('bundle')]);
}

it('gives the same bytes for the same tables, published twice, and others for another time', async () => {
  const { open } = await tinyCase();
  const write = async (name: string, exportedUs: number) => {
    const published = await publishedWhole(open, exportedUs);
    const { sha256 } = await writeBundle(folder.path(name), published, unwatched);
    await published.open.close();
    return sha256;
  };
  const first = await write('1.zip', 1_790_000_000_000_000);
  expect(await write('2.zip', 1_790_000_000_000_000)).toBe(first);
  expect(await write('3.zip', 1_790_000_001_000_000)).not.toBe(first);
});

describe('a bundle unpacked by hand', () => {
  beforeEach(({ skip }) => skip(missing.length > 0, `Not installed here: ${missing.join(', ')}.`));

  it('holds under the commands of its README, which notice a change and an added file', async () => {
    const published = await tinyPublished();
    await writeBundle(folder.path('BUNDLE.zip'), published, unwatched);
    await published.open.close();
    const clean = shell(`${HAND_CHECK}\n${CUSTODY_CHECK}`, folder.path(''));
    expect(clean.status, clean.output).toBe(0);
    const [files] = clean.output.trimEnd().split('\n').slice(-2);
    expect(clean.output.trimEnd().split('\n').slice(-2)).toEqual([files, files]);
    for (const line of [...HAND_CHECK.split('\n'), ...CUSTODY_CHECK.split('\n')])
      expect(read('data/README.txt')).toContain(line);

    writeFileSync(folder.path('bundle/data/case.json'), `${read('data/case.json')} `);
    expect(shell(HAND_CHECK.split('\n').slice(2, 4).join('\n'), folder.path('bundle'))).toMatchObject({
      status: 1,
      output: expect.stringContaining('data/case.json: FAILED'),
    });
    writeFileSync(folder.path('bundle/data/added'), '');
    expect(shell(HAND_CHECK.split('\n')[4], folder.path('bundle')).output).toBe(
      `${Number(files) + 1}\n${files}\n`,
    );
  });

  it.each([
    ['a changed entry', (log: string) => log.replace('source.import', 'source.imported')],
    ['a removed entry', (log: string) => log.replace(/^.*"seq":2.*\n/m, '')],
  ])('shows %s of the custody log under the commands of its README', async (_, edit) => {
    await unpacked(await tinyPublished());
    writeFileSync(
      folder.path('bundle/data/provenance/custody.ndjson'),
      edit(read('data/provenance/custody.ndjson')),
    );
    const found = shell(CUSTODY_CHECK.replace('cd data', 'set +e; cd data'), folder.path('bundle'));
    expect(found.output).toMatch(/^[<>] [0-9a-f]{64}$/m);
  });

  it('keeps text exact in NDJSON and defused in CSV, and the prompts to itself', async () => {
    const { open, sha256 } = await tinyCase();
    await unpacked(await publishedWhole(open));
    const notes = ndjson('data/tables/record.ndjson').filter(({ kind }) => kind === 'annotation');
    const [onPlain, onFirst] = ['account:ac_77f0', `request:${sha256}/1`].map(
      (on) => notes.find(({ body }) => body.on === on).id,
    );
    expect(ndjson('data/evidence/requests.ndjson')).toEqual([
      {
        reference: `request:${sha256}/1`,
        account: '=1+1',
        source: sha256,
        row: 1,
        timeUs: Date.UTC(2026, 2, 1, 10, 0, 0, 250) * 1000,
        time: '2026-03-01T10:00:00.250000Z',
        fields: { input_tokens: -5, model: '-x' },
        raw: { timestamp: '2026-03-01T10:00:00.25Z' },
        extra: JSON.parse('{"2":"two","=col":"\u202E","__proto__":"own"}'),
        citedBy: [onFirst],
      },
      expect.objectContaining({
        account: 'a"b\nc',
        timeUs: null,
        time: null,
        fields: { input_tokens: 1000, model: 'm' },
        raw: { input_tokens: '1e3', timestamp: '@soon' },
        citedBy: [],
      }),
      expect.objectContaining({ row: 3, raw: { input_tokens: '007', timestamp: '2026-03-01T10:00:01.25Z' } }),
      expect.objectContaining({ row: 4, extra: { 2: '2' }, citedBy: [onPlain] }),
    ]);
    const csv = read('data/evidence/requests.csv');
    expect(csv).toContain(`request:${sha256}/1,'=1+1,${sha256},1,`);
    expect(csv).toContain("'-x");
    expect(csv).toContain(',-5,');
    expect(csv).toContain('"a""b\nc"');
    for (const name of readdirSync(folder.path('bundle/data'), { recursive: true, encoding: 'utf8' }))
      if (/\.[a-z]+$/.test(name))
        expect(readFileSync(folder.path(`bundle/data/${name}`), 'utf8'), name).not.toContain('secret prompt');
  });

  it('holds the custody log as stored, and what bag-info.txt says of its end', async () => {
    const { open } = await tinyCase();
    const stored = open.db.prepare('SELECT seq, hash, entry FROM custody_log ORDER BY seq').all();
    await unpacked(await publishedWhole(open));
    expect(ndjson('data/provenance/custody.ndjson')).toEqual(stored);
    expect(read('bag-info.txt')).toContain(`Custody-Entries: ${stored.length}\n`);
    expect(read('bag-info.txt')).toContain(`Custody-Head: ${(stored.at(-1) as { hash: string }).hash}\n`);
  });
});

import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { CUSTODY_CHECK, HAND_CHECK } from '../../../electron/engine/bundle/readme.ts';
import { writeBundle } from '../../../electron/engine/bundle/write-bundle.ts';
import {
  account,
  activity,
  annotation,
  cited,
  custodyOf,
  SOURCE_A,
  smallContent,
} from './content-fixture.ts';
import { temporaryFolder } from './temporary-folder.ts';

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

async function unpacked(content = smallContent()): Promise<void> {
  await writeBundle(folder.path('BUNDLE.zip'), content);
  execFileSync('unzip', ['-q', folder.path('BUNDLE.zip'), '-d', folder.path('bundle')]);
}

describe('writeBundle', () => {
  it('gives the same bytes for the same content, whatever order its records have their keys in', async () => {
    const { sha256 } = await writeBundle(folder.path('1.zip'), smallContent());
    const turned = smallContent({
      citedRequests: () =>
        [...smallContent().citedRequests()].map((request) => ({
          ...request,
          fields: Object.fromEntries(Object.entries(request.fields).reverse()),
        })),
    });
    expect((await writeBundle(folder.path('2.zip'), turned)).sha256).toBe(sha256);
    expect(
      (await writeBundle(folder.path('3.zip'), smallContent({ exportedUs: 1_000_000 }))).sha256,
    ).not.toBe(sha256);
  });

  it('refuses a case whose custody chain does not hold, and leaves an existing bundle alone', async () => {
    const [a, b, c] = smallContent().custody;
    writeFileSync(folder.path('b.zip'), 'before');
    const writing = writeBundle(
      folder.path('b.zip'),
      smallContent({ custody: [a, { ...b, entry: b.entry.replace('import', 'export') }, c] }),
    );
    await expect(writing).rejects.toMatchObject({
      code: 'CASE_DAMAGED',
      message: expect.stringContaining('entry 2'),
    });
    expect(readFileSync(folder.path('b.zip'), 'utf8')).toBe('before');
    expect(readdirSync(folder.path('')).sort()).toEqual(['b.zip']);
  });

  it('walks cited requests as a stream: a cancel stops them', async () => {
    const stop = new AbortController();
    let drawn = 0;
    function* many() {
      for (; drawn < 200_000; drawn += 1) {
        if (drawn === 2000) stop.abort();
        yield cited(drawn + 1, 'ac_0117');
      }
    }
    const writing = writeBundle(folder.path('b.zip'), smallContent({ citedRequests: many }), {
      signal: stop.signal,
    });
    await expect(writing).rejects.toMatchObject({ code: 'CANCELLED' });
    expect(drawn).toBeLessThan(10_000);
  });
});

describe('a bundle unpacked by hand', () => {
  beforeEach(({ skip }) => skip(missing.length > 0, `Not installed here: ${missing.join(', ')}.`));

  it('holds under the commands of its README, which notice a change and an added file', async () => {
    await writeBundle(folder.path('BUNDLE.zip'), smallContent());
    const clean = shell(`${HAND_CHECK}\n${CUSTODY_CHECK}`, folder.path(''));
    expect(clean.status, clean.output).toBe(0);
    const files = smallContent().accounts.length * 2 + 9;
    expect(clean.output.trimEnd().split('\n').slice(-2)).toEqual([String(files), String(files)]);
    for (const line of [...HAND_CHECK.split('\n'), ...CUSTODY_CHECK.split('\n')])
      expect(read('data/README.txt')).toContain(line);

    writeFileSync(folder.path('bundle/data/case.json'), `${read('data/case.json')} `);
    expect(shell(HAND_CHECK.split('\n').slice(2, 4).join('\n'), folder.path('bundle'))).toMatchObject({
      status: 1,
      output: expect.stringContaining('data/case.json: FAILED'),
    });
    writeFileSync(folder.path('bundle/data/added'), '');
    expect(shell(HAND_CHECK.split('\n')[4], folder.path('bundle')).output).toBe(`${files + 1}\n${files}\n`);
  });

  it.each([
    ['a changed entry', (log: string) => log.replace('import.run', 'import.ran')],
    ['a removed entry', (log: string) => log.replace(/^.*"seq":2.*\n/m, '')],
  ])('shows %s of the custody log under the commands of its README', async (_, edit) => {
    await unpacked();
    writeFileSync(
      folder.path('bundle/data/provenance/custody.ndjson'),
      edit(read('data/provenance/custody.ndjson')),
    );
    const found = shell(CUSTODY_CHECK.replace('cd data', 'set +e; cd data'), folder.path('bundle'));
    expect(found.output).toMatch(/^[<>] [0-9a-f]{64}$/m);
  });

  it('keeps text exact in NDJSON and defused in CSV', async () => {
    const request = cited(5, '=1+1', {
      timeUs: null,
      fields: { model: '-x', input_tokens: -5, user_agent: 'a"b\nc', status: null },
      raw: { timestamp: '@soon' },
      extra: { '=col': '\u202E', 2: 'two', __proto__x: 'p' },
      citedBy: ['one', 'two'],
    });
    await unpacked(smallContent({ citedRequests: () => [request] }));
    expect(ndjson('data/evidence/requests.ndjson')).toEqual([
      {
        reference: `request:${SOURCE_A}/5`,
        account: '=1+1',
        source: SOURCE_A,
        row: 5,
        timeUs: null,
        time: null,
        fields: request.fields,
        raw: request.raw,
        extra: request.extra,
        citedBy: ['one', 'two'],
      },
    ]);
    const csv = read('data/evidence/requests.csv');
    expect(csv).toContain(`request:${SOURCE_A}/5,'=1+1,${SOURCE_A},5,,`);
    expect(csv).toContain("'-x");
    expect(csv).toContain(',-5,');
    expect(csv).toContain('"a""b\nc"');
    expect(csv.split('\r\n')[0].split(',').length).toBe(40);
  });

  it('holds the custody log as stored, the annotations, the sources, and a chart with its numbers', async () => {
    const content = smallContent();
    await unpacked(content);
    expect(ndjson('data/provenance/custody.ndjson')).toEqual([...content.custody]);
    expect(read('bag-info.txt')).toContain(`Custody-Head: ${[...content.custody].at(-1)?.hash}\n`);
    expect(ndjson('data/annotations.ndjson').map((line) => line.id)).toEqual(
      content.annotations.map(({ id }) => id),
    );
    expect(JSON.parse(read('data/case.json'))).toMatchObject({
      schemaVersion: 2,
      annotations: 3,
      dataSet: { requests: 26_823 },
    });
    expect(JSON.parse(read('data/provenance/mappings/a1a1a1a1a1a1a1a1.json'))).toMatchObject({
      source: SOURCE_A,
      mapping: { columns: { account_id: 'groupId' }, timeZone: '+08:00' },
    });
    expect(read('data/provenance/sources.csv').split('\r\n')[1]).toContain(
      `requests-april.csv.gz,${SOURCE_A},`,
    );
    expect(readdirSync(folder.path('bundle/data/charts'))).toEqual([
      '01-ac-0117.csv',
      '01-ac-0117.svg',
      '02-ac-0452.csv',
      '02-ac-0452.svg',
    ]);
    const rows = read('data/charts/01-ac-0117.csv').trimEnd().split('\r\n').slice(1);
    const drawn = rows.reduce((sum, row) => sum + Number(row.split(',')[4]), 0);
    expect(drawn).toBe(content.accounts[0].requests);
  });

  it('names charts safely whatever an account is called', async () => {
    const names = ['../../etc/passwd', 'مرحبا', 'CON', 'a/b\\c', `x${'y'.repeat(300)}`];
    await unpacked(
      smallContent({
        accounts: names.map((name, index) => account(name, activity(index, 1, 1, true), 1)),
        annotations: names.map((name, index) => annotation(index + 1, `account:${name}`, name)),
        custody: custodyOf([{ action: 'x' }]),
      }),
    );
    const files = readdirSync(folder.path('bundle/data/charts'));
    expect(files).toHaveLength(10);
    expect(files.every((file) => /^0\d-[a-z0-9-]{1,40}\.(csv|svg)$/.test(file))).toBe(true);
  });
});

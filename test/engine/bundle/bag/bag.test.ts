import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type BagFile, writeBag } from '../../../../electron/engine/bundle/bag/bag.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { entriesOf } from '../verify/small-bag.ts';

const folder = temporaryFolder();
const files: readonly BagFile[] = [
  { path: 'data/a.txt', content: 'alpha\n' },
  { path: 'data/b/empty.txt', content: '' },
  { path: 'data/b/pieces.txt', content: ['één ', 'zwei ', 'три\n'] },
];
const info = () => [['External-Identifier', 'case\n1']] as const;
const leftovers = () => readdirSync(folder.path('')).filter((name) => name.endsWith('.part'));

const missing = ['unzip', 'sha256sum', 'sha512sum'].filter(
  (tool) => spawnSync(tool, ['--version']).error !== undefined,
);

describe('writeBag', () => {
  it('gives the same bytes for the same content, and says their hash and size', async () => {
    const first = await writeBag(folder.path('1.zip'), files, info);
    const again = await writeBag(folder.path('2.zip'), files, info);
    const bytes = readFileSync(folder.path('1.zip'));
    expect(readFileSync(folder.path('2.zip')).equals(bytes)).toBe(true);
    expect(first).toEqual({
      file: '1.zip',
      files: 10,
      sizeBytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    });
    expect(again.sha256).toBe(first.sha256);
  });

  it('takes bytes, further tag files, and files made from the tag manifest, which no manifest lists', async () => {
    const seen: string[] = [];
    const pdf = Uint8Array.from([0x25, 0xff, 0x00, 0x80]);
    await writeBag(folder.path('1.zip'), [{ path: 'data/report.pdf', content: pdf }], info, {
      tagFiles: [{ path: 'signing-key.pub', content: 'key\n' }],
      sign: async (tagManifest) => {
        seen.push(Buffer.from(tagManifest).toString());
        return [{ path: 'tagmanifest-sha512.txt.minisig', content: 'signed\n' }];
      },
    });
    const entries = new Map(
      entriesOf(readFileSync(folder.path('1.zip'))).map(({ path, bytes }) => [path, bytes]),
    );
    expect([...entries.keys()]).toEqual([
      'bag-info.txt',
      'bagit.txt',
      'data/report.pdf',
      'manifest-sha256.txt',
      'manifest-sha512.txt',
      'signing-key.pub',
      'tagmanifest-sha256.txt',
      'tagmanifest-sha512.txt',
      'tagmanifest-sha512.txt.minisig',
      'tagmanifest-sha512.txt.tsq',
    ]);
    expect(entries.get('data/report.pdf')?.equals(pdf)).toBe(true);
    expect(seen).toEqual([entries.get('tagmanifest-sha512.txt')?.toString()]);
    const listed = seen[0].split('\n').map((line) => line.slice(130));
    expect(listed).toEqual([
      'bag-info.txt',
      'bagit.txt',
      'manifest-sha256.txt',
      'manifest-sha512.txt',
      'signing-key.pub',
      '',
    ]);
    for (const path of ['tagmanifest-x.txt', 'zz.txt', '../a'])
      await expect(
        writeBag(folder.path('2.zip'), [], info, { tagFiles: [{ path, content: '' }] }),
      ).rejects.toThrow(/Not a tag file/);
  });

  it('unpacks with unzip and holds under sha256sum and sha512sum', async ({ skip }) => {
    skip(missing.length > 0, `Not installed here: ${missing.join(', ')}.`);
    await writeBag(folder.path('bag.zip'), files, info);
    execFileSync('unzip', ['-q', '-tq', folder.path('bag.zip')]);
    execFileSync('unzip', ['-q', folder.path('bag.zip'), '-d', folder.path('out')]);
    for (const name of ['manifest', 'tagmanifest']) {
      for (const algorithm of ['sha256', 'sha512']) {
        execFileSync(`${algorithm}sum`, ['-c', '--strict', '--quiet', `${name}-${algorithm}.txt`], {
          cwd: folder.path('out'),
        });
      }
    }
    expect(readFileSync(folder.path('out/data/b/pieces.txt'), 'utf8')).toBe('één zwei три\n');
    expect(readFileSync(folder.path('out/bagit.txt'), 'utf8')).toBe(
      'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n',
    );
    expect(readFileSync(folder.path('out/bag-info.txt'), 'utf8')).toBe(
      'External-Identifier: case 1\nPayload-Oxum: 24.3\n',
    );
    expect(readFileSync(folder.path('out/manifest-sha256.txt'), 'utf8').split('\n').length).toBe(4);
  });

  it('tells progress in bytes as they are written', async () => {
    const seen: number[] = [];
    const pieces = Array.from({ length: 120 }, () => 'x'.repeat(50_000));
    await writeBag(folder.path('bag.zip'), [{ path: 'data/a', content: pieces }], info, {
      onProgress: ({ done, unit, stage }) =>
        unit === 'bytes' && stage === 'writing data/a' && seen.push(done),
    });
    expect(seen.length).toBeGreaterThan(3);
    expect(seen.at(-1)).toBe(6_000_000);
  });

  it('makes the file readable by its owner alone', async () => {
    await writeBag(folder.path('bag.zip'), files, info);
    expect(statSync(folder.path('bag.zip')).mode & 0o777).toBe(0o600);
  });

  it('replaces an existing file, but keeps it when writing fails', async () => {
    const target = folder.path('bag.zip');
    writeFileSync(target, 'before');
    function* failing(): Generator<string> {
      yield 'x'.repeat(1_000_000);
      throw new Error('the data ended');
    }
    await expect(writeBag(target, [{ path: 'data/a', content: failing() }], info)).rejects.toThrow(
      'the data ended',
    );
    expect(readFileSync(target, 'utf8')).toBe('before');
    expect(leftovers()).toEqual([]);
    await writeBag(target, files, info);
    expect(readFileSync(target).subarray(0, 2).toString()).toBe('PK');
    expect(leftovers()).toEqual([]);
  });

  it('stops soon after a cancel, without having drawn all the content, and leaves nothing', async () => {
    const stop = new AbortController();
    let drawn = 0;
    function* endless(): Generator<string> {
      for (; drawn < 1_000_000; drawn += 1) {
        if (drawn === 1000) stop.abort();
        yield 'x'.repeat(1000);
      }
    }
    const writing = writeBag(folder.path('bag.zip'), [{ path: 'data/a', content: endless() }], info, {
      signal: stop.signal,
    });
    await expect(writing).rejects.toMatchObject({ code: 'CANCELLED' });
    expect(drawn).toBeLessThan(2000);
    expect(existsSync(folder.path('bag.zip'))).toBe(false);
    expect(leftovers()).toEqual([]);
  });

  it('does not follow a symbolic link at the target', async () => {
    writeFileSync(folder.path('victim'), 'before');
    symlinkSync(folder.path('victim'), folder.path('bag.zip'));
    await expect(writeBag(folder.path('bag.zip'), files, info)).rejects.toMatchObject({
      code: 'FILE_UNWRITABLE',
    });
    expect(readFileSync(folder.path('victim'), 'utf8')).toBe('before');
    expect(lstatSync(folder.path('bag.zip')).isSymbolicLink()).toBe(true);
  });

  it.each([
    ['a folder', () => mkdirSync(folder.path('bag.zip')), 'bag.zip'],
    ['a missing folder', () => undefined, 'nowhere/bag.zip'],
  ])('refuses %s with FILE_UNWRITABLE', async (_, prepare, name) => {
    prepare();
    await expect(writeBag(folder.path(name), files, info)).rejects.toMatchObject({ code: 'FILE_UNWRITABLE' });
    expect(leftovers()).toEqual([]);
  });

  it.each([
    ['outside data/', [{ path: 'a', content: '' }]],
    ['with ..', [{ path: 'data/../a', content: '' }]],
    [
      'out of order',
      [
        { path: 'data/b', content: '' },
        { path: 'data/a', content: '' },
      ],
    ],
    [
      'twice',
      [
        { path: 'data/a', content: '' },
        { path: 'data/a', content: '' },
      ],
    ],
  ])('refuses a payload path %s', async (_, bad) => {
    await expect(writeBag(folder.path('bag.zip'), bad, info)).rejects.toThrow(/payload path|order/);
    expect(existsSync(folder.path('bag.zip'))).toBe(false);
  });
});

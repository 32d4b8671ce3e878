import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  CENTRAL_BYTES,
  END_BYTES,
  LOCAL_BYTES,
  parseDirectory,
  parseEnd,
} from '../../../../electron/engine/bundle/bag/zip-form.ts';
import { formatCustodyLine } from '../../../../electron/engine/bundle/custody-line.ts';
import { scriptFile } from '../../../../electron/engine/bundle/verify/script-file.ts';
import { verifyBundle, verifyBytes } from '../../../../electron/engine/bundle/verify/verify.ts';
import { bytesOf } from '../byte-source.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { random } from './made-up.ts';
import { SMALL_PAYLOAD, type SmallBag, smallBag } from './small-bag.ts';

const folder = temporaryFolder();
const verify = (bytes: Buffer) => verifyBytes(bytesOf(bytes), 'b.zip');

/** The bytes of a bundle and where its entries lie. */
const bundleBytes = () => smallBag(folder.path('b.zip'));

function layout(bytes: Buffer) {
  const end = parseEnd(bytes.subarray(-END_BYTES), bytes.length);
  if (typeof end === 'string') throw new Error(end);
  const { entries } = parseDirectory(
    bytes.subarray(end.directoryOffset, end.directoryOffset + end.directoryBytes),
    end.entries,
  );
  return { end, entries: entries.map((entry) => ({ ...entry, path: Buffer.from(entry.name).toString() })) };
}

const edited = (bytes: Buffer, edit: (copy: Buffer) => void): Buffer => {
  const copy = Buffer.from(bytes);
  edit(copy);
  return copy;
};

describe('verifyBundle', () => {
  it('finds nothing wrong with a bundle as written', async () => {
    const script = await scriptFile();
    await smallBag(folder.path('b.zip'), { payload: { ...SMALL_PAYLOAD, [script.path]: script.content } });
    const seen: number[] = [];
    const result = await verifyBundle(folder.path('b.zip'), {
      onProgress: ({ done, total }) => seen.push(done / (total ?? 1)),
    });
    expect(result).toEqual({
      ok: true,
      files: 22,
      problems: [],
      signature: expect.objectContaining({ state: 'unknown' }),
      timeStamp: { state: 'none' },
      recompute: null,
      notes: [],
    });
    expect(seen.at(-1)).toBe(1);
  });

  it('gives a problem for what is no bundle, and an error for what cannot be read', async () => {
    mkdirSync(folder.path('folder'));
    expect(await verifyBundle(folder.path('folder'))).toEqual({
      ok: false,
      files: 0,
      problems: [{ file: 'folder', problem: 'is empty' }],
      signature: { state: 'none' },
      timeStamp: { state: 'none' },
      recompute: null,
      notes: [],
    });
    await expect(verifyBundle(folder.path('nowhere.zip'))).rejects.toMatchObject({ code: 'FILE_UNREADABLE' });
    for (const content of ['', 'x', 'PK', 'not a zip at all, only text that goes on for a while']) {
      writeFileSync(folder.path('x.zip'), content);
      const result = await verifyBundle(folder.path('x.zip'));
      expect(result).toMatchObject({ ok: false, problems: [{ file: 'x.zip' }] });
    }
  });

  it('can be cancelled', async () => {
    await bundleBytes();
    await expect(verifyBundle(folder.path('b.zip'), { signal: AbortSignal.abort() })).rejects.toMatchObject({
      code: 'CANCELLED',
    });
  });
});

describe('one changed byte', () => {
  let bytes: Buffer;
  let map: ReturnType<typeof layout>;
  beforeAll(async () => {
    const own = mkdtempSync(join(tmpdir(), 'stillwatch-flip-'));
    bytes = await smallBag(join(own, 'b.zip'));
    rmSync(own, { recursive: true });
    map = layout(bytes);
  });

  /** The position with one bit turned, which bit depending on the position. */
  const turned = (position: number) =>
    edited(bytes, (copy) => copy.writeUInt8(copy[position] ^ (1 << (position % 8)), position));
  const namedFiles = async (position: number) => {
    const { ok, problems } = await verify(turned(position));
    expect(ok, `byte ${position}`).toBe(false);
    return problems.map(({ file }) => file);
  };

  it('in any header, the directory or the end is found; in a name or header, the entry is named', async () => {
    for (const entry of map.entries) {
      for (let at = entry.offset; at < entry.offset + LOCAL_BYTES + entry.name.length; at += 1) {
        expect(await namedFiles(at), `byte ${at}`).toContain(entry.path);
      }
    }
    let at = map.end.directoryOffset;
    for (const entry of map.entries) {
      const start = at;
      for (; at < start + CENTRAL_BYTES + entry.name.length; at += 1) {
        const named = await namedFiles(at);
        if (at >= start + CENTRAL_BYTES) expect(named, `byte ${at}`).toContain(entry.path);
      }
    }
    for (; at < bytes.length; at += 1) expect(await namedFiles(at)).toEqual(['b.zip']);
  });

  it('in the bytes of a file names that file', async () => {
    const next = random(42);
    for (const entry of map.entries) {
      const start = entry.offset + LOCAL_BYTES + entry.name.length;
      const positions = new Set([0, entry.sizeBytes - 1]);
      while (positions.size < Math.min(40, entry.sizeBytes))
        positions.add(Math.floor(next() * entry.sizeBytes));
      for (const position of positions) expect(await namedFiles(start + position)).toContain(entry.path);
    }
  });

  it('more or less at either end is found', async () => {
    for (const wrong of [
      Buffer.concat([bytes, Buffer.from([0])]),
      Buffer.concat([Buffer.from([0]), bytes]),
      Buffer.concat([bytes, bytes]),
      bytes.subarray(0, -1),
      bytes.subarray(1),
      bytes.subarray(0, bytes.length / 2),
    ]) {
      expect((await verify(wrong)).ok).toBe(false);
    }
  });

  it('or many, anywhere, never make verification fail with an error', async () => {
    const next = random(7);
    for (let round = 0; round < 150; round += 1) {
      const copy = Buffer.from(bytes);
      const tail = round % 2 === 0 ? 0 : map.end.directoryOffset;
      for (let edits = 0; edits < 1 + round / 10; edits += 1) {
        copy[tail + Math.floor(next() * (copy.length - tail))] = Math.floor(next() * 256);
      }
      const result = await verify(copy);
      expect(result.ok).toBe(copy.equals(bytes));
      expect(result.problems.length > 0).toBe(!result.ok);
    }
    for (let round = 0; round < 150; round += 1) {
      const noise = Buffer.from(
        Array.from({ length: Math.floor(next() * 400) }, () => Math.floor(next() * 256)),
      );
      expect((await verify(noise)).ok).toBe(false);
    }
  });
});

describe('a hostile zip', () => {
  it.each<[string, (copy: Buffer, at: number) => void, RegExp]>([
    ['an encrypted entry', (copy, at) => copy.writeUInt16LE(0x0801, at + 8), /is encrypted/],
    ['a compressed entry', (copy, at) => copy.writeUInt16LE(8, at + 10), /is compressed/],
    [
      'a symbolic link',
      (copy, at) => copy.writeUInt32LE((0o120777 << 16) >>> 0, at + 38),
      /is a symbolic link/,
    ],
    ['an overlapping entry', (copy, at) => copy.writeUInt32LE(0, at + 42), /header before its bytes/],
    ['a size past the end', (copy, at) => copy.writeUInt32LE(0xffffffff, at + 24), /not of the form/],
  ])('with %s is refused and the entry named', async (_, edit, expected) => {
    const bytes = await bundleBytes();
    const { end } = layout(bytes);
    // The second record of the directory: bagit.txt.
    const at = end.directoryOffset + CENTRAL_BYTES + 'bag-info.txt'.length;
    const { ok, problems } = await verify(edited(bytes, (copy) => edit(copy, at)));
    expect(ok).toBe(false);
    expect(
      problems.filter(({ file, problem }) => file === 'bagit.txt' && expected.test(problem)),
    ).toHaveLength(1);
  });

  it('whose names are changed throughout is refused for those names', async () => {
    const bytes = await bundleBytes();
    for (const [name, expected] of [
      ['../a/README.txt', /leaves or repeats/],
      ['data/report.ht\u0000l', /control or invisible/],
      ['data\\README.txt', /backslash/],
      ['/ata/README.txt', /absolute/],
    ] as const) {
      const old = name.startsWith('data/report') ? 'data/report.html' : 'data/README.txt';
      const copy = Buffer.from(bytes.toString('latin1').replaceAll(old, name), 'latin1');
      expect(copy.length).toBe(bytes.length);
      const { problems } = await verify(copy);
      expect(problems.some(({ problem }) => expected.test(problem))).toBe(true);
      expect(problems.every(({ file }) => !file.includes('\u0000'))).toBe(true);
    }
  });

  it('of many overlapping entries costs no more than reading its directory', async () => {
    const bytes = await bundleBytes();
    const { end, entries } = layout(bytes);
    const big = entries.reduce((a, b) => (a.sizeBytes > b.sizeBytes ? a : b));
    let read = 0;
    const wrong = edited(bytes, (copy) => {
      let at = end.directoryOffset;
      for (const entry of entries) {
        copy.writeUInt32LE(big.sizeBytes, at + 20);
        copy.writeUInt32LE(big.sizeBytes, at + 24);
        copy.writeUInt32LE(big.offset, at + 42);
        at += CENTRAL_BYTES + entry.name.length;
      }
    });
    const source = bytesOf(wrong);
    const result = await verifyBytes(
      {
        sizeBytes: source.sizeBytes,
        read: (position, length) => {
          read += length;
          return source.read(position, length);
        },
      },
      'b.zip',
    );
    expect(result.ok).toBe(false);
    expect(read).toBeLessThan(wrong.length / 2);
  });
});

describe('a bundle made again with its checksums', () => {
  /** A well-formed bag of the small payload with one file's content changed, or removed. */
  async function remade(
    path: string,
    edit: (text: string) => string | undefined,
    info: SmallBag['info'] = {},
  ) {
    const payload = Object.entries(SMALL_PAYLOAD).flatMap(([name, content]) => {
      const text = name === path ? edit(String(content)) : content;
      return text === undefined ? [] : [[name, text] as const];
    });
    await smallBag(folder.path('b.zip'), { payload: Object.fromEntries(payload), info });
    return verifyBundle(folder.path('b.zip'));
  }
  const CUSTODY = 'data/provenance/custody.ndjson';

  it('holds when nothing was changed', async () => {
    expect(await remade('', (text) => text)).toMatchObject({ ok: true });
  });

  it.each<[string, (log: string) => string, RegExp]>([
    ['a changed entry', (log) => log.replace('import.run', 'import.ran'), /entry 2 does not match its hash/],
    [
      'a removed entry',
      (log) =>
        log
          .split('\n')
          .filter((_, index) => index !== 1)
          .join('\n'),
      /entry 2 says it is number 3/,
    ],
    [
      'its last entry removed',
      (log) => `${log.split('\n').slice(0, 2).join('\n')}\n`,
      /not the end that bag-info\.txt states/,
    ],
    ['a line that is no entry', (log) => `${log}{}\n`, /line 4 that is no custody entry/],
    ['no end of its last line', (log) => log.trimEnd(), /no text of custody entries/],
    [
      'an entry more',
      (log) =>
        log +
        formatCustodyLine({
          seq: 4,
          entry: '{}',
          hash: '44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a',
        }),
      /does not name the hash/,
    ],
  ])('is refused for a custody log with %s', async (_, edit, expected) => {
    const { ok, problems } = await remade(CUSTODY, edit);
    expect(ok).toBe(false);
    expect(problems).toEqual([{ file: CUSTODY, problem: expect.stringMatching(expected) }]);
  });

  it('is refused without a file that every bundle has, or in a layout of another version', async () => {
    expect((await remade('data/report.html', () => undefined)).problems).toEqual([
      { file: 'data/report.html', problem: 'is missing; every bundle has it' },
    ]);
    const newer = await remade('', (text) => text, { 'Bundle-Schema-Version': '3' });
    expect(newer.problems).toEqual([
      { file: 'bag-info.txt', problem: 'states bundle layout 3; this version knows layout 2' },
    ]);
  });
});

it('leaves nothing behind in the folder it verified in', async () => {
  await bundleBytes();
  await verifyBundle(folder.path('b.zip'));
  expect(readdirSync(folder.path(''))).toEqual(['b.zip']);
});

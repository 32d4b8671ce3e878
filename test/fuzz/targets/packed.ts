import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, gzipSync, zstdCompressSync } from 'node:zlib';
import { listParts, openRecords } from '../../../electron/engine/import/open-records.ts';
import type { Rng } from '../../../electron/engine/rng.ts';
import { type MadeEntry, makeZip, withZip64End } from '../../engine/import/containers/zip-maker.ts';
import { readRecords, words } from '../memory.ts';
import { edge, mutateBytes } from '../mutate/bytes.ts';
import { NASTY } from '../mutate/words.ts';
import { demand, type Target } from '../target.ts';

const LOG = `timestamp,account_id,model\n${Array.from({ length: 20 }, (_, i) => `2026-05-04T10:00:${10 + i}Z,ac_${i % 3},m\n`).join('')}`;
const NDJSON = Array.from(
  { length: 5 },
  (_, i) => `{"timestamp":"2026-05-04","account_id":"ac_${i}"}\n`,
).join('');
const NAMES = [
  'log.csv',
  'may/log.csv',
  '../log.csv',
  '/etc/passwd',
  'C:\\x.csv',
  'a/../../b.csv',
  'x\\..\\y',
  '__MACOSX/._a',
  'log.csv\0.txt',
  'CON',
  '[Content_Types].xml',
  'a/',
];

/** Packed logs: gzip, zstd and zip, their headers, checksums, sizes, directories and names changed; bombs. */
export const packed: Target = {
  name: 'packed',
  about: 'gzip, zstd and zip files, unpacked and read',
  share: 90,
  async start(folder) {
    const path = join(folder, 'log');
    writeFileSync(path, '');
    return {
      keeps: ['log'],
      make: (rng) => {
        const bytes = rng.chance(0.6) ? zip(rng) : stream(rng);
        return rng.chance(0.55) ? mutateBytes(rng, bytes, [bytes, gzipSync(LOG)]) : bytes;
      },
      run: async (input) => {
        writeFileSync(path, input);
        const { parts, refused } = await listParts(path);
        for (const { name } of parts)
          demand(!name.split('/').includes('..'), `reads an entry called ${name}`);
        for (const { reason } of refused) demand(/^[A-Z]/.test(reason), `refuses an entry with "${reason}"`);
        let read = { rows: 0, problems: 0 };
        for (const part of parts) {
          const records = await openRecords(part);
          try {
            const { rows, problems } = await readRecords(records);
            read = { rows: read.rows + rows, problems: read.problems + problems };
          } finally {
            await records.close();
          }
        }
        return words(read);
      },
    };
  },
};

function content(rng: Rng): Buffer {
  const kind = rng.float();
  if (kind < 0.5) return Buffer.from(LOG);
  if (kind < 0.7) return Buffer.from(NDJSON);
  if (kind < 0.78) return gzipSync(LOG);
  if (kind < 0.84) return makeZip([{ name: 'log.csv', content: LOG }]);
  if (kind < 0.85)
    return Buffer.concat([Buffer.from(LOG), Buffer.alloc(24 * 2 ** 20, rng.pick([0, 10, 44]))]);
  return kind < 0.93 ? Buffer.from(rng.pick(NASTY)) : Buffer.alloc(0);
}

function stream(rng: Rng): Buffer {
  const member = () => {
    const bytes = content(rng);
    if (rng.chance(0.5)) return gzipSync(bytes, { level: rng.int(0, 9) });
    const kind = rng.float();
    if (kind < 0.15) {
      const skippable = Buffer.alloc(8 + 16);
      skippable.writeUInt32LE(0x184d2a50 + rng.int(0, 15), 0);
      skippable.writeUInt32LE(rng.chance(0.6) ? 16 : edge(rng), 4);
      return Buffer.concat([skippable, zstdCompressSync(bytes)]);
    }
    if (kind < 0.3) {
      // A frame header of any window, dictionary and content size, before blocks that say what they like.
      const header = Buffer.alloc(rng.int(5, 20), rng.int(0, 255));
      header.writeUInt32LE(0xfd2fb528, 0);
      return Buffer.concat([
        header,
        Buffer.from([rng.int(0, 255), rng.int(0, 255), rng.int(0, 15)]),
        bytes.subarray(0, 64),
      ]);
    }
    return zstdCompressSync(bytes);
  };
  return Buffer.concat(Array.from({ length: rng.chance(0.8) ? 1 : rng.int(2, 4) }, member));
}

function zip(rng: Rng): Buffer {
  const entries = Array.from({ length: rng.chance(0.9) ? rng.int(0, 4) : rng.int(5, 60) }, (): MadeEntry => {
    const bytes = content(rng);
    return {
      name: rng.chance(0.6) ? `${rng.int(0, 99)}.csv` : rng.chance(0.7) ? rng.pick(NAMES) : rng.pick(NASTY),
      content: bytes,
      stored: rng.chance(0.3),
      descriptor: rng.chance(0.2),
      zip64: rng.chance(0.25),
      encrypted: rng.chance(0.05),
      ...(rng.chance(0.1) && { mode: rng.pick([0o120777, 0o040755, 0, 0o177777]) }),
      ...(rng.chance(0.07) && { crc: edge(rng) >>> 0 }),
      ...(rng.chance(0.1) && { claimedBytes: edge(rng) >>> 0 }),
      ...(rng.chance(0.1) && { sameBytesAsBefore: true }),
    };
  });
  const made = makeZip(entries, rng.chance(0.1) ? 'PK\u0005\u0006'.repeat(rng.int(1, 9)) : '');
  if (rng.chance(0.02)) return bomb();
  return rng.chance(0.2) ? withZip64End(made) : made;
}

/** An entry that says it is as small as its checksum allows, and is not. */
function bomb(): Buffer {
  const long = Buffer.alloc(40 * 2 ** 20, 'a,b\n');
  return makeZip([{ name: 'bomb.csv', content: long, crc: crc32(LOG), claimedBytes: LOG.length }]);
}

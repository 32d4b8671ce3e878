import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readParquet } from '../../../electron/engine/import/containers/parquet-reader.ts';
import type { Rng } from '../../../electron/engine/rng.ts';
import { StillwatchError } from '../../../shared/contract/errors.ts';
import { makeParquet, plainBytes } from '../../engine/import/containers/parquet-maker.ts';
import { readRecords, words } from '../memory.ts';
import { mutateBytes } from '../mutate/bytes.ts';
import { mutateThrift } from '../mutate/thrift.ts';
import { Finding, type Target } from '../target.ts';

const FILES = join(import.meta.dirname, '../../engine/import/containers/parquet');
const SMALL = makeParquet(
  ['timestamp', 'account_id'].map((name) => ({
    path: [{ name, type: 6, converted: 0 }],
    page: Buffer.concat(['2026-05-04T10:00:00Z', 'ac_1', 'ac_2'].map(plainBytes)),
  })),
  3,
);

/**
 * Parquet files with changed footers, page headers, levels, dictionaries, runs and compressed pages. What the reader
 * throws its thread makes SOURCE_DAMAGED, whatever it is; only what ends or holds up the process is a finding here.
 */
export const parquet: Target = {
  name: 'parquet',
  about:
    'Parquet footers, page headers, levels, dictionaries and compressed pages, on the thread that reads them',
  share: 600,
  async start() {
    const seeds: Buffer[] = readdirSync(FILES)
      .filter((name) => name.endsWith('.parquet'))
      .map((name) => readFileSync(join(FILES, name)));
    seeds.push(SMALL);
    return {
      make: (rng) => {
        const seed = rng.pick(seeds);
        const kind = rng.float();
        if (kind < 0.45) return inFooter(rng, seed) ?? mutateBytes(rng, seed);
        if (kind < 0.75) return inPage(rng, seed) ?? mutateBytes(rng, seed);
        const changed = mutateBytes(rng, seed.subarray(0, footerStart(seed)), seeds);
        return rng.chance(0.6)
          ? Buffer.concat([changed, seed.subarray(footerStart(seed))])
          : mutateBytes(rng, seed, seeds);
      },
      run: async (input) => {
        const memory = Uint8Array.from(input).buffer;
        try {
          const table = await readParquet({
            byteLength: memory.byteLength,
            slice: (start, end = memory.byteLength) => {
              if (!(start >= 0 && start <= end && end <= memory.byteLength))
                throw new RangeError('No such bytes.');
              return memory.slice(start, end);
            },
          });
          const records = { columns: table.columns, format: '', batches: () => table.batches(() => {}) };
          return words(await readRecords(records));
        } catch (error) {
          if (error instanceof StillwatchError) throw error;
          // As the thread has it.
          if (error instanceof Error && !(error instanceof Finding)) return 'an error of the library';
          throw error;
        }
      },
    };
  },
};

const footerStart = (file: Buffer) => file.length - 8 - file.readUInt32LE(file.length - 8);

function inFooter(rng: Rng, file: Buffer): Buffer | undefined {
  const start = footerStart(file);
  const changed = mutateThrift(rng, file, start);
  if (!changed) return undefined;
  const length = Buffer.alloc(4);
  length.writeUInt32LE(changed.bytes.length);
  return Buffer.concat([file.subarray(0, start), changed.bytes, length, Buffer.from('PAR1')]);
}

/** Page headers begin somewhere before the footer: where a struct can be taken apart that ends with its page's bytes. */
function inPage(rng: Rng, file: Buffer): Buffer | undefined {
  const start = footerStart(file);
  // The type of a page, then its sizes: 15 00 15 ...
  const places = Array.from({ length: start - 4 }, (_, i) => i + 4).filter(
    (at) => file[at] === 0x15 && file[at + 1] < 8 && file[at + 2] === 0x15,
  );
  for (const at of rng.sample(places, 4)) {
    const changed = mutateThrift(rng, file.subarray(0, start), at);
    if (!changed || changed.length < 8 || changed.length > 200) continue;
    if (rng.chance(0.5) && changed.bytes.length < changed.length) {
      // Of the same length, so that what stands behind it stays where the footer says.
      return Buffer.concat([
        file.subarray(0, at),
        changed.bytes,
        Buffer.alloc(changed.length - changed.bytes.length),
        file.subarray(at + changed.length),
      ]);
    }
    return Buffer.concat([file.subarray(0, at), changed.bytes, file.subarray(at + changed.length)]);
  }
  return undefined;
}

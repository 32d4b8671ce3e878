import { StillwatchError } from '../../../../shared/contract/errors.ts';

/** How a file is packed, told by its first bytes; its name is not asked. */
export type FileKind = 'plain' | 'gzip' | 'zstd' | 'zip' | 'sqlite' | 'parquet';

/** Bytes that `fileKind` wants to see. */
export const KIND_BYTES = 16;

/** Beginnings of files that are no log, and what they are. */
const NO_LOGS: readonly (readonly [RegExp, string])[] = [
  [/^89504e47/, 'a picture'],
  [/^ffd8ff/, 'a picture'],
  [/^25504446/, 'a PDF'],
  [/^d0cf11e0/, 'an old office document'],
  [/^377abcaf/, 'a 7-Zip archive'],
  [/^526172211a07/, 'a RAR archive'],
  [/^425a68[3-9]/, 'a bzip2 file'],
  [/^fd377a585a00/, 'an xz file'],
  [/^50415245/, 'an encrypted Parquet file'],
];

/** @throws StillwatchError NOT_A_LOG when the bytes begin a file of a kind that holds no log */
export function fileKind(head: Uint8Array): FileKind {
  const hex = Buffer.from(head.subarray(0, KIND_BYTES)).toString('hex');
  const other = NO_LOGS.find(([magic]) => magic.test(hex));
  if (other)
    throw new StillwatchError(
      'NOT_A_LOG',
      `This file is ${other[1]}, which cannot be imported. Nothing was imported. Export the log as CSV or JSON.`,
    );
  if (hex.startsWith('1f8b')) return 'gzip';
  // A zstd file may begin with a skippable frame.
  if (/^(28b52ffd|5.2a4d18)/.test(hex)) return 'zstd';
  if (/^504b(0304|0506|0708)/.test(hex)) return 'zip';
  if (hex === '53514c69746520666f726d6174203300') return 'sqlite';
  // What follows the mark is binary; a text may begin with these letters.
  if (/^50415231(0[0-8bcef]|1)/.test(hex)) return 'parquet';
  return 'plain';
}

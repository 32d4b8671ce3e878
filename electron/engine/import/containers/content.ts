import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { crc32 } from 'node:zlib';
import { StillwatchError } from '../../../../shared/contract/errors.ts';
import { openForBytes, readHead } from './byte-file.ts';
import { BLOCK_BYTES, fileBlocks } from './file-blocks.ts';
import { fileKind } from './file-kind.ts';
import type { Part } from './parts.ts';
import { type Packing, unpack } from './unpack.ts';
import { entryStart } from './zip-directory.ts';

/** A log file on disk, read as a stream of unpacked blocks while both its hashes are made. */
export interface Content {
  /** How it is packed, in a word; null when it is not. */
  readonly packing: string | null;
  /** Of the file as it is; of a file in a zip archive, unpacked. */
  readonly sizeBytes: number;
  /**
   * Unpacked blocks, each good until the next is asked for. Throws SOURCE_DAMAGED when the packing is broken or cut
   * short.
   */
  blocks(): AsyncGenerator<Uint8Array>;
  /** How many of `sizeBytes` have been read so far. */
  bytesRead(): number;
  /** After `blocks` has ended: SHA-256 of the file as it is, and of its unpacked content. */
  hashes(): { readonly sha256: string; readonly contentSha256: string };
}

/** @throws StillwatchError NOT_A_LOG, SOURCE_DAMAGED, FILE_UNREADABLE */
export async function openContent(part: Part): Promise<Content> {
  return part.entry ? openEntry(part) : openWhole(part);
}

async function openWhole({ path, sizeBytes }: Part): Promise<Content> {
  const kind = fileKind(await readHead(path));
  if (kind === 'zip') throw new Error('A zip archive is opened by its parts.');
  const packing: Packing | null = kind === 'gzip' || kind === 'zstd' ? kind : null;
  const fileHash = createHash('sha256');
  const contentHash = createHash('sha256');
  let bytesRead = 0;
  let hashes: { sha256: string; contentSha256: string } | undefined;

  const take = (block: string | Uint8Array) => {
    bytesRead += block.length;
    fileHash.update(block);
  };

  async function* blocks(): AsyncGenerator<Uint8Array> {
    if (packing) {
      const file = createReadStream(path, { highWaterMark: BLOCK_BYTES });
      file.on('data', take);
      for await (const block of unpack(file, packing, sizeBytes)) {
        contentHash.update(block);
        yield block;
      }
    } else {
      for await (const block of fileBlocks(path)) {
        take(block);
        yield block;
      }
    }
    const sha256 = fileHash.digest('hex');
    hashes = { sha256, contentSha256: packing ? contentHash.digest('hex') : sha256 };
  }

  return { packing, sizeBytes, blocks, bytesRead: () => bytesRead, hashes: () => complete(hashes) };
}

/** A file in a zip archive is a source of its own: what it is called and hashed by is its unpacked content. */
async function openEntry({ path, entry }: Part): Promise<Content> {
  if (!entry) throw new Error('This part is no file in an archive.');
  const archive = await openForBytes(path);
  const start = await entryStart(archive, entry).finally(() => archive.close());
  const hash = createHash('sha256');
  let bytesRead = 0;
  let sha256: string | undefined;

  async function* blocks(): AsyncGenerator<Uint8Array> {
    if (!entry) return;
    let checksum = 0;
    for await (const block of entryBlocks(path, start, entry.method, entry.packedBytes)) {
      bytesRead += block.length;
      if (bytesRead > entry.sizeBytes) break;
      checksum = crc32(block, checksum);
      hash.update(block);
      yield block;
    }
    if (bytesRead !== entry.sizeBytes || checksum !== entry.crc32) throw damagedEntry();
    sha256 = hash.digest('hex');
  }

  return {
    packing: 'zip',
    sizeBytes: entry.sizeBytes,
    blocks,
    bytesRead: () => bytesRead,
    hashes: () => complete(sha256 === undefined ? undefined : { sha256, contentSha256: sha256 }),
  };
}

function entryBlocks(
  path: string,
  start: number,
  method: 0 | 8,
  packedBytes: number,
): AsyncIterable<Uint8Array> {
  if (method === 0) return fileBlocks(path, start, packedBytes);
  if (packedBytes === 0) return none();
  const file = createReadStream(path, { start, end: start + packedBytes - 1, highWaterMark: BLOCK_BYTES });
  return unpack(file, 'deflate', packedBytes);
}

async function* none(): AsyncGenerator<Uint8Array> {}

function complete<T>(hashes: T | undefined): T {
  if (hashes === undefined) throw new Error('The file has not been read to its end.');
  return hashes;
}

function damagedEntry(): StillwatchError {
  return new StillwatchError(
    'SOURCE_DAMAGED',
    'A file in the zip archive does not match the size and checksum the archive gives for it. Nothing of it was kept. Fetch the file again.',
  );
}

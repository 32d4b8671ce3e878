import { createHash, type Hash } from 'node:crypto';
import { basename } from 'node:path';
import type { BundleResult } from '../../../../shared/contract/bundles.ts';
import type { Progress } from '../../../../shared/contract/protocol.ts';
import { replaceFile, throwIfCancelled } from '../replace-file.ts';
import { timeStampRequest } from '../sign/time-stamp-request.ts';
import {
  BAG_ALGORITHMS,
  BAG_DECLARATION,
  type BagAlgorithm,
  formatManifest,
  REQUEST_FILE,
} from './bag-manifest.ts';
import { nameFault } from './bag-names.ts';
import { ZipWriter } from './zip-writer.ts';

/** Text is written as UTF-8. Pieces are joined; iterables are walked once, as the file is written. */
export type BagContent = string | Uint8Array | Iterable<string> | AsyncIterable<string>;

export interface BagFile {
  /** Path in the bag: of payload below `data/`. */
  readonly path: string;
  readonly content: BagContent;
}

export interface JobOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

export interface BagOptions extends JobOptions {
  /** Further tag files, whose checksums stand in the tag manifests. */
  readonly tagFiles?: readonly BagFile[];
  /** Makes files from the bytes of tagmanifest-sha512.txt, which are in no manifest: its signature. */
  readonly sign?: (tagManifest: Uint8Array) => Promise<readonly BagFile[]>;
}

type Digests = Readonly<Record<BagAlgorithm, string>>;

/** Pieces are gathered to this size before they are hashed and written. */
const CHUNK_CHARACTERS = 1024 * 1024;
/** Read back at a time. */
const READ_BYTES = 1024 * 1024;

/**
 * Writes a BagIt 1.0 bag as a zip to `target`, whole or not at all (see replaceFile). `payload` must come in
 * ascending order of path. `bagInfo` is asked once the payload is written, for the labels of bag-info.txt in
 * order; Payload-Oxum is added. A request for a time stamp over the tag manifest lies beside it. The same payload,
 * labels and options give the same bytes. In the zip the payload comes
 * first and the tag files last, because they hold its checksums; the directory lists all by name. Progress
 * counts bytes; how many there will be is not known before.
 */
export async function writeBag(
  target: string,
  payload: Iterable<BagFile>,
  bagInfo: () => readonly (readonly [label: string, value: string])[],
  { signal, onProgress, tagFiles = [], sign }: BagOptions = {},
): Promise<BundleResult> {
  return replaceFile(target, signal, async (file) => {
    const zip = new ZipWriter(file);
    let octets = 0;
    let files = 0;
    let done = 0;

    const add = async (path: string, content: BagContent): Promise<Digests> => {
      const hashes = BAG_ALGORITHMS.map((algorithm) => createHash(algorithm));
      const report = (sizeBytes: number) => {
        done += sizeBytes;
        onProgress?.({ stage: `writing ${path}`, done, unit: 'bytes' });
      };
      octets += await zip.add(path, encoded(content, hashes, signal, report));
      files += 1;
      return { sha256: hashes[0].digest('hex'), sha512: hashes[1].digest('hex') };
    };

    const payloadDigests = new Map<string, Digests>();
    let last = '';
    for (const { path, content } of payload) {
      if (!path.startsWith('data/') || nameFault(path)) throw new Error(`Not a payload path: ${path}`);
      if (Buffer.compare(Buffer.from(path), Buffer.from(last)) <= 0) throw new Error(`Out of order: ${path}`);
      last = path;
      payloadDigests.set(path, await add(path, content));
    }

    const info = [...bagInfo(), ['Payload-Oxum', `${octets}.${files}`] as const];
    const tags = new Map<string, Digests>();
    const listed: BagFile[] = [
      {
        path: 'bag-info.txt',
        content: info.map(([label, value]) => `${label}: ${oneLine(value)}\n`).join(''),
      },
      { path: 'bagit.txt', content: BAG_DECLARATION },
      ...BAG_ALGORITHMS.map((name) => ({
        path: `manifest-${name}.txt`,
        content: manifest(payloadDigests, name),
      })),
      ...tagFiles,
    ];
    for (const { path, content } of listed.sort(byPath)) {
      // By name too they come before the tag manifests, as zip-check.ts demands.
      if (path >= 'tagmanifest-' || nameFault(path)) throw new Error(`Not a tag file: ${path}`);
      tags.set(path, await add(path, content));
    }
    for (const name of BAG_ALGORITHMS) await add(`tagmanifest-${name}.txt`, manifest(tags, name));
    const signed = Buffer.from(manifest(tags, 'sha512'));
    const outside = [
      { path: REQUEST_FILE, content: timeStampRequest(signed) },
      ...((await sign?.(signed)) ?? []),
    ];
    for (const { path, content } of outside.sort(byPath)) await add(path, content);

    const sizeBytes = await zip.finish();
    const sha256 = createHash('sha256');
    // Read back rather than hashed on the way: sizes and checksums are filled in behind the write position.
    for await (const chunk of file.createReadStream({
      start: 0,
      autoClose: false,
      highWaterMark: READ_BYTES,
    })) {
      throwIfCancelled(signal);
      sha256.update(chunk);
    }
    return { file: basename(target), sha256: sha256.digest('hex'), files, sizeBytes };
  });
}

const byPath = (a: BagFile, b: BagFile) => Buffer.compare(Buffer.from(a.path), Buffer.from(b.path));

function manifest(digests: ReadonlyMap<string, Digests>, algorithm: BagAlgorithm): string {
  return formatManifest([...digests].map(([path, digest]) => ({ path, checksum: digest[algorithm] })));
}

/** bag-info.txt continues a value on lines that start with a space; a value here is one line. */
function oneLine(value: string): string {
  return value.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();
}

async function* encoded(
  content: BagContent,
  hashes: readonly Hash[],
  signal: AbortSignal | undefined,
  report: (sizeBytes: number) => void,
): AsyncGenerator<Uint8Array> {
  for await (const piece of gathered(content)) {
    throwIfCancelled(signal);
    const bytes = typeof piece === 'string' ? Buffer.from(piece, 'utf8') : piece;
    for (const hash of hashes) hash.update(bytes);
    yield bytes;
    report(bytes.length);
  }
}

async function* gathered(content: BagContent): AsyncGenerator<string | Uint8Array> {
  if (typeof content === 'string' || content instanceof Uint8Array) {
    yield content;
    return;
  }
  let pieces = '';
  if (Symbol.iterator in content) {
    // Kept apart from the asynchronous loop, which would cost a turn of the event loop for each piece.
    for (const piece of content) {
      pieces += piece;
      if (pieces.length >= CHUNK_CHARACTERS) {
        yield pieces;
        pieces = '';
      }
    }
  } else {
    for await (const piece of content) {
      pieces += piece;
      if (pieces.length >= CHUNK_CHARACTERS) {
        yield pieces;
        pieces = '';
      }
    }
  }
  if (pieces !== '') yield pieces;
}

import { createHash, type Hash } from 'node:crypto';
import { basename } from 'node:path';
import type { BundleResult } from '../../../../shared/contract/bundles.ts';
import type { Progress } from '../../../../shared/contract/protocol.ts';
import { replaceFile, throwIfCancelled } from '../replace-file.ts';
import { BAG_ALGORITHMS, BAG_DECLARATION, type BagAlgorithm, formatManifest } from './bag-manifest.ts';
import { nameFault } from './bag-names.ts';
import { ZipWriter } from './zip-writer.ts';

/** Text is written as UTF-8. Pieces are joined; iterables are walked once, as the file is written. */
export type BagContent = string | Iterable<string> | AsyncIterable<string>;

export interface BagFile {
  /** Path in the bag, below `data/`. */
  readonly path: string;
  readonly content: BagContent;
}

export interface JobOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

type Digests = Readonly<Record<BagAlgorithm, string>>;

/** Pieces are gathered to this size before they are hashed and written. */
const CHUNK_CHARACTERS = 256 * 1024;

/**
 * Writes a BagIt 1.0 bag as a zip to `target`, whole or not at all (see replaceFile). `payload` must come in
 * ascending order of path. `bagInfo` is asked once the payload is written, for the labels of bag-info.txt in
 * order; Payload-Oxum is added. The same payload and labels give the same bytes. In the zip the payload comes
 * first and the tag files last, because they hold its checksums; the directory lists all by name. Progress
 * counts bytes; how many there will be is not known before.
 */
export async function writeBag(
  target: string,
  payload: Iterable<BagFile>,
  bagInfo: () => readonly (readonly [label: string, value: string])[],
  { signal, onProgress }: JobOptions = {},
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
    const tagFiles: [string, string][] = [
      ['bag-info.txt', info.map(([label, value]) => `${label}: ${oneLine(value)}\n`).join('')],
      ['bagit.txt', BAG_DECLARATION],
      ...BAG_ALGORITHMS.map((name): [string, string] => [
        `manifest-${name}.txt`,
        manifest(payloadDigests, name),
      ]),
    ];
    for (const [path, content] of tagFiles) tags.set(path, await add(path, content));
    for (const name of BAG_ALGORITHMS) await add(`tagmanifest-${name}.txt`, manifest(tags, name));

    const sizeBytes = await zip.finish();
    const sha256 = createHash('sha256');
    // Read back rather than hashed on the way: sizes and checksums are filled in behind the write position.
    for await (const chunk of file.createReadStream({ start: 0, autoClose: false })) {
      throwIfCancelled(signal);
      sha256.update(chunk);
    }
    return { file: basename(target), sha256: sha256.digest('hex'), files, sizeBytes };
  });
}

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
  for await (const text of gathered(content)) {
    throwIfCancelled(signal);
    const bytes = Buffer.from(text, 'utf8');
    for (const hash of hashes) hash.update(bytes);
    yield bytes;
    report(bytes.length);
  }
}

async function* gathered(content: BagContent): AsyncGenerator<string> {
  if (typeof content === 'string') {
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

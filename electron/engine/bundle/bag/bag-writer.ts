import type { FileHandle } from 'node:fs/promises';
import { throwIfCancelled } from '../replace-file.ts';
import { timeStampRequest } from '../sign/time-stamp-request.ts';
import type { BagContent, BagFile, BagOptions } from './bag.ts';
import { BAG_ALGORITHMS, BAG_DECLARATION, formatManifest, REQUEST_FILE } from './bag-manifest.ts';
import { nameFault } from './bag-names.ts';
import { gathered } from './gathered.ts';
import { type Checksums, Hasher } from './hasher.ts';
import { ZipWriter } from './zip-writer.ts';

type Label = readonly [label: string, value: string];

/**
 * Writes a BagIt 1.0 bag as a zip into an open, empty file: the payload in ascending order of path, then `finish` for all
 * that is made from it. `close` it, whatever became of it.
 */
export class BagWriter {
  private readonly zip: ZipWriter;
  private readonly hasher = new Hasher(BAG_ALGORITHMS);
  private readonly options: BagOptions;
  private readonly payload = new Map<string, Checksums>();
  private last = '';
  private octets = 0;
  private done = 0;
  private files = 0;

  constructor(file: FileHandle, options: BagOptions) {
    this.zip = new ZipWriter(file);
    this.options = options;
  }

  async addPayload(path: string, content: BagContent): Promise<void> {
    if (!path.startsWith('data/') || nameFault(path)) throw new Error(`Not a payload path: ${path}`);
    if (Buffer.compare(Buffer.from(path), Buffer.from(this.last)) <= 0)
      throw new Error(`Out of order: ${path}`);
    this.last = path;
    this.payload.set(path, await this.add(path, content));
  }

  /** Writes the tag files and ends the zip. */
  async finish(info: readonly Label[]): Promise<{ readonly files: number; readonly sizeBytes: number }> {
    const { tagFiles = [], sign } = this.options;
    const labels = [...info, ['Payload-Oxum', `${this.octets}.${this.files}`] as const];
    const tags = new Map<string, Checksums>();
    const listed: BagFile[] = [
      {
        path: 'bag-info.txt',
        content: labels.map(([label, value]) => `${label}: ${oneLine(value)}\n`).join(''),
      },
      { path: 'bagit.txt', content: BAG_DECLARATION },
      ...BAG_ALGORITHMS.map((name) => ({
        path: `manifest-${name}.txt`,
        content: manifest(this.payload, name),
      })),
      ...tagFiles,
    ];
    for (const { path, content } of listed.sort(byPath)) {
      // By name too they come before the tag manifests, as zip-check.ts demands.
      if (path >= 'tagmanifest-' || nameFault(path)) throw new Error(`Not a tag file: ${path}`);
      tags.set(path, await this.add(path, content));
    }
    for (const name of BAG_ALGORITHMS) await this.add(`tagmanifest-${name}.txt`, manifest(tags, name));
    const signed = Buffer.from(manifest(tags, 'sha512'));
    const outside = [
      { path: REQUEST_FILE, content: timeStampRequest(signed) },
      ...((await sign?.(signed)) ?? []),
    ];
    for (const { path, content } of outside.sort(byPath)) await this.add(path, content);
    return { files: this.files, sizeBytes: await this.zip.finish() };
  }

  close(): Promise<void> {
    return this.hasher.close();
  }

  private async add(path: string, content: BagContent): Promise<Checksums> {
    this.octets += await this.zip.add(path, this.encoded(path, content));
    this.files += 1;
    return this.hasher.digest();
  }

  private async *encoded(path: string, content: BagContent): AsyncGenerator<Uint8Array> {
    const { signal, onProgress } = this.options;
    for await (const piece of gathered(content)) {
      throwIfCancelled(signal);
      const bytes = typeof piece === 'string' ? Buffer.from(piece, 'utf8') : piece;
      await this.hasher.update(bytes);
      yield bytes;
      this.done += bytes.length;
      onProgress?.({ stage: `writing ${path}`, done: this.done, unit: 'bytes' });
    }
  }
}

const byPath = (a: BagFile, b: BagFile) => Buffer.compare(Buffer.from(a.path), Buffer.from(b.path));

function manifest(files: ReadonlyMap<string, Checksums>, algorithm: string): string {
  return formatManifest(
    [...files].map(([path, checksums]) => ({ path, checksum: checksums.get(algorithm) as string })),
  );
}

/** bag-info.txt continues a value on lines that start with a space; a value here is one line. */
function oneLine(value: string): string {
  return value.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();
}

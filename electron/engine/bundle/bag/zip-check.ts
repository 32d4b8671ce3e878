import { crc32 } from 'node:zlib';
import type { Problem } from '../../../../shared/contract/bundles.ts';
import type { BagFiles } from './bag-check.ts';
import { END_BYTES, LOCAL_BYTES, localHeader, parseDirectory, parseEnd, type ZipEntry } from './zip-form.ts';

/** Bytes at positions: an open file, or a buffer in a test. `read` gives fewer bytes only at the end. */
export interface ByteSource {
  readonly sizeBytes: number;
  read(position: number, length: number): Promise<Buffer>;
}

export interface ZipBag extends BagFiles {
  /** Filled further while files are read: a file whose bytes do not match its CRC-32 is added then. */
  readonly problems: Problem[];
  readonly sizeOf: (path: string) => number;
}

/** The directory of 65,000 files with long names has about 15 MB. */
const MAX_DIRECTORY_BYTES = 64 * 1024 * 1024;
const CHUNK_BYTES = 1024 * 1024;

/**
 * The files of a zip in the form of zip-form.ts, with everything that departs from it. All bytes outside the
 * files' own are compared with what they must be, so none goes unchecked. Entries are stored as they are and
 * tile the zip without overlap, so reading them all costs no more than the zip's size: there is nothing to
 * blow up. Where overlap or compression would make that untrue, `paths` is empty. Returns a sentence when the
 * thing is no such zip at all.
 */
export async function openZipBag(source: ByteSource, bundle: string): Promise<ZipBag | string> {
  const { sizeBytes } = source;
  const end = parseEnd(await source.read(Math.max(sizeBytes - END_BYTES, 0), END_BYTES), sizeBytes);
  if (typeof end === 'string') return end;
  if (end.directoryBytes > MAX_DIRECTORY_BYTES) return 'has a directory larger than any bundle has';
  const directory = parseDirectory(await source.read(end.directoryOffset, end.directoryBytes), end.entries);

  const problems: Problem[] = [];
  const fail = (file: string, problem: string) => problems.push({ file, problem });
  if (directory.broken !== undefined) fail(bundle, directory.broken);

  const byPath = new Map<string, ZipEntry>();
  for (const { fault, ...entry } of directory.entries) {
    const path = pathOf(entry);
    if (fault) fail(path, fault);
    if (byPath.has(path)) fail(path, 'is in the zip more than once');
    byPath.set(path, entry);
    const header = await source.read(entry.offset, LOCAL_BYTES + entry.name.length);
    if (!header.equals(localHeader(entry))) {
      fail(path, 'has a header before its bytes that does not agree with the directory of the zip');
    }
  }
  checkLayout(directory.entries, end.directoryOffset, fail);

  // Overlapping entries would let a small zip cost any amount of reading.
  const claimed = directory.entries.reduce((sum, entry) => sum + entry.sizeBytes, 0);
  const readable = claimed <= sizeBytes && !directory.entries.some(({ fault }) => fault?.startsWith('is '));

  async function* read(path: string): AsyncGenerator<Uint8Array> {
    const entry = byPath.get(path);
    if (!entry) throw new Error(`No such entry: ${path}`);
    const start = entry.offset + LOCAL_BYTES + entry.name.length;
    let checksum = 0;
    for (let done = 0; done < entry.sizeBytes; ) {
      const chunk = await source.read(start + done, Math.min(CHUNK_BYTES, entry.sizeBytes - done));
      if (chunk.length === 0) break;
      checksum = crc32(chunk, checksum);
      done += chunk.length;
      yield chunk;
    }
    if (checksum !== entry.crc32) fail(path, 'does not match its CRC-32 in the zip');
  }

  return {
    paths: readable ? [...byPath.keys()] : [],
    problems,
    read,
    sizeOf: (path) => byPath.get(path)?.sizeBytes ?? 0,
  };
}

/** The entries lie end to end from the first byte to the directory: payload by name, then tag files by name. */
function checkLayout(
  entries: readonly ZipEntry[],
  directoryOffset: number,
  fail: (file: string, problem: string) => void,
): void {
  let position = 0;
  for (const entry of [...entries].sort((a, b) => a.offset - b.offset)) {
    if (entry.offset !== position) fail(pathOf(entry), 'does not start where the file before it ends');
    position = entry.offset + LOCAL_BYTES + entry.name.length + entry.sizeBytes;
    if (position > directoryOffset) fail(pathOf(entry), 'reaches into the directory of the zip');
  }
  if (position < directoryOffset) {
    const last = [...entries].sort((a, b) => b.offset - a.offset)[0];
    fail(last ? pathOf(last) : 'bagit.txt', 'is followed by bytes that belong to no file');
  }
  const byName = [...entries].sort((a, b) => Buffer.compare(a.name, b.name));
  const byPlace = [...entries].sort((a, b) => rank(a) - rank(b) || Buffer.compare(a.name, b.name));
  for (const [index, entry] of entries.entries()) {
    if (entry !== byName[index]) fail(pathOf(entry), 'is not in its place in the directory of the zip');
    if (index > 0 && byPlace[index].offset < byPlace[index - 1].offset) {
      fail(pathOf(byPlace[index]), 'does not lie in its place in the zip');
    }
  }
}

const rank = (entry: ZipEntry) => (pathOf(entry).startsWith('data/') ? 0 : 1);

/** Bytes that are not UTF-8 show as U+FFFD, which no name in a bundle may hold. */
function pathOf(entry: ZipEntry): string {
  return Buffer.from(entry.name).toString('utf8');
}

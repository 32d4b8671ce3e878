import { StillwatchError } from '../../../../shared/contract/errors.ts';

/** A file in a zip, as the directory at the zip's end describes it. */
export interface ZipEntry {
  readonly name: string;
  /** 0 stored, 8 deflate; no other is read. */
  readonly method: 0 | 8;
  readonly crc32: number;
  readonly packedBytes: number;
  readonly sizeBytes: number;
  /** Where its local header starts. */
  readonly offset: number;
}

export interface ZipDirectory {
  readonly entries: readonly ZipEntry[];
  /** Entries that are not read, and why. Folders and what macOS adds are passed over without a word. */
  readonly refused: readonly { readonly name: string; readonly reason: string }[];
}

/** Reads bytes at positions; fewer than asked for only at the end of the file. */
export interface ByteSource {
  readonly sizeBytes: number;
  read(position: number, length: number): Promise<Buffer>;
}

export const MAX_ZIP_ENTRIES = 10_000;
const MAX_DIRECTORY_BYTES = 16 * 1024 * 1024;
const END_BYTES = 22;
const LOCATOR_BYTES = 20;
const END_64_BYTES = 56;
const CENTRAL_BYTES = 46;
const LOCAL_BYTES = 30;
const MAX_COMMENT_BYTES = 0xffff;
const END_SIGNATURE = 0x06054b50;
const LOCATOR_SIGNATURE = 0x07064b50;
const END_64_SIGNATURE = 0x06064b50;
const CENTRAL_SIGNATURE = 0x02014b50;
const LOCAL_SIGNATURE = 0x04034b50;
const ZIP64_FIELD = 1;

/**
 * The files of a zip, out of its directory. No name is ever used as a path, and nothing is written to disk.
 * @throws StillwatchError SOURCE_DAMAGED when there is no readable directory, NOT_A_LOG when there are too many
 * entries, or entries that lie over each other as in a decompression bomb.
 */
export async function readZipDirectory(source: ByteSource): Promise<ZipDirectory> {
  const { count, position, length } = await findDirectory(source);
  if (count > MAX_ZIP_ENTRIES || length > MAX_DIRECTORY_BYTES)
    throw new StillwatchError(
      'NOT_A_LOG',
      `This zip archive holds more than ${MAX_ZIP_ENTRIES.toLocaleString('en')} files. Nothing was imported. Unpack it and import the logs in it.`,
    );
  const directory = await source.read(position, length);
  const entries: ZipEntry[] = [];
  const refused: { name: string; reason: string }[] = [];
  const names = new Map<string, number>();
  for (let at = 0, number = 0; number < count; number++) {
    if (at + CENTRAL_BYTES > directory.length || directory.readUInt32LE(at) !== CENTRAL_SIGNATURE)
      throw damaged();
    const nameEnd = at + CENTRAL_BYTES + directory.readUInt16LE(at + 28);
    const extraEnd = nameEnd + directory.readUInt16LE(at + 30);
    const end = extraEnd + directory.readUInt16LE(at + 32);
    if (end > directory.length) throw damaged();
    const name = nameOf(directory.subarray(at + CENTRAL_BYTES, nameEnd));
    const sizes = sizesOf(directory, at, directory.subarray(nameEnd, extraEnd));
    if (!sizes) throw damaged();
    if (!isChaff(name)) {
      names.set(name, (names.get(name) ?? 0) + 1);
      const reason = reasonAgainst(directory, at, name);
      if (reason) refused.push({ name, reason });
      else {
        const method = directory.readUInt16LE(at + 10) as 0 | 8;
        entries.push({ name, method, crc32: directory.readUInt32LE(at + 16), ...sizes });
      }
    }
    at = end;
  }
  refuseOverlaps(entries, position);
  const twice = new Set([...names].filter(([, times]) => times > 1).map(([name]) => name));
  for (const name of twice) refused.push({ name, reason: 'There is more than one file of this name' });
  return { entries: entries.filter(({ name }) => !twice.has(name)), refused };
}

/**
 * Where an entry's packed bytes start.
 * @throws StillwatchError SOURCE_DAMAGED when there is no header there, or the bytes run past the end.
 */
export async function entryStart(source: ByteSource, entry: ZipEntry): Promise<number> {
  const header = await source.read(entry.offset, LOCAL_BYTES);
  if (header.length < LOCAL_BYTES || header.readUInt32LE(0) !== LOCAL_SIGNATURE) throw damaged();
  const start = entry.offset + LOCAL_BYTES + header.readUInt16LE(26) + header.readUInt16LE(28);
  if (start + entry.packedBytes > source.sizeBytes) throw damaged();
  return start;
}

async function findDirectory(
  source: ByteSource,
): Promise<{ count: number; position: number; length: number }> {
  const tailBytes = Math.min(source.sizeBytes, END_BYTES + MAX_COMMENT_BYTES);
  const tailStart = source.sizeBytes - tailBytes;
  const tail = await source.read(tailStart, tailBytes);
  // The record whose comment ends with the file; a comment may hold the signature too.
  let end = tail.length - END_BYTES;
  while (
    end >= 0 &&
    (tail.readUInt32LE(end) !== END_SIGNATURE ||
      end + END_BYTES + tail.readUInt16LE(end + 20) !== tail.length)
  ) {
    end--;
  }
  if (end < 0) throw damaged();
  let count = tail.readUInt16LE(end + 10);
  let length = tail.readUInt32LE(end + 12);
  let position = tail.readUInt32LE(end + 16);
  let limit = tailStart + end;
  if (count === 0xffff || length === 0xffff_ffff || position === 0xffff_ffff) {
    const locator = await source.read(Math.max(0, limit - LOCATOR_BYTES), LOCATOR_BYTES);
    if (locator.length === LOCATOR_BYTES && locator.readUInt32LE(0) === LOCATOR_SIGNATURE) {
      limit = Number(locator.readBigUInt64LE(8));
      const end64 = limit <= source.sizeBytes ? await source.read(limit, END_64_BYTES) : Buffer.alloc(0);
      if (end64.length < END_64_BYTES || end64.readUInt32LE(0) !== END_64_SIGNATURE) throw damaged();
      count = Number(end64.readBigUInt64LE(32));
      length = Number(end64.readBigUInt64LE(40));
      position = Number(end64.readBigUInt64LE(48));
    }
  }
  if (position + length > limit || count * CENTRAL_BYTES > length) throw damaged();
  return { count, position, length };
}

function nameOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Old archives have names in the code page of the machine that made them; they serve for showing only.
    return Buffer.from(bytes).toString('latin1');
  }
}

/** Sizes and place, from the zip64 field where the record points there; undefined when that lacks one. */
function sizesOf(
  directory: Buffer,
  at: number,
  extra: Buffer,
): Pick<ZipEntry, 'packedBytes' | 'sizeBytes' | 'offset'> | undefined {
  let field = Buffer.alloc(0);
  for (let i = 0; i + 4 <= extra.length; i += 4 + extra.readUInt16LE(i + 2)) {
    if (extra.readUInt16LE(i) === ZIP64_FIELD)
      field = Buffer.from(extra.subarray(i + 4, i + 4 + extra.readUInt16LE(i + 2)));
  }
  let used = 0;
  const wide = (value: number): number => {
    if (value !== 0xffff_ffff) return value;
    if (used + 8 > field.length) return Number.NaN;
    used += 8;
    return Number(field.readBigUInt64LE(used - 8));
  };
  const sizeBytes = wide(directory.readUInt32LE(at + 24));
  const packedBytes = wide(directory.readUInt32LE(at + 20));
  const offset = wide(directory.readUInt32LE(at + 42));
  const all = [sizeBytes, packedBytes, offset];
  return all.every(Number.isSafeInteger) ? { sizeBytes, packedBytes, offset } : undefined;
}

const isChaff = (name: string) =>
  name.endsWith('/') || /(^|\/)(__MACOSX\/|\.DS_Store$|Thumbs\.db$|\._[^/]*$)/.test(name);

function reasonAgainst(directory: Buffer, at: number, name: string): string | undefined {
  const mode = directory.readUInt32LE(at + 38) >>> 16;
  const madeOnUnix = directory[at + 5] === 3 || directory[at + 5] === 19;
  if (directory.readUInt16LE(at + 8) & 0x41) return 'It is encrypted';
  if (madeOnUnix && (mode & 0o170000) === 0o120000) return 'It is a symbolic link';
  if (name.includes('\\') || name.includes('\0') || /^[a-z]:/i.test(name) || name.startsWith('/'))
    return 'Its name is a path outside the archive';
  if (name.split('/').includes('..')) return 'Its name is a path outside the archive';
  const method = directory.readUInt16LE(at + 10);
  if (method !== 0 && method !== 8)
    return 'It is packed in a way that is not read (neither stored nor deflate)';
  if (method === 0 && directory.readUInt32LE(at + 20) !== directory.readUInt32LE(at + 24))
    return 'Its sizes contradict each other';
  return undefined;
}

/** Entries that share packed bytes let a small archive unpack to any size. */
function refuseOverlaps(entries: readonly ZipEntry[], directoryStart: number): void {
  const byPlace = [...entries].sort((a, b) => a.offset - b.offset);
  for (const [i, entry] of byPlace.entries()) {
    const end = entry.offset + LOCAL_BYTES + Buffer.byteLength(entry.name) + entry.packedBytes;
    if (end > (byPlace[i + 1]?.offset ?? directoryStart)) throw overlapping();
  }
}

function overlapping(): StillwatchError {
  return new StillwatchError(
    'SOURCE_DAMAGED',
    'Files in this zip archive lie over each other, as in a decompression bomb or a damaged archive. Nothing of it was kept.',
  );
}

function damaged(): StillwatchError {
  return new StillwatchError(
    'SOURCE_DAMAGED',
    'The zip archive is damaged or was cut short. Nothing of it was kept. Fetch the file again.',
  );
}

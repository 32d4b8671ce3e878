/**
 * The one form of zip a bundle has: entries stored as they are (no compression), sizes and CRC-32 in the
 * local header, UTF-8 names, the same fixed time and mode for all, no extra fields, comments, descriptors or
 * zip64; the directory sorted by the bytes of the names. Every byte outside the files' own bytes follows from
 * names, sizes, CRCs and offsets, so a verifier can rebuild it and compare.
 *
 * Why not deflate: two different deflate streams can inflate to the same bytes (a match may point to another
 * equal copy, the last byte has padding), so a changed byte in the zip could pass; and compressors differ
 * between builds and processors, so the same content would not give the same bundle.
 */
export interface ZipEntry {
  /** UTF-8 bytes of the path. */
  readonly name: Uint8Array;
  readonly crc32: number;
  readonly sizeBytes: number;
  /** Where the local header starts. */
  readonly offset: number;
}

export const LOCAL_BYTES = 30;
export const CENTRAL_BYTES = 46;
export const END_BYTES = 22;
/** Without zip64, offsets and sizes have 32 bits and the entry count 16; the largest values mean "see zip64". */
export const MAX_ZIP_BYTES = 0xffff_fffe;
export const MAX_ENTRIES = 0xfffe;

const LOCAL_SIGNATURE = 0x04034b50;
const CENTRAL_SIGNATURE = 0x02014b50;
const END_SIGNATURE = 0x06054b50;
const VERSION_NEEDED = 20;
const MADE_BY_UNIX = (3 << 8) | 63;
const FLAG_UTF8 = 0x0800;
const FLAG_ENCRYPTED = 0x0001;
/** 1980-01-01 00:00, the earliest a zip can say. */
const DOS_DATE = (1 << 5) | 1;
const MODE_REGULAR = 0o100644;
const MODE_SYMLINK = 0o120000;
const MODE_TYPE = 0o170000;

export function localHeader(entry: ZipEntry): Buffer {
  const header = Buffer.alloc(LOCAL_BYTES + entry.name.length);
  header.writeUInt32LE(LOCAL_SIGNATURE, 0);
  writeShared(header, 4, entry);
  header.set(entry.name, LOCAL_BYTES);
  return header;
}

export function centralRecord(entry: ZipEntry): Buffer {
  const record = Buffer.alloc(CENTRAL_BYTES + entry.name.length);
  record.writeUInt32LE(CENTRAL_SIGNATURE, 0);
  record.writeUInt16LE(MADE_BY_UNIX, 4);
  writeShared(record, 6, entry);
  record.writeUInt32LE((MODE_REGULAR << 16) >>> 0, 38);
  record.writeUInt32LE(entry.offset, 42);
  record.set(entry.name, CENTRAL_BYTES);
  return record;
}

/** The 26 bytes that both headers have in common, from `version needed` to `extra field length`. */
function writeShared(header: Buffer, at: number, entry: ZipEntry): void {
  header.writeUInt16LE(VERSION_NEEDED, at);
  header.writeUInt16LE(FLAG_UTF8, at + 2);
  header.writeUInt16LE(DOS_DATE, at + 8);
  header.writeUInt32LE(entry.crc32, at + 10);
  header.writeUInt32LE(entry.sizeBytes, at + 14);
  header.writeUInt32LE(entry.sizeBytes, at + 18);
  header.writeUInt16LE(entry.name.length, at + 22);
}

export function endRecord(entries: number, directoryBytes: number, directoryOffset: number): Buffer {
  const end = Buffer.alloc(END_BYTES);
  end.writeUInt32LE(END_SIGNATURE, 0);
  end.writeUInt16LE(entries, 8);
  end.writeUInt16LE(entries, 10);
  end.writeUInt32LE(directoryBytes, 12);
  end.writeUInt32LE(directoryOffset, 16);
  return end;
}

export interface End {
  readonly entries: number;
  readonly directoryBytes: number;
  readonly directoryOffset: number;
}

/** The end record in the last 22 bytes of a zip of `zipBytes`, or why it is none of this form. */
export function parseEnd(end: Buffer, zipBytes: number): End | string {
  if (end.length !== END_BYTES || end.readUInt32LE(0) !== END_SIGNATURE) {
    return 'does not end as a bundle does: it is no zip, is cut short, or has bytes after its end';
  }
  const entries = end.readUInt16LE(10);
  const directoryBytes = end.readUInt32LE(12);
  const directoryOffset = end.readUInt32LE(16);
  if (!end.equals(endRecord(entries, directoryBytes, directoryOffset))) {
    return 'has an end record that is not of the form of a bundle';
  }
  if (directoryOffset + directoryBytes + END_BYTES !== zipBytes) {
    return 'has bytes before or after its parts, or is cut short: its end record does not fit its size';
  }
  return { entries, directoryBytes, directoryOffset };
}

export interface DirectoryEntry extends ZipEntry {
  /** How its record departs from the form; undefined when it does not. */
  readonly fault: string | undefined;
}

/**
 * The records of a zip's directory in their order. `broken` says why reading stopped early; the records up
 * to there are still returned.
 */
export function parseDirectory(
  directory: Buffer,
  count: number,
): { readonly entries: readonly DirectoryEntry[]; readonly broken: string | undefined } {
  const entries: DirectoryEntry[] = [];
  let at = 0;
  while (entries.length < count) {
    const number = entries.length + 1;
    if (at + CENTRAL_BYTES > directory.length || directory.readUInt32LE(at) !== CENTRAL_SIGNATURE) {
      return { entries, broken: `has no readable record ${number} of ${count} in its directory` };
    }
    const nameBytes = directory.readUInt16LE(at + 28);
    const end =
      at + CENTRAL_BYTES + nameBytes + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
    if (end > directory.length) {
      return { entries, broken: `has record ${number} of ${count} of its directory cut short` };
    }
    const entry: ZipEntry = {
      name: directory.subarray(at + CENTRAL_BYTES, at + CENTRAL_BYTES + nameBytes),
      crc32: directory.readUInt32LE(at + 16),
      sizeBytes: directory.readUInt32LE(at + 24),
      offset: directory.readUInt32LE(at + 42),
    };
    entries.push({ ...entry, fault: recordFault(directory.subarray(at, end), centralRecord(entry)) });
    at = end;
  }
  if (at !== directory.length) return { entries, broken: 'has bytes after the last record of its directory' };
  return { entries, broken: undefined };
}

function recordFault(actual: Buffer, expected: Buffer): string | undefined {
  if (actual.equals(expected)) return undefined;
  if (actual.readUInt16LE(8) & FLAG_ENCRYPTED) return 'is encrypted';
  if (actual.readUInt16LE(10) !== 0) return 'is compressed; the zip was packed again by another program';
  if (((actual.readUInt32LE(38) >>> 16) & MODE_TYPE) === MODE_SYMLINK) return 'is a symbolic link';
  return 'has a record in the directory of the zip that is not of the form of a bundle';
}

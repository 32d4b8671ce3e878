import { crc32, deflateRawSync } from 'node:zlib';
import { centralRecord, endRecord, localHeader } from '../../../../electron/engine/bundle/bag/zip-form.ts';
import type { Entry } from './small-bag.ts';

const inBag = ({ path: a }: Entry, { path: b }: Entry) =>
  Number(!a.startsWith('data/')) - Number(!b.startsWith('data/')) ||
  Buffer.compare(Buffer.from(a), Buffer.from(b));

/** A zip of our form with these files: whatever was done to them, its own bytes are right. */
export function packed(files: readonly Entry[]): Buffer {
  return zipped([...files].sort(inBag), {});
}

export interface Form {
  /** Time and date as a zip has them, in place of 1980-01-01. */
  readonly date?: number;
  readonly deflate?: boolean;
  /** Files and directory in the order given. */
  readonly asGiven?: boolean;
  readonly comment?: string;
}

/** As another program might pack it. */
export function zipped(
  files: readonly Entry[],
  { date, deflate = false, asGiven = false, comment = '' }: Form,
): Buffer {
  const parts: Buffer[] = [];
  const records: { readonly name: Buffer; readonly record: Buffer }[] = [];
  let offset = 0;
  for (const { path, bytes } of files) {
    const name = Buffer.from(path);
    const content = deflate ? deflateRawSync(bytes) : bytes;
    const entry = { name, crc32: crc32(bytes), sizeBytes: content.length, offset };
    const [local, record] = [localHeader(entry), centralRecord(entry)];
    for (const [header, at] of [
      [local, 4],
      [record, 6],
    ] as const) {
      if (date !== undefined) header.writeUInt32LE(date, at + 6);
      if (deflate) header.writeUInt16LE(8, at + 4);
      if (deflate) header.writeUInt32LE(bytes.length, at + 18);
    }
    parts.push(local, content);
    records.push({ name, record });
    offset += local.length + content.length;
  }
  if (!asGiven) records.sort((a, b) => Buffer.compare(a.name, b.name));
  const directory = Buffer.concat(records.map(({ record }) => record));
  const end = Buffer.concat([endRecord(records.length, directory.length, offset), Buffer.from(comment)]);
  end.writeUInt16LE(Buffer.byteLength(comment), 20);
  return Buffer.concat([...parts, directory, end]);
}

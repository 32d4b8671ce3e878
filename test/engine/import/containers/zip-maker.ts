import { crc32, deflateRawSync } from 'node:zlib';

export interface MadeEntry {
  readonly name: string | Uint8Array;
  readonly content: string | Uint8Array;
  readonly stored?: boolean;
  /** Sizes and checksum behind the content instead of before it, as streaming writers do. */
  readonly descriptor?: boolean;
  /** Sizes and place in the zip64 field. */
  readonly zip64?: boolean;
  readonly encrypted?: boolean;
  /** Unix mode. */
  readonly mode?: number;
  /** Instead of the true ones. */
  readonly crc?: number;
  readonly claimedBytes?: number;
  /** Lies over the entry before it. */
  readonly sameBytesAsBefore?: boolean;
}

/** A zip archive with whatever is to be right or wrong about it. */
export function makeZip(entries: readonly MadeEntry[], comment = ''): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let position = 0;
  let lastOffset = 0;
  for (const entry of entries) {
    const content = Buffer.from(entry.content);
    const packed = entry.stored ? content : deflateRawSync(content);
    const name = Buffer.from(entry.name);
    const flags = 0x800 | (entry.descriptor ? 8 : 0) | (entry.encrypted ? 1 : 0);
    const method = entry.stored ? 0 : 8;
    const crc = entry.crc ?? crc32(content);
    const size = entry.claimedBytes ?? content.length;
    const offset = entry.sameBytesAsBefore ? lastOffset : position;
    if (!entry.sameBytesAsBefore) {
      const local = Buffer.alloc(30);
      local.writeUInt32LE(0x04034b50, 0);
      local.writeUInt16LE(20, 4);
      local.writeUInt16LE(flags, 6);
      local.writeUInt16LE(method, 8);
      if (!entry.descriptor) {
        local.writeUInt32LE(crc, 14);
        local.writeUInt32LE(packed.length, 18);
        local.writeUInt32LE(size, 22);
      }
      local.writeUInt16LE(name.length, 26);
      const descriptor = Buffer.alloc(entry.descriptor ? 16 : 0);
      if (entry.descriptor) {
        descriptor.writeUInt32LE(0x08074b50, 0);
        descriptor.writeUInt32LE(crc, 4);
        descriptor.writeUInt32LE(packed.length, 8);
        descriptor.writeUInt32LE(size, 12);
      }
      parts.push(local, name, packed, descriptor);
      lastOffset = position;
      position += 30 + name.length + packed.length + descriptor.length;
    }
    const extra = Buffer.alloc(entry.zip64 ? 28 : 0);
    if (entry.zip64) {
      extra.writeUInt16LE(1, 0);
      extra.writeUInt16LE(24, 2);
      extra.writeBigUInt64LE(BigInt(size), 4);
      extra.writeBigUInt64LE(BigInt(packed.length), 12);
      extra.writeBigUInt64LE(BigInt(offset), 20);
    }
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE((3 << 8) | 20, 4);
    central.writeUInt16LE(20, 6);
    central.writeUInt16LE(flags, 8);
    central.writeUInt16LE(method, 10);
    central.writeUInt32LE(crc, 16);
    central.writeUInt32LE(entry.zip64 ? 0xffff_ffff : packed.length, 20);
    central.writeUInt32LE(entry.zip64 ? 0xffff_ffff : size, 24);
    central.writeUInt16LE(name.length, 28);
    central.writeUInt16LE(extra.length, 30);
    central.writeUInt32LE(((entry.mode ?? 0o100644) << 16) >>> 0, 38);
    central.writeUInt32LE(entry.zip64 ? 0xffff_ffff : offset, 42);
    directory.push(central, name, extra);
  }
  const directoryBytes = directory.reduce((sum, part) => sum + part.length, 0);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directoryBytes, 12);
  end.writeUInt32LE(position, 16);
  end.writeUInt16LE(comment.length, 20);
  return Buffer.concat([...parts, ...directory, end, Buffer.from(comment)]);
}

/** The same archive with its end in the form for archives of any size. */
export function withZip64End(zip: Buffer): Buffer {
  const end = zip.subarray(zip.length - 22);
  const end64 = Buffer.alloc(56);
  end64.writeUInt32LE(0x06064b50, 0);
  end64.writeBigUInt64LE(44n, 4);
  end64.writeBigUInt64LE(BigInt(end.readUInt16LE(10)), 24);
  end64.writeBigUInt64LE(BigInt(end.readUInt16LE(10)), 32);
  end64.writeBigUInt64LE(BigInt(end.readUInt32LE(12)), 40);
  end64.writeBigUInt64LE(BigInt(end.readUInt32LE(16)), 48);
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(0x07064b50, 0);
  locator.writeBigUInt64LE(BigInt(zip.length - 22), 8);
  locator.writeUInt32LE(1, 16);
  const small = Buffer.from(end);
  small.writeUInt16LE(0xffff, 10);
  small.writeUInt32LE(0xffff_ffff, 12);
  small.writeUInt32LE(0xffff_ffff, 16);
  return Buffer.concat([zip.subarray(0, zip.length - 22), end64, locator, small]);
}

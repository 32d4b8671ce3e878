import type { Rng } from '../../../electron/engine/rng.ts';

/** Numbers at which programs err: around powers of two, and signs. */
const EDGES = [0, 1, 2, 7, 8, 15, 16, 63, 64, 127, 128, 255, 256, 1023, 4095, 4096, 32_767, 32_768, 65_535];
const WIDE_EDGES = [65_536, 2 ** 20, 2 ** 24, 2 ** 30, 2 ** 31 - 1, 2 ** 31, 2 ** 32 - 2, 2 ** 32 - 1];

export const edge = (rng: Rng): number => (rng.chance(0.6) ? rng.pick(EDGES) : rng.pick(WIDE_EDGES));

/** The bytes with one to a few small changes; never longer than twice and a kilobyte. */
export function mutateBytes(rng: Rng, seed: Uint8Array, others: readonly Uint8Array[] = [seed]): Buffer {
  let bytes: Buffer = Buffer.from(seed);
  const changes = rng.chance(0.6) ? 1 : rng.int(2, 6);
  for (let i = 0; i < changes; i++) bytes = changed(rng, bytes, others);
  return bytes.subarray(0, 2 * seed.length + 1024);
}

function changed(rng: Rng, bytes: Buffer, others: readonly Uint8Array[]): Buffer {
  if (bytes.length === 0) return Buffer.from([rng.int(0, 255)]);
  const at = rng.int(0, bytes.length - 1);
  const size = Math.min(bytes.length - at, rng.chance(0.7) ? rng.int(1, 16) : rng.int(1, bytes.length));
  const before = bytes.subarray(0, at);
  switch (rng.int(0, 10)) {
    case 0:
    case 1:
      bytes[at] ^= 1 << rng.int(0, 7);
      return bytes;
    case 2:
      bytes[at] = rng.int(0, 255);
      return bytes;
    case 3:
    case 4:
      return putNumber(rng, bytes, at);
    case 5:
      return Buffer.concat([before, bytes.subarray(at + size)]);
    case 6:
      return Buffer.concat([before, bytes.subarray(at, at + size), bytes.subarray(at)]);
    case 7:
      return Buffer.concat([
        before,
        Buffer.alloc(rng.int(1, 64), rng.pick([0, 0xff, 0x20, 0x7f])),
        bytes.subarray(at),
      ]);
    case 8:
      return Buffer.from(before);
    case 9: {
      const to = rng.int(0, bytes.length - size);
      const moved = Buffer.from(bytes.subarray(at, at + size));
      bytes.set(moved, to);
      return bytes;
    }
    default: {
      const other = Buffer.from(rng.pick(others));
      const from = rng.int(0, other.length);
      return Buffer.concat([before, other.subarray(from, from + rng.int(1, 256)), bytes.subarray(at + size)]);
    }
  }
}

/** An edge, or one beside what stands there, as 2, 4 or 8 bytes of either order. */
function putNumber(rng: Rng, bytes: Buffer, at: number): Buffer {
  const width = rng.pick([2, 4, 4, 8]);
  if (at + width > bytes.length) return bytes;
  const size = Math.min(width, 4);
  const little = rng.chance(0.7);
  const held = little ? bytes.readUIntLE(at, size) : bytes.readUIntBE(at, size);
  const value = (rng.chance(0.5) ? edge(rng) : held + rng.pick([-2, -1, 1, 2])) & (size === 2 ? 0xffff : -1);
  const number = value >>> 0;
  if (little) bytes.writeUIntLE(size === 2 ? number & 0xffff : number, at, size);
  else bytes.writeUIntBE(size === 2 ? number & 0xffff : number, at + width - size, size);
  if (width === 8) bytes.writeUInt32LE(rng.pick([0, 1, 0x7fff_ffff, 0xffff_ffff]), little ? at + 4 : at);
  return bytes;
}

import { Readable } from 'node:stream';
import { createZstdDecompress } from 'node:zlib';
import { StillwatchError } from '../../../../shared/contract/errors.ts';

const FRAME_MAGIC = 0xfd2fb528;
const SKIPPABLE_MAGIC = 0x184d2a50;
/** The usual limit of decoders; a frame may ask for up to 2 TB. */
const MAX_WINDOW_BYTES = 128 * 1024 * 1024;
/** What a block may be long, packed or not. */
const MAX_BLOCK_BYTES = 128 * 1024;

/**
 * The content of a zstd file, frame after frame. Node's decoder ends with the first frame and drops what
 * follows without a word, so the file is cut into its frames here and each has a decoder of its own.
 * @throws StillwatchError SOURCE_DAMAGED
 */
export async function* unzstd(packed: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const input = new ByteQueue(packed);
  while (await input.has(1)) {
    const magic = (await input.take(4)).readUInt32LE(0);
    if ((magic & 0xffff_fff0) >>> 0 === SKIPPABLE_MAGIC) {
      await input.skip((await input.take(4)).readUInt32LE(0));
    } else if (magic === FRAME_MAGIC) {
      yield* decodeFrame(input);
    } else throw damaged();
  }
}

async function* decodeFrame(input: ByteQueue): AsyncGenerator<Uint8Array> {
  const packed = Readable.from(frameBytes(input), { objectMode: false });
  const decoder = createZstdDecompress();
  packed.on('error', (error) => decoder.destroy(error));
  packed.pipe(decoder);
  try {
    yield* decoder;
  } finally {
    packed.destroy();
    decoder.destroy();
  }
}

/** One frame's bytes, found by its block headers (RFC 8878, 3.1.1). */
async function* frameBytes(input: ByteQueue): AsyncGenerator<Uint8Array> {
  const magic = Buffer.alloc(4);
  magic.writeUInt32LE(FRAME_MAGIC, 0);
  yield magic;
  const descriptor = await input.take(1);
  const flags = descriptor[0];
  const singleSegment = (flags & 0x20) !== 0;
  const dictionaryBytes = [0, 1, 2, 4][flags & 3];
  const sizeBytes = [singleSegment ? 1 : 0, 2, 4, 8][flags >> 6];
  yield descriptor;
  const header = await input.take((singleSegment ? 0 : 1) + dictionaryBytes + sizeBytes);
  if (!singleSegment) {
    const base = 2 ** (10 + (header[0] >> 3));
    if (base + (base / 8) * (header[0] & 7) > MAX_WINDOW_BYTES) throw windowTooLarge();
  }
  yield header;
  for (let last = false; !last; ) {
    const blockHeader = await input.take(3);
    const word = blockHeader.readUIntLE(0, 3);
    last = (word & 1) === 1;
    const kind = (word >> 1) & 3;
    const size = word >> 3;
    if (kind === 3 || size > MAX_BLOCK_BYTES) throw damaged();
    yield blockHeader;
    // A block of one byte repeated holds that byte alone.
    yield await input.take(kind === 1 ? 1 : size);
  }
  if (flags & 4) yield await input.take(4);
}

/** Exact numbers of bytes out of blocks of any size. */
class ByteQueue {
  private readonly blocks: AsyncIterator<Uint8Array>;
  private pending: Buffer = Buffer.alloc(0);

  constructor(blocks: AsyncIterable<Uint8Array>) {
    this.blocks = blocks[Symbol.asyncIterator]();
  }

  async has(bytes: number): Promise<boolean> {
    while (this.pending.length < bytes) {
      const next = await this.blocks.next();
      if (next.done) return false;
      this.pending =
        this.pending.length === 0 ? Buffer.from(next.value) : Buffer.concat([this.pending, next.value]);
    }
    return true;
  }

  async take(bytes: number): Promise<Buffer> {
    if (!(await this.has(bytes))) throw cutShort();
    const taken = this.pending.subarray(0, bytes);
    this.pending = this.pending.subarray(bytes);
    return taken;
  }

  async skip(bytes: number): Promise<void> {
    for (let left = bytes; left > 0; ) {
      if (!(await this.has(1))) throw cutShort();
      const step = Math.min(left, this.pending.length);
      this.pending = this.pending.subarray(step);
      left -= step;
    }
  }
}

function cutShort(): StillwatchError {
  return new StillwatchError(
    'SOURCE_DAMAGED',
    'The zstd file ends too early: it was cut short. Nothing of it was kept. Fetch the file again.',
  );
}

function damaged(): StillwatchError {
  return new StillwatchError(
    'SOURCE_DAMAGED',
    'The zstd file is damaged. Nothing of it was kept. Fetch the file again.',
  );
}

function windowTooLarge(): StillwatchError {
  return new StillwatchError(
    'SOURCE_DAMAGED',
    'This zstd file was packed with a window of more than 128 MB. Nothing of it was kept. Unpack it and import what is in it.',
  );
}

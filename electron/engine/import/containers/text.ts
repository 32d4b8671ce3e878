import { StillwatchError } from '../../../../shared/contract/errors.ts';
import { TEXT_ENCODINGS, type TextEncoding } from '../../../../shared/contract/imports.ts';
import type { Content } from './content.ts';
import { detectEncoding, ENCODING_NAMES } from './encoding.ts';
import { fileKind } from './file-kind.ts';
import { toUtf8 } from './to-utf8.ts';

const SAMPLE_BYTES = 256 * 1024;

/** A log's text as UTF-8, whatever its encoding: its beginning at once, the rest block by block. */
export interface Text {
  /** In words: 'UTF-8'. */
  readonly encoding: string;
  /** What is said of a record with bytes that are none of its characters. */
  readonly wrongBytes: string;
  /** At least 256 KB, or all. */
  readonly head: Uint8Array;
  /** Whether `head` is all. */
  readonly ended: boolean;
  /** The block behind `head`, then the next ones, each good until the next is asked for; undefined at the end. */
  next(): Promise<Uint8Array | undefined>;
  /** Lets go of the file; may be called more than once. */
  close(): Promise<void>;
}

/**
 * @param chosen the encoding as chosen by a person, or undefined to find it out.
 * @throws StillwatchError NOT_A_LOG when the content is of no readable kind, or its encoding cannot be found out
 */
export async function openText(content: Content, chosen?: TextEncoding): Promise<Text> {
  const blocks = content.blocks();
  const close = async () => {
    await blocks.return(undefined);
  };
  try {
    const sample = await readSample(blocks);
    if (content.packing && fileKind(sample.bytes) !== 'plain') throw nested();
    const encoding = chosen ?? detectEncoding(sample.bytes, sample.ended);
    if (encoding === undefined) throw unknownEncoding();
    const name = ENCODING_NAMES[encoding];
    const common = { encoding: name, wrongBytes: `Bytes that are no ${name} text`, close };
    if (encoding === 'utf-8') {
      const next = async () => {
        const block = await blocks.next();
        return block.done ? undefined : block.value;
      };
      return { ...common, head: sample.bytes, ended: sample.ended, next };
    }
    const converter = toUtf8(encoding);
    let ended = sample.ended;
    const head = converter.push(sample.bytes);
    const next = async () => {
      if (ended) return undefined;
      const block = await blocks.next();
      if (!block.done) return converter.push(block.value);
      ended = true;
      return converter.end();
    };
    return {
      ...common,
      head: ended ? Buffer.concat([head, converter.end()]) : head,
      ended,
      next,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

async function readSample(
  blocks: AsyncGenerator<Uint8Array>,
): Promise<{ bytes: Uint8Array; ended: boolean }> {
  const parts: Uint8Array[] = [];
  for (let size = 0; size < SAMPLE_BYTES; ) {
    const next = await blocks.next();
    if (next.done) return { bytes: Buffer.concat(parts), ended: true };
    // A block is good until the next is asked for.
    parts.push(Uint8Array.from(next.value));
    size += next.value.length;
  }
  return { bytes: Buffer.concat(parts), ended: false };
}

function nested(): StillwatchError {
  return new StillwatchError(
    'NOT_A_LOG',
    'What is packed in this file is packed once more. Nothing was imported. Unpack it and import what is in it.',
  );
}

function unknownEncoding(): StillwatchError {
  const names = TEXT_ENCODINGS.map((encoding) => encoding).join(', ');
  return new StillwatchError(
    'NOT_A_LOG',
    `The text encoding of this file is not UTF-8 and cannot be found out. Nothing was imported. Choose one of: ${names}.`,
  );
}

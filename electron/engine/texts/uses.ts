import type { Database } from '../case/database.ts';
import { decodeNumbers, encodeNumbers } from '../requests/codec.ts';

/** A stretch of texts with consecutive numbers. */
export interface TextBlock {
  /** Number of its first text. */
  readonly id: number;
  readonly texts: number;
}

/** Requests per text of a block, as `prompt_use` keeps them. */
export function packUse(requests: Float64Array): Uint8Array {
  return encodeNumbers(requests);
}

export function unpackUse(blob: Uint8Array, texts: number): Float64Array {
  return decodeNumbers(blob, texts);
}

/** Blocks that published sources use, by number. */
export function publishedBlocks(db: Database): TextBlock[] {
  return db
    .prepare(
      `SELECT b.id, b.texts FROM prompt_block b
       WHERE EXISTS (SELECT 1 FROM prompt_use u JOIN source s ON s.id = u.source_id
                     WHERE u.block_id = b.id AND s.published = 1)
       ORDER BY b.id`,
    )
    .all() as TextBlock[];
}

/** Gives the requests of published sources per text of a block; 0 means that the text is not to be seen. */
export function publishedUses(db: Database): (block: TextBlock) => Float64Array {
  const select = db
    .prepare(
      `SELECT u.requests FROM prompt_use u JOIN source s ON s.id = u.source_id
       WHERE u.block_id = ? AND s.published = 1`,
    )
    .pluck();
  return ({ id, texts }) => {
    const sum = new Float64Array(texts);
    for (const blob of select.all(id) as Uint8Array[]) addUse(sum, unpackUse(blob, texts));
    return sum;
  };
}

export function addUse(sum: Float64Array, use: Float64Array): void {
  for (let k = 0; k < sum.length; k++) sum[k] += use[k];
}

/** The block that holds text `id`, of blocks in ascending order; undefined when none does. */
export function blockOf(blocks: readonly TextBlock[], id: number): TextBlock | undefined {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (blocks[middle].id <= id) low = middle + 1;
    else high = middle;
  }
  const block = blocks[low - 1];
  return block && id < block.id + block.texts ? block : undefined;
}

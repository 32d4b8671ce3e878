import type { Database } from '../case/database.ts';
import { blobOf, bytesAt, HASH_BYTES, packTexts, SKETCH_BYTES, unpackTexts, words } from '../texts/block.ts';
import { addUse, unpackUse } from '../texts/uses.ts';
import type { NewBlock } from './block-builder.ts';

const BLOCKS_PER_SLICE = 32;

interface StoredBlock extends NewBlock {
  readonly searchable: number;
}

/**
 * Takes some prompt texts back that only this source uses; to be called inside a transaction, until nothing is left.
 * @returns whether something was there to take back.
 */
export function removeTextsSlice(db: Database, sourceId: number): boolean {
  const uses = db
    .prepare('SELECT block_id, requests FROM prompt_use WHERE source_id = ? LIMIT ?')
    .raw()
    .all(sourceId, BLOCKS_PER_SLICE) as [number, Uint8Array][];
  const drop = db.prepare('DELETE FROM prompt_use WHERE block_id = ? AND source_id = ?');
  for (const [blockId, requests] of uses) {
    drop.run(blockId, sourceId);
    removeUnused(db, blockId, requests);
  }
  return uses.length > 0;
}

/** Removes the texts that the use taken away had and no other use has, and the block with its last text. */
function removeUnused(db: Database, blockId: number, requests: Uint8Array): void {
  const block = db.prepare('SELECT * FROM prompt_block WHERE id = ?').get(blockId) as StoredBlock;
  const before = unpackUse(requests, block.texts);
  const left = new Float64Array(block.texts);
  const others = db
    .prepare('SELECT requests FROM prompt_use WHERE block_id = ?')
    .pluck()
    .all(blockId) as Uint8Array[];
  for (const other of others) addUse(left, unpackUse(other, block.texts));
  const gone: number[] = [];
  for (let k = 0; k < block.texts; k++) if (before[k] > 0 && left[k] === 0) gone.push(k);
  if (block.searchable === 1 && gone.length > 0) emptySearch(db);
  if (others.length === 0) db.prepare('DELETE FROM prompt_block WHERE id = ?').run(blockId);
  else if (gone.length > 0) rewrite(db, block, new Set(gone));
}

/**
 * Empties the search index, which is made anew before the next search. Deleting single texts from it would take
 * longer, and would leave their words in the file.
 */
function emptySearch(db: Database): void {
  db.exec("INSERT INTO prompt_search (prompt_search) VALUES ('delete-all')");
  db.exec('UPDATE prompt_block SET searchable = 0 WHERE searchable = 1');
}

/** Writes a block anew without some of its texts; the others keep their numbers. */
function rewrite(db: Database, block: StoredBlock, gone: ReadonlySet<number>): void {
  const unpacked = unpackTexts(block.data, block.ends);
  const [hashes, sketches] = [block.hashes.slice(), block.sketches.slice()];
  const characters = words(block.characters);
  const ends = new Uint32Array(block.texts);
  const parts: Uint8Array[] = [];
  let size = 0;
  for (let k = 0; k < block.texts; k++) {
    if (gone.has(k)) {
      hashes.fill(0, HASH_BYTES * k, HASH_BYTES * (k + 1));
      sketches.fill(0, SKETCH_BYTES * k, SKETCH_BYTES * (k + 1));
      characters[k] = 0;
    } else {
      const part = bytesAt(unpacked, k);
      parts.push(part);
      size += part.length;
    }
    ends[k] = size;
  }
  db.prepare(
    'UPDATE prompt_block SET hashes = ?, sketches = ?, characters = ?, ends = ?, data = ? WHERE id = ?',
  ).run(hashes, sketches, blobOf(characters), blobOf(ends), packTexts(Buffer.concat(parts)), block.id);
}

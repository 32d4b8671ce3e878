import { hash } from 'node:crypto';
import { readPrompts } from '../../requests/read-chunk.ts';
import { bytesAt, HASH_BYTES, unpackTexts } from '../../texts/block.ts';
import { blockOf, packUse, type TextBlock, unpackUse } from '../../texts/uses.ts';
import type { Database } from '../database.ts';

/** Takes out blocks of prompt texts that are not what their hashes say: of an unencrypted case nothing else tells. */
export function dropChangedTexts(db: Database): number {
  const blocks = db.prepare('SELECT id, texts, hashes, ends, data FROM prompt_block');
  const changed: number[] = [];
  for (const block of blocks.iterate() as Iterable<Block>) if (!isAsHashed(block)) changed.push(block.id);
  const drop = db.prepare('DELETE FROM prompt_block WHERE id = ?');
  for (const id of changed) drop.run(id);
  return changed.length;
}

interface Block {
  readonly id: number;
  readonly texts: number;
  readonly hashes: Uint8Array;
  readonly ends: Uint8Array;
  readonly data: Uint8Array;
}

function isAsHashed({ texts, hashes, ends, data }: Block): boolean {
  try {
    const block = unpackTexts(data, ends);
    if (block.ends.length !== texts || hashes.length !== HASH_BYTES * texts) return false;
    for (let k = 0; k < texts; k++) {
      const stated = hashes.subarray(HASH_BYTES * k, HASH_BYTES * (k + 1));
      // Of a text that was removed.
      if (stated.every((byte) => byte === 0)) continue;
      const found = Buffer.from(hash('sha256', bytesAt(block, k), 'hex'), 'hex');
      if (!found.subarray(0, HASH_BYTES).equals(stated)) return false;
    }
    return true;
  } catch {
    return false;
  }
}

/** Requests of each source whose prompts are gone; call it before uses of lost blocks are taken out. */
export function promptsLost(db: Database): Map<number, number> {
  const lost = new Map<number, number>();
  const uses = db.prepare(
    'SELECT source_id, requests FROM prompt_use WHERE block_id NOT IN (SELECT id FROM prompt_block)',
  );
  for (const [source, packed] of uses.raw().iterate() as Iterable<[number, Uint8Array]>)
    lost.set(source, (lost.get(source) ?? 0) + sumOf(packed));
  return lost;
}

/** How many blocks are used and not there. */
export function blocksMissing(db: Database): number {
  return db
    .prepare(
      'SELECT count(DISTINCT block_id) FROM prompt_use WHERE block_id NOT IN (SELECT id FROM prompt_block)',
    )
    .pluck()
    .get() as number;
}

/** How many texts the block had is lost with it: as many as the numbers that the blob can hold are read. */
function sumOf(packed: Uint8Array): number {
  try {
    const width = packed[1];
    const texts = Math.floor(((packed.length - 24) * 8) / (8 * width + (packed[2] === 1 ? 1 : 0)));
    return unpackUse(packed, texts).reduce((sum, requests) => sum + (requests > 0 ? requests : 0), 0);
  } catch {
    return 0;
  }
}

/** Counts anew how many requests of each source have each text that is left. */
export function recountUses(db: Database): void {
  const blocks = db.prepare('SELECT id, texts FROM prompt_block ORDER BY id').all() as TextBlock[];
  const uses = new Map<string, { block: TextBlock; source: number; use: Float64Array }>();
  const chunks = db.prepare('SELECT id, source_id, rows FROM request_chunk ORDER BY id').raw();
  for (const [chunk, source, rows] of chunks.all() as [number, number, number][]) {
    const prompts = readPrompts(db, chunk, rows);
    if (!prompts || !('numbers' in prompts)) continue;
    for (const number of prompts.numbers) {
      const block = Number.isNaN(number) ? undefined : blockOf(blocks, number);
      if (!block) continue;
      const key = `${block.id} ${source}`;
      let entry = uses.get(key);
      if (!entry) {
        entry = { block, source, use: new Float64Array(block.texts) };
        uses.set(key, entry);
      }
      entry.use[number - block.id]++;
    }
  }
  db.exec('DELETE FROM prompt_use');
  const insert = db.prepare('INSERT INTO prompt_use (block_id, source_id, requests) VALUES (?, ?, ?)');
  for (const { block, source, use } of uses.values()) insert.run(block.id, source, packUse(use));
}

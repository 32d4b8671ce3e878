import { hash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { StillwatchError } from '../../../shared/contract/errors.ts';
import type { Database } from '../case/database.ts';
import { HASH_BYTES, words } from '../texts/block.ts';
import { blockOf, packUse, publishedBlocks, publishedUses, type TextBlock } from '../texts/uses.ts';
import { BlockBuilder, type NewBlock } from './block-builder.ts';
import type { RunText } from './run.ts';
import { TextNumbers } from './text-numbers.ts';

const HASH_WORDS = HASH_BYTES / 4;
/** Rows between two moments in which other calls are answered. */
const PAUSE_ROWS = 4096;

/** The texts of a run, to be saved in the transaction that writes its rows. */
export interface RunPrompts {
  /** Number of its text per row of the run; NaN where it has none. */
  readonly numbers: Float64Array;
  save(): void;
}

/**
 * Gives the prompt texts of one import their numbers: those of texts that published sources hold, and new ones.
 *
 * Texts are told apart by the first 128 bits of their SHA-256. Half of it halves what is kept in memory, and
 * still nobody can make two texts that pass for one; a faster hash would leave that to a secret seed.
 */
export class PromptTexts {
  private readonly db: Database;
  private readonly sourceId: number;
  private readonly builder = new BlockBuilder();
  private readonly known = new TextNumbers();
  private readonly blocks: TextBlock[] = [];
  /** Requests of this import per text, by block. */
  private readonly uses = new Map<number, Float64Array>();
  private readonly hash = new Uint32Array(HASH_WORDS);
  /** Number of the next new text; 0 before the texts of the case were read. */
  private next = 0;

  constructor(db: Database, sourceId: number) {
    this.db = db;
    this.sourceId = sourceId;
  }

  /** Finds or makes the texts of rows `order` of a run. */
  async take(column: RunText, order: Uint32Array): Promise<RunPrompts> {
    if (this.next === 0) this.readKnown();
    const { bytes, ends, codes } = column;
    const numbers = new Float64Array(codes.length).fill(Number.NaN);
    const numberOfCode = new Float64Array(ends.length + 1);
    const requests = new Uint32Array(ends.length + 1);
    const firstNew = this.next;
    for (let i = 0; i < order.length; i++) {
      if (i % PAUSE_ROWS === 0) await setImmediate();
      const code = codes[order[i]];
      if (code === 0) continue;
      if (++requests[code] === 1) {
        numberOfCode[code] = this.numberOf(bytes, code > 1 ? ends[code - 2] : 0, ends[code - 1]);
      }
      numbers[order[i]] = numberOfCode[code];
    }
    const blocks = this.builder.take();
    this.blocks.push(...blocks.map(({ id, texts }) => ({ id, texts })));
    const touched = this.countUses(numberOfCode, requests);
    return { numbers, save: () => this.save(firstNew, blocks, touched) };
  }

  private numberOf(bytes: Uint8Array, from: number, to: number): number {
    hashText(bytes.subarray(from, to), this.hash);
    const number = this.known.findOrAdd(this.hash, 0, this.next);
    if (number === this.next) this.builder.add(this.next++, this.hash, bytes, from, to);
    return number;
  }

  /** @returns the blocks whose texts the run uses. */
  private countUses(numbers: Float64Array, requests: Uint32Array): Set<number> {
    const touched = new Set<number>();
    for (let code = 1; code < numbers.length; code++) {
      if (requests[code] === 0) continue;
      const block = blockOf(this.blocks, numbers[code]) as TextBlock;
      let use = this.uses.get(block.id);
      if (!use) {
        use = new Float64Array(block.texts);
        this.uses.set(block.id, use);
      }
      use[numbers[code] - block.id] += requests[code];
      touched.add(block.id);
    }
    return touched;
  }

  private save(firstNew: number, blocks: readonly NewBlock[], touched: ReadonlySet<number>): void {
    if (nextNumber(this.db) > firstNew) {
      throw new StillwatchError(
        'BUSY',
        'Another program changed the data of this case meanwhile. Nothing of this file was kept. Import it again.',
      );
    }
    const insert = this.db.prepare(
      `INSERT INTO prompt_block (id, texts, hashes, sketches, characters, ends, data, searchable)
       VALUES (?, ?, ?, ?, ?, ?, ?, 0)`,
    );
    for (const { id, texts, hashes, sketches, characters, ends, data } of blocks) {
      insert.run(id, texts, hashes, sketches, characters, ends, data);
    }
    const keep = this.db.prepare(
      `INSERT INTO prompt_use (block_id, source_id, requests) VALUES (?, ?, ?)
       ON CONFLICT DO UPDATE SET requests = excluded.requests`,
    );
    for (const id of touched) {
      keep.run(id, this.sourceId, packUse(this.uses.get(id) as Float64Array));
    }
  }

  /** Reads which texts published sources hold. Those of others may go at any time. */
  private readKnown(): void {
    this.next = nextNumber(this.db);
    const usesOf = publishedUses(this.db);
    const hashesOf = this.db.prepare('SELECT hashes FROM prompt_block WHERE id = ?').pluck();
    for (const block of publishedBlocks(this.db)) {
      this.blocks.push(block);
      const uses = usesOf(block);
      const hashes = words(hashesOf.get(block.id) as Uint8Array);
      for (let k = 0; k < block.texts; k++) {
        if (uses[k] > 0) this.known.findOrAdd(hashes, HASH_WORDS * k, block.id + k);
      }
    }
  }
}

function nextNumber(db: Database): number {
  return db.prepare('SELECT ifnull(max(id + texts), 1) FROM prompt_block').pluck().get() as number;
}

/** Puts the first 128 bits of the SHA-256 of a text into `out`, in order of the bytes. */
function hashText(text: Uint8Array, out: Uint32Array): void {
  // One character a byte: making a buffer for each digest takes longer than the digest.
  const digest = hash('sha256', text, 'binary');
  for (let k = 0; k < HASH_WORDS; k++) {
    const at = 4 * k;
    out[k] =
      digest.charCodeAt(at) |
      (digest.charCodeAt(at + 1) << 8) |
      (digest.charCodeAt(at + 2) << 16) |
      (digest.charCodeAt(at + 3) << 24);
  }
}

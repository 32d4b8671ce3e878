import type { Database } from '../case/database.ts';
import { type BlockTexts, textAt, unpackTexts } from './block.ts';

/** Unpacked blocks kept at hand; beyond, the one read first goes. */
const KEPT_BLOCKS = 32;

/**
 * Reads prompt texts by number. For one piece of work: taking an import back removes texts, and numbers may then
 * be given again, which a reader that is kept would not see.
 */
export class TextReader {
  private readonly find: ReturnType<Database['prepare']>;
  private readonly kept = new Map<number, { readonly end: number; readonly block: BlockTexts }>();
  private last = Number.NaN;

  constructor(db: Database) {
    this.find = db
      .prepare('SELECT id, texts, ends, data FROM prompt_block WHERE id <= ? ORDER BY id DESC LIMIT 1')
      .raw();
  }

  /** The text with this number, or undefined when the case holds none. A removed text is empty. */
  text(number: number): string | undefined {
    const recent = this.kept.get(this.last);
    if (recent && number >= this.last && number < recent.end) return textAt(recent.block, number - this.last);
    const row = this.find.get(number) as [number, number, Uint8Array, Uint8Array] | undefined;
    if (!row || number >= row[0] + row[1]) return undefined;
    const [id, texts, ends, data] = row;
    let entry = this.kept.get(id);
    if (!entry) {
      entry = { end: id + texts, block: unpackTexts(data, ends) };
      if (this.kept.size === KEPT_BLOCKS) this.kept.delete(this.kept.keys().next().value as number);
      this.kept.set(id, entry);
    }
    this.last = id;
    return textAt(entry.block, number - id);
  }
}

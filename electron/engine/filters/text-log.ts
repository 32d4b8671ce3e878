import type { Database } from '../case/database.ts';
import { NumberReader, NumberWriter } from '../requests/packed-numbers.ts';
import { readPrompts } from '../requests/read-chunk.ts';

/** By block of prompt texts: the accounts that sent each text, packed. */
export type TextAccounts = ReadonlyMap<number, Uint8Array>;

/** Which accounts sent which prompt texts, gathered while the rows of a source pass. */
export class TextLog {
  private readonly db: Database;
  /** Ids of accounts are below this: a pair is text * accountsEnd + account. */
  private readonly accountsEnd: number;
  private pairs = new Float64Array(1 << 14);
  private count = 0;

  constructor(db: Database) {
    this.db = db;
    this.accountsEnd = 1 + (db.prepare('SELECT ifnull(max(id), 0) FROM account').pluck().get() as number);
  }

  /** Adds the prompts of a chunk; those of chunks from before texts had numbers are found by no search. */
  addChunk(chunk: number, account: Float64Array): void {
    const prompts = readPrompts(this.db, chunk, account.length);
    if (!prompts || !('numbers' in prompts)) return;
    for (let i = 0; i < account.length; i++) {
      const pair = prompts.numbers[i] * this.accountsEnd + account[i];
      if (Number.isNaN(pair) || (this.count > 0 && this.pairs[this.count - 1] === pair)) continue;
      if (this.count === this.pairs.length) {
        const larger = new Float64Array(2 * this.count);
        larger.set(this.pairs);
        this.pairs = larger;
      }
      this.pairs[this.count++] = pair;
    }
  }

  /** Per block, for each of its texts that has any: its place, how many accounts, their ids, each as a distance. */
  packed(): Map<number, Uint8Array> {
    const pairs = this.pairs.subarray(0, this.count).sort();
    const blocks = this.db.prepare('SELECT id, texts FROM prompt_block ORDER BY id').raw().all() as [
      number,
      number,
    ][];
    const writer = new NumberWriter();
    const packed = new Map<number, Uint8Array>();
    let i = 0;
    for (const [id, texts] of blocks) {
      let place = 0;
      while (i < pairs.length && pairs[i] < (id + texts) * this.accountsEnd) {
        const text = Math.floor(pairs[i] / this.accountsEnd);
        const own: number[] = [];
        for (; i < pairs.length && pairs[i] < (text + 1) * this.accountsEnd; i++) {
          const account = pairs[i] - text * this.accountsEnd;
          if (own.at(-1) !== account) own.push(account);
        }
        writer.put(text - id - place);
        writer.put(own.length);
        own.forEach((account, k) => {
          writer.put(account - (k === 0 ? 0 : own[k - 1]));
        });
        place = text - id;
      }
      if (writer.length > 0) packed.set(id, writer.take());
    }
    return packed;
  }
}

/** Tells `hear` the accounts of each text of a packed block, by the place of the text in it. */
export function eachTextAccount(bytes: Uint8Array, hear: (place: number, account: number) => void): void {
  const numbers = new NumberReader();
  numbers.open(bytes);
  for (let place = 0; !numbers.isAtEnd; ) {
    place += numbers.get();
    let account = 0;
    for (let left = numbers.get(); left > 0; left--) {
      account += numbers.get();
      hear(place, account);
    }
  }
}

import type { Database } from '../case/database.ts';
import { eachPromptText } from '../texts/each-text.ts';
import { HASH_WORDS, orderByHash } from './hash-order.ts';
import { GrowingUint32 } from './templates/growing-uint32.ts';
import { TextBytes } from './text-bytes.ts';

/**
 * All distinct prompt texts of a case in order of their SHA-256, which no order of imports changes. The texts are
 * held from the start, since they are gone through more than once, until `release` lets go of them.
 */
export class PromptTexts {
  /** Place of each text in that order, by its number in the case; 0 where there is none, else 1 + the place. */
  readonly codeOf: Uint32Array;
  readonly count: number;
  private readonly db: Database;
  private readonly requests: Uint32Array;
  /** Which text of the case, by number from 0, stands at each place. */
  private readonly order: Uint32Array;
  private held: TextBytes | undefined;

  constructor(db: Database, onText: (texts: number) => void = () => {}) {
    this.db = db;
    const held = new TextBytes();
    // Columns and not objects: a million of those would hold on to the memory they took.
    const ids = new GrowingUint32();
    const uses = new GrowingUint32();
    const hash = new GrowingUint32();
    let greatest = 0;
    for (const { id, sha256, text, requests } of eachPromptText(db)) {
      held.push(text);
      for (let k = 0; k < HASH_WORDS; k++) hash.push(Number.parseInt(sha256.slice(8 * k, 8 * k + 8), 16));
      ids.push(id);
      uses.push(requests);
      greatest = Math.max(greatest, id);
      onText(ids.count);
    }
    this.held = held;
    this.order = orderByHash(hash.values());
    this.count = this.order.length;
    this.codeOf = new Uint32Array(greatest + 1);
    this.requests = new Uint32Array(this.count);
    this.order.forEach((i, place) => {
      this.codeOf[ids.at(i)] = place + 1;
      this.requests[place] = uses.at(i);
    });
  }

  text(place: number): string {
    this.held ??= readTexts(this.db, () => true);
    return this.held.text(this.order[place]);
  }

  /** How many requests have the text. */
  requestsOf(place: number): number {
    return this.requests[place];
  }

  /** Lets go of the texts. Asking for one all the same reads all of them again. */
  release(): void {
    this.held = undefined;
  }

  /** Some texts, to be had from what is returned; read from the case alone where they are not held. */
  some(places: readonly number[]): Pick<PromptTexts, 'text'> {
    if (this.held || places.length === 0) return this;
    const wanted = Uint32Array.from(places, (place) => this.order[place]).sort();
    let next = 0;
    const texts = readTexts(this.db, (i) => {
      if (i !== wanted[next]) return false;
      while (i === wanted[next]) next++;
      return true;
    });
    const at = new Map<number, number>();
    for (const i of wanted) if (!at.has(i)) at.set(i, at.size);
    return { text: (place) => texts.text(at.get(this.order[place]) as number) };
  }
}

/** Texts of a case by number from 0, those that are wanted. */
function readTexts(db: Database, isWanted: (i: number) => boolean): TextBytes {
  const held = new TextBytes();
  let i = 0;
  for (const { text } of eachPromptText(db)) if (isWanted(i++)) held.push(text);
  return held;
}

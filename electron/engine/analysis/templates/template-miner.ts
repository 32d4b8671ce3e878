import { acceptTemplates, confirmTemplates } from './accept.ts';
import { findCombinations } from './combinations.ts';
import { FrequencySketch } from './frequency-sketch.ts';
import { GrowingUint32 } from './growing-uint32.ts';
import { itemOf } from './item-of.ts';
import { FEWEST_TEXTS } from './limits.ts';
import { mergeStars } from './merge-clusters.ts';
import { PairReader } from './pair-reader.ts';
import { PairTable } from './pair-table.ts';
import { Scanner } from './scanner.ts';
import { SkeletonBuilder } from './skeleton-builder.ts';
import { findStars } from './star-clusters.ts';
import type { TemplateResult } from './template-types.ts';
import { MOST_PAIRS, TextPairs } from './text-pairs.ts';

/** How often all texts must be added. */
export const PASSES = 3;

/**
 * Finds the templates of a set of different texts. The texts are added `PASSES` times in the same order, each
 * round ended by `endPass()`, after the last of which `finish()` gives the result: first pairs of words are
 * counted, then the frequent ones are kept, then the texts of each template are read for fixed text and slots.
 * Passes instead of one sweep, because what is fixed and what is slot shows only in how often it comes back; and
 * driven from outside, so that the caller can report, pause and cancel between texts.
 *
 * Texts must come in the order of a hash of their own, not of their import: the result depends on the order,
 * and samples are the first texts met. Memory is about 100 bytes a text and 150 MB besides; no text is kept but
 * a few of each template. `endPass()` after the second pass does the grouping and takes a few seconds for a
 * million texts.
 */
export class TemplateMiner {
  private pass = 0;
  private texts = 0;
  private sketch: FrequencySketch | undefined = new FrequencySketch();
  /** Holds the tokens of a text once it was added in the first pass. */
  readonly scanner = new Scanner();
  private readonly pairs = new PairReader();
  private readonly items = new GrowingUint32();
  private table: PairTable | undefined = new PairTable();
  private store: TextPairs | undefined = new TextPairs();
  private builder: SkeletonBuilder | undefined;

  /**
   * Adds a text in the current pass; `requests` is how many requests sent exactly this text. The last pass reads
   * only those texts of which it needs the words.
   */
  add(read: () => string, requests = 1): void {
    const place = this.texts++;
    const { scanner, pairs } = this;
    if (this.pass === 0) {
      scanner.scan(read());
      pairs.read(scanner);
      for (let i = 0; i < pairs.count; i++) this.sketch?.add(pairs.pair[i]);
      this.items.push(itemOf(scanner, scanner.count));
    } else if (this.pass === 1) {
      scanner.scan(read());
      pairs.read(scanner);
      this.keepFrequent(place);
    } else if (this.builder?.needs(place, requests)) {
      scanner.scan(read());
      this.builder.add(place, scanner, requests);
    }
  }

  private keepFrequent(text: number): void {
    const { pairs, sketch, table, store } = this;
    if (!sketch || !table || !store) return;
    let before = 0;
    for (let i = 0; i < pairs.count; i++) {
      if (sketch.count(pairs.pair[i]) < FEWEST_TEXTS || table.count >= MOST_PAIRS) continue;
      store.push(table.add(pairs.pair[i], pairs.weights[i], text), pairs.place[i] - before);
      before = pairs.place[i];
    }
    store.endText();
  }

  endPass(): void {
    if (this.pass === 1) this.group();
    this.pass++;
    this.texts = 0;
  }

  private group(): void {
    const { table, store } = this;
    if (!table || !store) return;
    this.sketch = undefined;
    const stars = findStars(table, store);
    const found = acceptTemplates(mergeStars(stars, table, store), table, store);
    const combined = findCombinations(found, found.assign(table, store), table, store);
    const confirmed = confirmTemplates(combined, combined.assign(table, store), table, store);
    this.builder = new SkeletonBuilder(
      confirmed.assign(table, store),
      confirmed.all.map(({ composed }) => composed),
      this.items.values(),
    );
    this.table = undefined;
    this.store = undefined;
  }

  finish(): TemplateResult {
    return (this.builder ?? new SkeletonBuilder(new Int32Array(0), [], new Uint32Array(0))).finish();
  }
}

/** Mines texts that can be gone through more than once; see `TemplateMiner` for the order they must have. */
export function mineTemplates(
  texts: Iterable<string>,
  requestsOf: (index: number) => number = () => 1,
): TemplateResult {
  const miner = new TemplateMiner();
  for (let pass = 0; pass < PASSES; pass++) {
    let index = 0;
    for (const text of texts) miner.add(() => text, requestsOf(index++));
    miner.endPass();
  }
  return miner.finish();
}

import { FEWEST_TEXTS } from './limits.ts';
import type { PairCounter } from './pair-counter.ts';
import { firstWeight, secondWeight, WORD_WEIGHT } from './pair-reader.ts';
import type { PairTable } from './pair-table.ts';
import type { TextPairs } from './text-pairs.ts';

/** What so many texts of a cluster hold is fixed in it; what more of them hold than this is no part of it. */
const CORE_SHARE = 0.8;
const PART_SHARE = 0.6;
/** A text has a part when it holds so many of its pairs. */
const HOLDS_SHARE = 0.75;
/**
 * Rarer contents of a slot are its variety, not texts of their own: a slot of dozens of long questions stays a
 * slot. Short parts could be any slot's favourite value, so that more texts must have them.
 */
const LEAST_PART = { long: 0.03, short: 0.06 };
const PART_WEIGHT = { long: 5 * WORD_WEIGHT, short: 2 * WORD_WEIGHT };
/** How many times more frequent a part is in the cluster than in all texts: else it is common speech in a slot. */
const LEAST_RATIO = 4;
/** Pairs this little more frequent than one that was tried lead to the same part. */
const NEARLY_SAME = 1.3;
const CANDIDATES = 24;
const PART_SAMPLE = 24;
/** Parts of one cluster at most; those of a share near the least one do not get so far. */
const MOST_PARTS = 64;
const DEEPEST = 4;
const FIXED = 2;

/** Texts that agree in more than those around them do. */
export interface Part {
  /** Ascending, a sample where a cluster was given as a sample. */
  readonly texts: readonly number[];
  /** Pairs that nearly all of them hold. */
  readonly core: ReadonlySet<number>;
}

/**
 * Takes a cluster apart where one of its slots holds recurring fixed text, and the parts again, so that each part
 * is a whole combination of fixed texts. Returns the parts, and last the texts left over (at least FEWEST_TEXTS,
 * else nothing is left).
 */
export class ClusterSplitter {
  private readonly table: PairTable;
  private readonly store: TextPairs;
  private readonly counter: PairCounter;
  /** Of pairs that may be a part the share of the texts looked at that hold them, FIXED for fixed ones, else 0. */
  private readonly share: Float32Array;

  constructor(table: PairTable, store: TextPairs, counter: PairCounter) {
    this.table = table;
    this.store = store;
    this.counter = counter;
    this.share = new Float32Array(table.count);
  }

  split(texts: readonly number[], most = MOST_PARTS, depth = 0): { parts: Part[]; rest: readonly number[] } {
    const parts: Part[] = [];
    let rest = texts;
    for (let tries = 0; tries < most && depth < DEEPEST && rest.length >= 2 * FEWEST_TEXTS; tries++) {
      const part = this.findPart(rest);
      if (!part) break;
      const members = rest.filter((text) => this.holds(text, part));
      if (members.length < FEWEST_TEXTS || members.length === rest.length) break;
      const own = new Set(members);
      rest = rest.filter((text) => !own.has(text));
      const inner = this.split(members, most, depth + 1);
      parts.push(...inner.parts);
      if (inner.rest.length >= FEWEST_TEXTS) parts.push({ texts: inner.rest, core: this.coreOf(inner.rest) });
    }
    return { parts, rest };
  }

  coreOf(texts: readonly number[]): Set<number> {
    this.counter.count(texts);
    return new Set(
      this.counter.seen.filter(
        (pair) =>
          this.counter.of(pair) >= CORE_SHARE * texts.length && this.table.texts[pair] >= FEWEST_TEXTS,
      ),
    );
  }

  private holds(text: number, pairs: ReadonlySet<number>): boolean {
    let held = 0;
    const to = this.store.to(text);
    for (let i = this.store.from(text); i < to; i++) if (pairs.has(this.store.pairAt(i))) held++;
    return held >= HOLDS_SHARE * pairs.size;
  }

  /** Pairs of the part that says most about the most texts of a cluster. */
  private findPart(texts: readonly number[]): ReadonlySet<number> | undefined {
    const { counter, share } = this;
    counter.count(texts);
    const all = texts.length;
    const least = Math.max(FEWEST_TEXTS, LEAST_PART.long * all);
    const order: number[] = [];
    const fixed: number[] = [];
    for (const pair of counter.seen) {
      const count = counter.of(pair);
      if (count > PART_SHARE * all) {
        fixed.push(pair);
        share[pair] = FIXED;
      } else if (count >= least && this.isOver(count / all, pair)) {
        order.push(pair);
        share[pair] = count / all;
      }
    }
    order.sort((one, other) => share[other] - share[one] || one - other);
    const best = this.bestOf(texts, order);
    for (const pair of order) share[pair] = 0;
    for (const pair of fixed) share[pair] = 0;
    return best;
  }

  private bestOf(texts: readonly number[], order: readonly number[]): ReadonlySet<number> | undefined {
    const { share } = this;
    const tried = new Set<number>();
    let best: ReadonlySet<number> | undefined;
    let most = 0;
    let candidates = 0;
    for (const pair of order) {
      if (tried.has(pair)) continue;
      if (++candidates > CANDIDATES) break;
      const sample = this.holdersOf(pair, texts);
      const part = new Set<number>();
      for (const one of this.coreOf(sample)) if (share[one] > 0 && share[one] < FIXED) part.add(one);
      for (const one of part) if (share[one] < NEARLY_SAME * share[pair]) tried.add(one);
      const weight = this.weightBeyond(sample, part);
      const isEnough =
        weight >= PART_WEIGHT.long ||
        (weight >= PART_WEIGHT.short && share[pair] >= LEAST_PART.short && this.isSentence(part));
      if (!isEnough || share[pair] * weight <= most) continue;
      most = share[pair] * weight;
      best = part;
    }
    return best;
  }

  private isOver(share: number, pair: number): boolean {
    return share * this.store.texts >= LEAST_RATIO * this.table.texts[pair];
  }

  /** The first texts that hold a pair. */
  private holdersOf(pair: number, texts: readonly number[]): number[] {
    const { store } = this;
    const holders: number[] = [];
    for (const text of texts) {
      const to = store.to(text);
      for (let i = store.from(text); i < to; i++) {
        if (store.pairAt(i) !== pair) continue;
        holders.push(text);
        break;
      }
      if (holders.length === PART_SAMPLE) break;
    }
    return holders;
  }

  /** Whether the pairs reach from the start of a sentence or line to an end of one. */
  private isSentence(part: ReadonlySet<number>): boolean {
    let starts = false;
    let ends = false;
    for (const pair of part) {
      starts ||= firstWeight(this.table.weights[pair]) === 0;
      ends ||= secondWeight(this.table.weights[pair]) === 0;
    }
    return starts && ends;
  }

  /** Weight of the words that `part` covers and what is fixed does not, on average over the texts. */
  private weightBeyond(texts: readonly number[], part: ReadonlySet<number>): number {
    const { store, table, share } = this;
    let total = 0;
    for (const text of texts) {
      let place = 0;
      let lastFixed = -2;
      let lastAny = -2;
      const to = store.to(text);
      for (let i = store.from(text); i < to; i++) {
        place += store.gapAt(i);
        const pair = store.pairAt(i);
        const isFixed = share[pair] === FIXED;
        if (!isFixed && (share[pair] === 0 || !part.has(pair))) continue;
        const second = secondWeight(table.weights[pair]);
        const both = firstWeight(table.weights[pair]) + second;
        total += lastAny === place - 1 ? second : both;
        lastAny = place;
        if (!isFixed) continue;
        total -= lastFixed === place - 1 ? second : both;
        lastFixed = place;
      }
    }
    return total / Math.max(1, texts.length);
  }
}

import { Holders } from './holders.ts';
import { FEWEST_TEXTS } from './limits.ts';
import { Marks } from './marks.ts';
import { PairCounter } from './pair-counter.ts';
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

/**
 * Takes a cluster apart where one of its slots holds recurring fixed text, and the parts again, so that each part
 * is a whole combination of fixed texts.
 */
export class ClusterSplitter {
  private readonly table: PairTable;
  private readonly store: TextPairs;
  private readonly counter: PairCounter;
  /** Of pairs that may be a part the share of the texts looked at that hold them, FIXED for fixed ones, else 0. */
  private readonly share: Float32Array;
  /** Pairs of the part looked at, and those that would lead to one that was. */
  private readonly inPart: Marks;
  private readonly tried: Marks;
  private readonly holders: Holders;

  constructor(table: PairTable, store: TextPairs) {
    this.table = table;
    this.store = store;
    this.counter = new PairCounter(table.count, store);
    this.share = new Float32Array(table.count);
    this.inPart = new Marks(table.count);
    this.tried = new Marks(table.count);
    this.holders = new Holders(table.count, store, PART_SAMPLE);
  }

  /**
   * The texts of each part, ascending, a sample where a sample was given; `rest` are the texts left over.
   * @param most parts, and `fewest` texts that are taken apart.
   */
  split(
    texts: readonly number[],
    { most = MOST_PARTS, fewest = 2 * FEWEST_TEXTS } = {},
    depth = 0,
  ): { parts: (readonly number[])[]; rest: readonly number[] } {
    const parts: (readonly number[])[] = [];
    let rest = texts;
    for (let tries = 0; tries < most && depth < DEEPEST && rest.length >= fewest; tries++) {
      const part = this.findPart(rest);
      if (!part) break;
      const [members, others] = this.divide(rest, part);
      if (members.length < FEWEST_TEXTS || others.length === 0) break;
      rest = others;
      const inner = this.split(members, { most, fewest }, depth + 1);
      parts.push(...inner.parts);
      if (inner.rest.length >= FEWEST_TEXTS) parts.push(inner.rest);
    }
    return { parts, rest };
  }

  /** Pairs that nearly all of the texts hold. */
  coreOf(texts: readonly number[]): Uint32Array {
    const { counter, table } = this;
    return counter
      .count(texts)
      .filter((pair) => counter.of(pair) >= CORE_SHARE * texts.length && table.texts[pair] >= FEWEST_TEXTS);
  }

  /** Texts that have a part, and those that do not. */
  private divide(texts: readonly number[], part: Uint32Array): [number[], number[]] {
    const { store, inPart } = this;
    this.markPart(part);
    const members: number[] = [];
    const others: number[] = [];
    for (const text of texts) {
      let held = 0;
      const to = store.to(text);
      for (let i = store.from(text); i < to; i++) if (inPart.has(store.pairAt(i))) held++;
      (held >= HOLDS_SHARE * part.length ? members : others).push(text);
    }
    return [members, others];
  }

  private markPart(part: Uint32Array): void {
    this.inPart.clear();
    for (const pair of part) this.inPart.add(pair);
  }

  /** Pairs of the part that says most about the most texts of a cluster. */
  private findPart(texts: readonly number[]): Uint32Array | undefined {
    const { counter, share } = this;
    const all = texts.length;
    const least = Math.max(FEWEST_TEXTS, LEAST_PART.long * all);
    const order: number[] = [];
    const fixed: number[] = [];
    for (const pair of counter.count(texts)) {
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

  private bestOf(texts: readonly number[], order: readonly number[]): Uint32Array | undefined {
    const { share, tried } = this;
    tried.clear();
    this.holders.read(texts, order);
    let best: Uint32Array | undefined;
    let most = 0;
    let candidates = 0;
    for (const [k, pair] of order.entries()) {
      if (tried.has(pair)) continue;
      if (++candidates > CANDIDATES) break;
      const sample = this.holders.of(k);
      const part = this.coreOf(sample).filter((one) => share[one] > 0 && share[one] < FIXED);
      for (const one of part) if (share[one] < NEARLY_SAME * share[pair]) tried.add(one);
      // No pair covers more than two words, so this part cannot be better.
      if (share[pair] * part.length * 2 * WORD_WEIGHT <= most) continue;
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

  /** Whether the pairs reach from the start of a sentence or line to an end of one. */
  private isSentence(part: Uint32Array): boolean {
    let starts = false;
    let ends = false;
    for (const pair of part) {
      starts ||= firstWeight(this.table.weights[pair]) === 0;
      ends ||= secondWeight(this.table.weights[pair]) === 0;
    }
    return starts && ends;
  }

  /** Weight of the words that `part` covers and what is fixed does not, on average over the texts. */
  private weightBeyond(texts: readonly number[], part: Uint32Array): number {
    const { store, table, share, inPart } = this;
    this.markPart(part);
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
        if (!isFixed && !inPart.has(pair)) continue;
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

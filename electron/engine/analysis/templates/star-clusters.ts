import { FEWEST_TEXTS, FEWEST_WEIGHT } from './limits.ts';
import { firstWeight, secondWeight } from './pair-reader.ts';
import { type PairTable, WITNESSES } from './pair-table.ts';
import type { TextPairs } from './text-pairs.ts';

/** A star needs so much of what a text shares with any text; the strict tests come when stars are merged. */
const LEAST_SHARE = 0.25;
/** Exemplars that share nearly as much as the best one compete by their order, so that few are used. */
const NEARLY = 0.8;
const VOTE_SLOTS = 1 << 15;

/**
 * For each text the text it is most probably made from the same template as, or -1. Each pair a text holds votes
 * for the texts among the pair's witnesses, with the words it newly covers. Pairs of one template have the same
 * witnesses and add up; a common phrase has its witnesses anywhere and elects nobody. The lowest of nearly
 * equal candidates wins (the text itself included), so texts of a template gather at few exemplars.
 * Linear in the number of stored pairs.
 */
export function findStars(table: PairTable, texts: TextPairs): Int32Array {
  const stars = new Int32Array(texts.texts).fill(-1);
  const votes = new Votes();
  for (let text = 0; text < texts.texts; text++) stars[text] = votes.elect(table, texts, text);
  return stars;
}

class Votes {
  private readonly key = new Uint32Array(VOTE_SLOTS);
  private readonly epochOf = new Uint32Array(VOTE_SLOTS);
  private readonly score = new Uint32Array(VOTE_SLOTS);
  private readonly last = new Int32Array(VOTE_SLOTS);
  private readonly touched = new Uint32Array(VOTE_SLOTS);
  private touchedCount = 0;
  private epoch = 0;

  elect(table: PairTable, texts: TextPairs, text: number): number {
    const covered = this.count(table, texts, text);
    let best = 0;
    for (let i = 0; i < this.touchedCount; i++) {
      const slot = this.touched[i];
      if (this.key[slot] !== text && this.score[slot] > best) best = this.score[slot];
    }
    if (best < FEWEST_WEIGHT || best < LEAST_SHARE * covered) return -1;
    let elected = -1;
    for (let i = 0; i < this.touchedCount; i++) {
      const slot = this.touched[i];
      if (this.score[slot] < NEARLY * best) continue;
      const candidate = this.key[slot];
      if (elected < 0 || candidate < elected) elected = candidate;
    }
    return elected;
  }

  /** Fills the votes of a text; returns the weight of all it shares with any text. */
  private count(table: PairTable, texts: TextPairs, text: number): number {
    this.epoch++;
    this.touchedCount = 0;
    const to = texts.to(text);
    let place = 0;
    let covered = 0;
    let lastCovered = -2;
    for (let i = texts.from(text); i < to; i++) {
      place += texts.gapAt(i);
      const pair = texts.pairAt(i);
      const frequency = table.texts[pair];
      if (frequency < FEWEST_TEXTS) continue;
      const weights = table.weights[pair];
      const second = secondWeight(weights);
      const both = firstWeight(weights) + second;
      covered += lastCovered === place - 1 ? second : both;
      lastCovered = place;
      const from = pair * WITNESSES;
      const until = from + (frequency < WITNESSES ? frequency : WITNESSES);
      for (let w = from; w < until; w++) this.vote(table.witness[w], place, second, both);
    }
    return covered;
  }

  private vote(exemplar: number, place: number, second: number, both: number): void {
    const mask = VOTE_SLOTS - 1;
    let slot = Math.imul(exemplar, 0x9e3779b1) >>> 17;
    while (this.epochOf[slot] === this.epoch) {
      if (this.key[slot] === exemplar) {
        this.score[slot] += this.last[slot] === place - 1 ? second : both;
        this.last[slot] = place;
        return;
      }
      slot = (slot + 1) & mask;
    }
    // Very long texts may name more witnesses than there is room for; the first ones decide.
    if (this.touchedCount * 2 > VOTE_SLOTS) return;
    this.epochOf[slot] = this.epoch;
    this.key[slot] = exemplar;
    this.score[slot] = both;
    this.last[slot] = place;
    this.touched[this.touchedCount++] = slot;
  }
}

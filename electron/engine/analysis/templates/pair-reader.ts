import { hashPair } from './hash.ts';
import { BREAK, GLYPH, MARK, MOST_TOKENS, type Scanner, STOP, WORD } from './scanner.ts';
import { PAIR_SEED } from './seeds.ts';

/** Weight of a whole content word; weights of other tokens are parts of it. */
export const WORD_WEIGHT = 4;
const GLYPH_WEIGHT = 2;
const MASK_WEIGHT = 1;
const SEEN_SLOTS = 32_768;

/** How much a token says about what a text is a copy of, in quarters of a content word. */
export function tokenWeight(kind: number): number {
  if (kind === WORD) return WORD_WEIGHT;
  if (kind === GLYPH) return GLYPH_WEIGHT;
  return kind === STOP || kind === MARK || kind === BREAK ? 0 : MASK_WEIGHT;
}

/**
 * A text's pairs of neighbouring content tokens (stop words are passed over): what texts are compared by. Pairs
 * and not longer shingles, because a reworded template keeps few long shingles; what pairs lack in rarity the
 * miner makes up by asking which texts they stand in together.
 */
export class PairReader {
  count = 0;
  /** Different pairs of the last text, in order. */
  readonly pair = new Uint32Array(MOST_TOKENS);
  /** Place of the pair's second token among the content tokens. */
  readonly place = new Uint16Array(MOST_TOKENS);
  /** Weights of both tokens (`packWeights`). */
  readonly weights = new Uint8Array(MOST_TOKENS);
  private readonly seen = new Uint32Array(SEEN_SLOTS);
  private readonly seenIn = new Uint32Array(SEEN_SLOTS);
  private epoch = 0;

  read(scanner: Scanner): void {
    const { kind, hash } = scanner;
    this.epoch++;
    this.count = 0;
    let before = 0;
    let place = 0;
    let weightBefore = 0;
    for (let k = 1; k < scanner.count; k++) {
      if (kind[k] === STOP) continue;
      place++;
      const weight = tokenWeight(kind[k]);
      if (weight + weightBefore > MASK_WEIGHT * 2) {
        const edges = (before === 0 ? 1 : 0) | (k === scanner.count - 1 ? 2 : 0);
        const pair = hashPair(hash[before], hash[k] + edges, PAIR_SEED);
        if (this.isNew(pair)) {
          const at = this.count++;
          this.pair[at] = pair;
          this.place[at] = place;
          this.weights[at] = weightBefore | (weight << 3) | (edges !== 0 ? 64 : 0);
        }
      }
      before = k;
      weightBefore = weight;
    }
  }

  private isNew(pair: number): boolean {
    const mask = SEEN_SLOTS - 1;
    let slot = pair & mask;
    while (this.seenIn[slot] === this.epoch) {
      if (this.seen[slot] === pair) return false;
      slot = (slot + 1) & mask;
    }
    this.seenIn[slot] = this.epoch;
    this.seen[slot] = pair;
    return true;
  }
}

export function firstWeight(weights: number): number {
  return weights & 7;
}

export function secondWeight(weights: number): number {
  return (weights >> 3) & 7;
}

/** Whether the pair holds the start or the end of its text. */
export function isEdge(weights: number): boolean {
  return (weights & 64) !== 0;
}

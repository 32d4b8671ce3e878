import { hashText } from './hash.ts';

/** A prompt's frame: what its sentences begin and end with, which its author fixed, without what stands between. */
export interface Frame {
  /** For people: `you assist … professionals / work out … # cases`. */
  readonly text: string;
  /** Equal frames have equal hashes; 52 bits of two hashes. */
  readonly hash: number;
  /** Words of the frame. */
  readonly words: number;
}

/** A sentence of so few words is taken whole. */
const SHORT_SENTENCE = 4;
const EDGE = 2;
const SENTENCE = /[.!?。！？\n]+/;
const WORD = /[\p{L}\p{N}#<>]+/gu;
/** Of a longer text the first sentences tell. */
const MOST_CHARACTERS = 2_000;
const SEEDS = [0x5f3a21c7, 0x1b873593] as const;

/**
 * Reads a prompt's frame: each sentence's first two and last two words, numbers masked. It sees templates made of
 * several reusable sentences, whose authors differ by the combination alone, and whose slots lie inside sentences.
 */
export function frameOf(text: string): Frame {
  const parts: string[] = [];
  let words = 0;
  for (const sentence of text.slice(0, MOST_CHARACTERS).split(SENTENCE)) {
    const found = sentence.toLowerCase().replace(/\d+/g, '#').match(WORD);
    if (!found) continue;
    if (found.length <= SHORT_SENTENCE) {
      parts.push(found.join(' '));
      words += found.length;
    } else {
      parts.push(`${found.slice(0, EDGE).join(' ')} … ${found.slice(-EDGE).join(' ')}`);
      words += 2 * EDGE;
    }
  }
  const frame = parts.join(' / ');
  const high = hashText(frame, SEEDS[0]) >>> 12;
  return { text: frame, hash: high * 0x1_0000_0000 + (hashText(frame, SEEDS[1]) >>> 0), words };
}

/** Fewer different texts with one frame come about by chance, and shorter frames are everybody's. */
const LEAST_TEXTS = 10;
const LEAST_WORDS = 8;

/** Counts frames over all texts, then tells which recur. Nothing depends on the order of texts. */
export class FrameCounter {
  private readonly counts = new Map<number, number>();

  add({ hash, words }: Frame): void {
    if (words >= LEAST_WORDS) this.counts.set(hash, (this.counts.get(hash) ?? 0) + 1);
  }

  /** Whether enough different texts have the frame. */
  recurs({ hash }: Frame): boolean {
    return (this.counts.get(hash) ?? 0) >= LEAST_TEXTS;
  }

  /** Forgets frames that do not recur. */
  settle(): void {
    for (const [hash, count] of this.counts) if (count < LEAST_TEXTS) this.counts.delete(hash);
  }
}

import { hashText } from './hash.ts';

/** A prompt's frame: what its sentences begin and end with, which its author fixed, without what stands between. */
export interface Frame {
  /** One for each sentence. */
  readonly parts: readonly string[];
  /** For people: `you assist … professionals / work out … # cases`. */
  readonly text: string;
  /** Equal frames have equal hashes; 52 bits of two hashes. */
  readonly hash: number;
  /** Words of the frame. */
  readonly words: number;
}

/** A sentence of so few words is taken whole. */
const SHORT_SENTENCE = 4;
const NUMBER = /\d+/g;
const SENTENCE = /[.!?。！？\n]+/;
const WORD = /[\p{L}\p{N}#<>]+/gu;
/** Of a longer text the first sentences tell. */
const MOST_CHARACTERS = 2_000;
const SEEDS = [0x5f3a21c7, 0x1b873593] as const;

/** Two frames of one prompt. */
export interface Frames {
  /**
   * Each sentence's first two and last two words, numbers masked. It sees templates made of several reusable
   * sentences, whose authors differ by the combination alone, and whose slots lie inside sentences.
   */
  readonly edges: Frame;
  /** Each sentence's first three words, for templates whose sentences end in slots. */
  readonly openings: Frame;
}

/** Reads a prompt's frames in one go. */
export function framesOf(text: string): Frames {
  const edges: string[] = [];
  const openings: string[] = [];
  let [inEdges, inOpenings] = [0, 0];
  for (const sentence of text.slice(0, MOST_CHARACTERS).toLowerCase().split(SENTENCE)) {
    const words = sentence.replace(NUMBER, '#').match(WORD);
    if (!words) continue;
    if (words.length <= SHORT_SENTENCE) {
      const whole = words.join(' ');
      edges.push(whole);
      openings.push(whole);
      inEdges += words.length;
      inOpenings += words.length;
    } else {
      edges.push(`${words[0]} ${words[1]} … ${words.at(-2)} ${words.at(-1)}`);
      openings.push(`${words[0]} ${words[1]} ${words[2]} …`);
      inEdges += 4;
      inOpenings += 3;
    }
  }
  return { edges: frameOfParts(edges, inEdges), openings: frameOfParts(openings, inOpenings) };
}

function frameOfParts(parts: readonly string[], words: number): Frame {
  const text = parts.join(' / ');
  const high = hashText(text, SEEDS[0]) >>> 12;
  return { parts, text, hash: high * 0x1_0000_0000 + (hashText(text, SEEDS[1]) >>> 0), words };
}

/** Fewer different texts with one frame come about by chance, and shorter frames are everybody's. */
const LEAST_TEXTS = 10;
const LEAST_WORDS = 8;
/** So many frames that differ in one sentence alone show that something is filled in there. */
const LEAST_FRAMES = 4;
/** Sentences of one frame that may be found to be filled in. */
const MOST_FILLED = 3;

/** Counts frames over all texts, then tells which recur. Nothing depends on the order of texts. */
export class FrameCounter {
  private readonly counts = new Map<number, number>();
  private readonly recurring = new Map<number, Frame>();

  add(frame: Frame): void {
    if (frame.words < LEAST_WORDS) return;
    const count = (this.counts.get(frame.hash) ?? 0) + 1;
    this.counts.set(frame.hash, count);
    if (count === LEAST_TEXTS) this.recurring.set(frame.hash, frame);
  }

  /** Call it after the last text: joins frames that differ only in sentences that are filled in. */
  settle(): void {
    this.counts.clear();
    for (let round = 0; round < MOST_FILLED; round++) {
      const sizes = new Map<number, Set<number>>();
      for (const frame of this.recurring.values()) {
        for (const { hash } of shortened(frame))
          sizes.set(hash, (sizes.get(hash) ?? new Set()).add(frame.hash));
      }
      const size = ({ hash }: Frame) => sizes.get(hash)?.size ?? 0;
      for (const [own, frame] of this.recurring) {
        const wider = shortened(frame).reduce((best, one) => (size(one) > size(best) ? one : best), frame);
        if (size(wider) >= LEAST_FRAMES) this.recurring.set(own, wider);
      }
    }
  }

  /** The frame that a text's own, by its hash, belongs to; undefined where too few different texts have it. */
  settled(hash: number): Frame | undefined {
    return this.recurring.get(hash);
  }
}

/** A frame with one sentence cut down to its first word, for each sentence that has more. */
function shortened({ parts, words }: Frame): Frame[] {
  return parts.flatMap((part, at) => {
    const space = part.indexOf(' ');
    if (space < 0 || part.endsWith(FILLED)) return [];
    return [frameOfParts(parts.with(at, part.slice(0, space) + FILLED), words)];
  });
}

const FILLED = ' …';

import { type Frame, FrameWriter } from './frame-writer.ts';

/** A sentence of so few words is taken whole. */
const SHORT_SENTENCE = 4;
/** Of a longer text the first sentences tell. */
const MOST_CHARACTERS = 2_000;
/** What lower case makes of them at most, and what a frame of that takes with all its signs. */
const MOST_LOWER = 3 * MOST_CHARACTERS;
const MOST_WRITTEN = 3 * MOST_LOWER;

const OTHER = 0;
const IN_WORD = 1;
const SENTENCE_END = 2;
const SURROGATE = 3;
const WORD_CHARACTER = /[\p{L}\p{N}#<>]/u;

/** What each UTF-16 unit is. */
const KIND = new Uint8Array(65_536);
for (let unit = 0; unit < 65_536; unit++)
  if (WORD_CHARACTER.test(String.fromCharCode(unit))) KIND[unit] = IN_WORD;
for (const sign of '.!?。！？\n') KIND[sign.charCodeAt(0)] = SENTENCE_END;
KIND.fill(SURROGATE, 0xd800, 0xdc00);

/** Reads two frames of one prompt after another. */
export class FrameReader {
  /**
   * Each sentence's first two and last two words, numbers masked. It sees templates made of several reusable
   * sentences, whose authors differ by the combination alone, and whose slots lie inside sentences.
   */
  readonly edges = new FrameWriter(MOST_WRITTEN);
  /** Each sentence's first three words, for templates whose sentences end in slots. */
  readonly openings = new FrameWriter(MOST_WRITTEN);
  /** Where the words of the current sentence begin and end. */
  private readonly start = new Uint16Array(MOST_LOWER);
  private readonly end = new Uint16Array(MOST_LOWER);

  read(text: string): void {
    this.edges.clear();
    this.openings.clear();
    const lower = text.slice(0, MOST_CHARACTERS).toLowerCase();
    let words = 0;
    let i = 0;
    while (i < lower.length) {
      const kind = KIND[lower.charCodeAt(i)];
      const end = kind === OTHER ? i : wordEnd(lower, i);
      if (end > i) {
        this.start[words] = i;
        this.end[words++] = end;
      } else if (kind === SENTENCE_END) {
        this.endSentence(lower, words);
        words = 0;
      }
      i = Math.max(end, i + 1);
    }
    this.endSentence(lower, words);
  }

  private endSentence(lower: string, words: number): void {
    if (words === 0) return;
    const { edges, openings } = this;
    edges.startPart();
    openings.startPart();
    if (words <= SHORT_SENTENCE) {
      this.write(edges, lower, 0, words);
      this.write(openings, lower, 0, words);
    } else {
      this.write(edges, lower, 0, 2);
      edges.gap();
      this.write(edges, lower, words - 2, words);
      this.write(openings, lower, 0, 3);
      openings.gap();
    }
  }

  private write(writer: FrameWriter, lower: string, from: number, to: number): void {
    for (let word = from; word < to; word++) writer.word(lower, this.start[word], this.end[word]);
  }
}

/** Where the word that begins at a place ends; the place itself if none does. */
function wordEnd(text: string, from: number): number {
  let i = from;
  for (; i < text.length; i++) {
    const kind = KIND[text.charCodeAt(i)];
    if (kind === IN_WORD) continue;
    const point = kind === SURROGATE ? (text.codePointAt(i) ?? 0) : 0;
    if (point < 0x10000 || !WORD_CHARACTER.test(String.fromCodePoint(point))) break;
    i++;
  }
  return i;
}

/** The frames of one prompt. */
export function framesOf(text: string): { edges: Frame; openings: Frame } {
  const reader = new FrameReader();
  reader.read(text);
  return { edges: reader.edges.frame(), openings: reader.openings.frame() };
}

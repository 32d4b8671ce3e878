import { hashText, hashUnits } from './hash.ts';
import { FRAME_SEEDS } from './seeds.ts';

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

const SEPARATOR = ' / ';
const [SPACE, SLASH, GAP, NUMBER] = [32, 47, 0x2026, 35];

/** @param words of the prompt that it was made of */
export function frameOfParts(parts: readonly string[], words: number): Frame {
  const text = parts.join(SEPARATOR);
  const [one, other] = FRAME_SEEDS;
  return { parts, text, hash: joinHashes(hashText(text, one), hashText(text, other)), words };
}

function joinHashes(one: number, other: number): number {
  return (one >>> 12) * 0x1_0000_0000 + other;
}

/** Writes a frame as UTF-16 units: most frames are compared by their hashes alone and never become a string. */
export class FrameWriter {
  /** Words of the frame. */
  words = 0;
  private readonly units: Uint16Array;
  private length = 0;
  private isStart = true;

  constructor(most: number) {
    this.units = new Uint16Array(most);
  }

  clear(): void {
    this.words = 0;
    this.length = 0;
  }

  startPart(): void {
    if (this.length > 0) {
      this.push(SPACE);
      this.push(SLASH);
      this.push(SPACE);
    }
    this.isStart = true;
  }

  /** A word of the part, each number in it as #. */
  word(text: string, from: number, to: number): void {
    this.space();
    let inNumber = false;
    for (let i = from; i < to; i++) {
      const unit = text.charCodeAt(i);
      const isDigit = unit >= 48 && unit <= 57;
      if (!isDigit) this.push(unit);
      else if (!inNumber) this.push(NUMBER);
      inNumber = isDigit;
    }
    this.words++;
  }

  gap(): void {
    this.space();
    this.push(GAP);
  }

  /** The hash of the frame, without making it. */
  hash(): number {
    const [one, other] = FRAME_SEEDS;
    return joinHashes(hashUnits(this.units, this.length, one), hashUnits(this.units, this.length, other));
  }

  frame(): Frame {
    const text = String.fromCharCode(...this.units.subarray(0, this.length));
    return frameOfParts(text === '' ? [] : text.split(SEPARATOR), this.words);
  }

  private space(): void {
    if (!this.isStart) this.push(SPACE);
    this.isStart = false;
  }

  private push(unit: number): void {
    this.units[this.length++] = unit;
  }
}

import { alignTokens } from './align-tokens.ts';
import { gapBefore, type Pattern } from './pattern.ts';
import { FENCE, LONG, MASK_NAMES, NUMBER } from './scanner.ts';
import type { TokenList } from './token-list.ts';

const MOST_DISTINCT = 5_000;
const SHOWN_VALUES = 12;
const LONGEST_SHOWN = 200;
/** A slot with so few values, each often used, is a choice from a list. */
const MOST_CHOICES = 60;
const USES_PER_CHOICE = 4;

export type SlotType =
  | 'number'
  | 'id'
  | 'url'
  | 'email'
  | 'path'
  | 'quote'
  | 'block'
  | 'span'
  /** Few values, each used often. */
  | 'choice'
  | 'word'
  /** Up to about eight words. */
  | 'phrase'
  | 'text';

/** One variable part of a template, measured on a sample of its texts. */
export interface Slot {
  readonly type: SlotType;
  /** Texts in which the slot was found and filled. */
  readonly occurrences: number;
  /** Different values among them; counted up to 5,000. */
  readonly distinct: number;
  /** distinct / occurrences: near 1 when no value is used twice, near 0 for a short list. */
  readonly growth: number;
  readonly meanWords: number;
  /** Most frequent values, ties in order of their UTF-16 units; long ones cut at 200 units. */
  readonly values: readonly { readonly value: string; readonly count: number }[];
}

/**
 * The text of each slot of a pattern in one text: '' where nothing stands, undefined where the words around it
 * are missing (a reworded text), so that its limits are unknown.
 */
export function readSlots(pattern: Pattern, tokens: TokenList): (string | undefined)[] {
  return gaps(pattern, tokens).map((gap) => {
    if (!gap) return undefined;
    return gap.from === gap.to ? '' : tokens.text.slice(tokens.start[gap.from], tokens.end[gap.to - 1]);
  });
}

function gaps(pattern: Pattern, tokens: TokenList): ({ from: number; to: number } | undefined)[] {
  const matches = alignTokens(pattern.fixed, tokens.hash);
  return pattern.slots.map((k) => gapBefore(matches, k, tokens.hash.length));
}

/** The same string with memory of its own: a part of a text holds on to the whole of it. */
function apart(part: string): string {
  return Buffer.from(part, 'utf16le').toString('utf16le');
}

/** Gathers what the slots of one pattern are filled with. */
export class SlotCounter {
  private readonly pattern: Pattern;
  private readonly values: Map<string, number>[];
  private readonly occurrences: Uint32Array;
  private readonly words: Float64Array;
  private readonly masks: Uint32Array[];

  constructor(pattern: Pattern) {
    this.pattern = pattern;
    this.values = pattern.slots.map(() => new Map());
    this.occurrences = new Uint32Array(pattern.slots.length);
    this.words = new Float64Array(pattern.slots.length);
    this.masks = pattern.slots.map(() => new Uint32Array(LONG + 1));
  }

  add(tokens: TokenList): void {
    gaps(this.pattern, tokens).forEach((gap, slot) => {
      if (!gap || gap.from === gap.to) return;
      this.occurrences[slot]++;
      this.words[slot] += gap.to - gap.from;
      if (gap.to - gap.from === 1) this.masks[slot][tokens.kind[gap.from]]++;
      const value = tokens.text.slice(tokens.start[gap.from], tokens.end[gap.to - 1]).toLowerCase();
      const known = this.values[slot].get(value);
      if (known !== undefined) this.values[slot].set(value, known + 1);
      else if (this.values[slot].size < MOST_DISTINCT) this.values[slot].set(apart(value), 1);
    });
  }

  /** The slots in the pattern's order. */
  finish(): Slot[] {
    return this.values.map((values, slot) => {
      const occurrences = this.occurrences[slot];
      const distinct = values.size;
      const meanWords = occurrences === 0 ? 0 : this.words[slot] / occurrences;
      return {
        type: this.guessType(slot, distinct, meanWords),
        occurrences,
        distinct,
        growth: occurrences === 0 ? 0 : distinct / occurrences,
        meanWords,
        values: [...values]
          .sort((one, other) => other[1] - one[1] || (one[0] < other[0] ? -1 : 1))
          .slice(0, SHOWN_VALUES)
          .map(([value, count]) => ({ value: value.slice(0, LONGEST_SHOWN), count })),
      };
    });
  }

  private guessType(slot: number, distinct: number, meanWords: number): SlotType {
    const occurrences = this.occurrences[slot];
    for (let kind = NUMBER; kind <= LONG; kind++) {
      if (this.masks[slot][kind] >= 0.8 * occurrences) {
        return kind === FENCE ? 'block' : (MASK_NAMES[kind] as SlotType);
      }
    }
    if (distinct <= MOST_CHOICES && occurrences >= USES_PER_CHOICE * distinct) return 'choice';
    if (meanWords <= 1.5) return 'word';
    return meanWords <= 8 ? 'phrase' : 'text';
  }
}

import {
  CLASS,
  DIGIT,
  INVISIBLE,
  LETTER,
  LINE_END,
  LOWER,
  SENTENCE_END,
  SEPARATOR,
  SPACE,
  STRUCTURE,
  UNSPACED,
} from './characters.ts';
import { scramble } from './hash.ts';
import { WORD_SEED } from './seeds.ts';
import { isStopWord, LONGEST_STOP_WORD } from './stop-words.ts';

/** What a token is. */
export const WORD = 1;
export const STOP = 2;
export const GLYPH = 3;
export const MARK = 4;
export const BREAK = 5;
/** Kinds from here on are masks: what stands there varies by nature, so only its kind counts. */
export const NUMBER = 8;
export const ID = 9;
export const URL = 10;
export const EMAIL = 11;
export const PATH = 12;
export const QUOTE = 13;
export const FENCE = 14;
export const LONG = 15;

/** How a mask is written in a skeleton. */
export const MASK_NAMES: Readonly<Record<number, string>> = {
  [NUMBER]: 'number',
  [ID]: 'id',
  [URL]: 'url',
  [EMAIL]: 'email',
  [PATH]: 'path',
  [QUOTE]: 'quote',
  [FENCE]: 'block',
  [LONG]: 'span',
};

/** A text longer than this is read at its start and its end only: a template shows there if anywhere. */
const READ_HEAD = 6_144;
const READ_TAIL = 2_048;
export const MOST_TOKENS = READ_HEAD + READ_TAIL + 8;
const SHORTEST_QUOTE = 40;
const LONGEST_WORD = 40;
const QUOTE_ENDS: Readonly<Record<string, string>> = { '"': '"', '“': '”', '«': '»', '„': '“', '「': '」' };
const [COLON, SLASH, BACKSLASH, AT, DOT, COMMA, HYPHEN, UNDERSCORE, APOSTROPHE, BACKTICK] = [
  58, 47, 92, 64, 46, 44, 45, 95, 39, 96,
];
const RIGHT_QUOTE = 0x2019;
const OPEN_QUOTES = [0x22, 0xab, 0x201c, 0x201e, 0x300c];

/**
 * Cuts a text into tokens: lower-case words, single characters of scripts without spaces, structural signs,
 * breaks between sentences and lines, and masks for numbers, ids, addresses, paths, quoted and fenced passages
 * and very long words. One scanner is used for many texts; its columns hold the tokens of the last one, the
 * first and last of which are breaks. Linear in the text's length.
 */
export class Scanner {
  /** The text as read: the whole of it, or head and tail of a very long one. */
  text = '';
  count = 0;
  readonly kind = new Uint8Array(MOST_TOKENS);
  /** Equal for equal tokens; masks of one kind are equal. */
  readonly hash = new Uint32Array(MOST_TOKENS);
  /** Equal for equal content, masks included. */
  readonly exact = new Uint32Array(MOST_TOKENS);
  /** Token k is text.slice(start[k], end[k]). */
  readonly start = new Int32Array(MOST_TOKENS);
  readonly end = new Int32Array(MOST_TOKENS);
  private chunkTokens = 0;
  private chunkStart = 0;
  /** Opening quotes whose closing sign no longer follows; looking again would cost a scan each. */
  private unclosed = '';

  scan(whole: string): void {
    const text =
      whole.length > READ_HEAD + READ_TAIL
        ? `${whole.slice(0, READ_HEAD)}\n${whole.slice(-READ_TAIL)}`
        : whole;
    this.text = text;
    this.count = 0;
    this.chunkTokens = 0;
    this.chunkStart = 0;
    this.unclosed = '';
    this.push(BREAK, 0, 0, 0, 0);
    let i = 0;
    while (i < text.length) {
      const unit = text.charCodeAt(i);
      switch (CLASS[unit]) {
        case SPACE:
          this.startChunk(++i);
          break;
        case LETTER:
          i = this.word(i);
          break;
        case DIGIT:
          i = this.number(i);
          break;
        case UNSPACED:
          i = this.glyph(i);
          break;
        case LINE_END:
          this.breakAt(i++);
          this.startChunk(i);
          break;
        case SENTENCE_END:
          i = this.sentenceEnd(i);
          break;
        case STRUCTURE:
          i = this.structure(i, unit);
          break;
        default:
          i = this.other(i, unit);
      }
    }
    this.breakAt(text.length);
  }

  private startChunk(at: number): void {
    this.chunkStart = at;
    this.chunkTokens = this.count;
  }

  private push(kind: number, hash: number, exact: number, start: number, end: number): void {
    const k = this.count++;
    this.kind[k] = kind;
    this.hash[k] = hash;
    this.exact[k] = exact;
    this.start[k] = start;
    this.end[k] = end;
  }

  private breakAt(at: number): void {
    if (this.kind[this.count - 1] !== BREAK || this.count === 1) this.push(BREAK, 1, 1, at, at);
  }

  private mask(kind: number, start: number, end: number): number {
    let exact = kind;
    for (let i = start; i < end; i++) exact = Math.imul(exact ^ LOWER[this.text.charCodeAt(i)], 0x01000193);
    this.push(kind, kind, scramble(exact), start, end);
    return end;
  }

  private word(from: number): number {
    const { text } = this;
    let h = WORD_SEED;
    let i = from;
    let units = 0;
    for (; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      const kind = CLASS[unit];
      if (kind === LETTER) {
        h = Math.imul(h ^ LOWER[unit], 0x01000193);
        units++;
      } else if (kind === DIGIT) {
        return this.mixed(from, i);
      } else if (kind !== INVISIBLE) {
        const joins = unit === APOSTROPHE || unit === RIGHT_QUOTE;
        if (!joins || CLASS[text.charCodeAt(i + 1)] !== LETTER) break;
      }
    }
    const next = text.charCodeAt(i);
    if (next === AT) return this.chunkMask(EMAIL);
    if (next === COLON) {
      const after = text.charCodeAt(i + 1);
      if (after === SLASH && text.charCodeAt(i + 2) === SLASH) return this.chunkMask(URL);
      if (after === BACKSLASH) return this.chunkMask(PATH);
    }
    if (next === DOT && units === 3 && from === this.chunkStart && text.startsWith('www.', from)) {
      return this.chunkMask(URL);
    }
    if (units > LONGEST_WORD) return this.mask(LONG, from, i);
    h >>>= 0;
    this.push(units <= LONGEST_STOP_WORD && isStopWord(h) ? STOP : WORD, h, h, from, i);
    return i;
  }

  /** Letters and digits in one word: an identifier, with what hangs on it by hyphens. */
  private mixed(from: number, at: number): number {
    const { text } = this;
    let i = at;
    for (; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      const kind = CLASS[unit];
      if (kind === LETTER || kind === DIGIT || kind === INVISIBLE || unit === UNDERSCORE) continue;
      const after = CLASS[text.charCodeAt(i + 1)];
      if (unit !== HYPHEN || (after !== LETTER && after !== DIGIT)) break;
    }
    if (text.charCodeAt(i) === AT) return this.chunkMask(EMAIL);
    return this.mask(ID, from, i);
  }

  private number(from: number): number {
    const { text } = this;
    let i = from + 1;
    for (; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      const kind = CLASS[unit];
      if (kind === DIGIT) continue;
      if (kind === LETTER) return this.mixed(from, i);
      const joins = unit === DOT || unit === COMMA || unit === COLON || unit === HYPHEN || unit === SLASH;
      if (!joins) break;
      const after = CLASS[text.charCodeAt(i + 1)];
      if (after === LETTER && unit === HYPHEN) return this.mixed(from, i);
      if (after !== DIGIT) break;
    }
    return this.mask(NUMBER, from, i);
  }

  private glyph(at: number): number {
    const { text } = this;
    const next = text.charCodeAt(at + 1);
    const own = text.charCodeAt(at);
    // With its successor: single characters of these scripts are shared by nearly all texts.
    const h = scramble(own + (CLASS[next] === UNSPACED ? next * 65_536 : 0));
    this.push(GLYPH, h, h, at, at + 1);
    return at + 1;
  }

  private sentenceEnd(at: number): number {
    const after = CLASS[this.text.charCodeAt(at + 1)];
    // A full stop within a name or a version is not an end, one of an unspaced script always is.
    if (this.text.charCodeAt(at) > 127 || (after !== LETTER && after !== DIGIT)) this.breakAt(at);
    return at + 1;
  }

  private structure(at: number, unit: number): number {
    const h = scramble(unit + 0x10000);
    const last = this.count - 1;
    if (this.kind[last] !== MARK || this.hash[last] !== h) this.push(MARK, h, h, at, at + 1);
    return at + 1;
  }

  private other(at: number, unit: number): number {
    const { text } = this;
    if (unit === SLASH || unit === BACKSLASH) {
      const end = this.chunkEnd();
      let slashes = 0;
      for (let i = this.chunkStart; i < end; i++) {
        const own = text.charCodeAt(i);
        if (own === SLASH || own === BACKSLASH) slashes++;
      }
      if (slashes >= 2 && text.charCodeAt(at + 1) !== SLASH) return this.chunkMask(PATH);
    } else if (unit === BACKTICK && text.startsWith('```', at)) {
      const close = text.indexOf('```', at + 3);
      return this.mask(FENCE, at, close < 0 ? text.length : close + 3);
    } else if (unit === AT && at > this.chunkStart && this.count > this.chunkTokens) {
      return this.chunkMask(EMAIL);
    } else if (OPEN_QUOTES.includes(unit)) {
      return this.quote(at);
    }
    return at + 1;
  }

  private quote(at: number): number {
    const open = this.text[at];
    const sign = QUOTE_ENDS[open];
    if (this.unclosed.includes(open)) return at + 1;
    const close = this.text.indexOf(sign, at + 1);
    if (close < 0) {
      this.unclosed += open;
      return at + 1;
    }
    // Members of a JSON object are quoted too, and there the fixed text may stand.
    const isMember = /[{,[]\s*$|"\s*:\s*$/.test(this.text.slice(Math.max(0, at - 8), at));
    if (close - at < SHORTEST_QUOTE || isMember) return at + 1;
    return this.mask(QUOTE, at, close + 1);
  }

  private chunkEnd(): number {
    const { text } = this;
    let end = this.chunkStart;
    for (; end < text.length; end++) {
      const kind = CLASS[text.charCodeAt(end)];
      if (kind === SPACE || kind === LINE_END || kind === UNSPACED) break;
    }
    return end;
  }

  /** Everything since the last space is one thing: drops its tokens for a mask. */
  private chunkMask(kind: number): number {
    const { text } = this;
    let start = this.chunkStart;
    // Leading brackets and quotes belong to the sentence.
    while (CLASS[text.charCodeAt(start)] === SEPARATOR && text.charCodeAt(start) !== SLASH) start++;
    const end = this.chunkEnd();
    this.count = Math.max(1, this.chunkTokens);
    this.mask(kind, start, end);
    this.startChunk(end);
    return end;
  }
}

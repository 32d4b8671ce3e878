/**
 * Text from logs is written by the people under examination. Characters that show nothing, or reorder what
 * stands beside them, would let two identifiers look alike or a value read backwards, so they are shown as
 * escapes: `\u{202e}`.
 */
export interface ShownPart {
  readonly text: string;
  /** True for an escape, which is set apart so that a literal backslash sequence cannot pass for one. */
  readonly escape: boolean;
}

/** More combining marks than this on one letter are stacked only to cover the lines around it. */
const MAX_MARKS = 3;
const HIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}\p{Zs}\p{Default_Ignorable_Code_Point}]/u;
const MARK = /\p{M}/u;
const PICTOGRAPH = /\p{Extended_Pictographic}/u;
const NAMED: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

export interface ShownOptions {
  /** Longest output in characters of the input; default 300. */
  readonly max?: number;
  /** Lets line feeds through, for comments people wrote in several lines. */
  readonly lines?: boolean;
}

/** `text` cut into plain and escaped parts; the last part says how much was cut off, if anything was. */
export function shownParts(text: string, { max = 300, lines = false }: ShownOptions = {}): ShownPart[] {
  const parts: ShownPart[] = [];
  let plain = '';
  let count = 0;
  let marks = 0;
  let before = '';
  let position = 0;
  const flush = () => {
    if (plain) parts.push({ text: plain, escape: false });
    plain = '';
  };
  for (const char of text) {
    if (count === max) break;
    count++;
    position += char.length;
    marks = MARK.test(char) ? marks + 1 : 0;
    if (isPlain(char, before, lines) && marks <= MAX_MARKS) {
      plain += char;
    } else {
      flush();
      parts.push({ text: escapeOf(char), escape: true });
    }
    before = char;
  }
  flush();
  const rest = text.length - position;
  if (rest > 0) parts.push({ text: ` … ${rest.toLocaleString('en-US')} more`, escape: true });
  return parts;
}

/** The parts joined, for attributes and titles, where nothing can be set apart. */
export function shownText(text: string, options?: ShownOptions): string {
  return shownParts(text, options)
    .map((part) => part.text)
    .join('');
}

function isPlain(char: string, before: string, lines: boolean): boolean {
  if (char === ' ' || (lines && char === '\n')) return true;
  // The emoji presentation selector belongs to the pictograph before it; anywhere else it can carry data.
  if (char === '\ufe0f') return PICTOGRAPH.test(before);
  return !HIDDEN.test(char);
}

function escapeOf(char: string): string {
  return NAMED[char] ?? `\\u{${char.codePointAt(0)!.toString(16)}}`;
}

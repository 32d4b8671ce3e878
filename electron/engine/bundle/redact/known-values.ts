/** Shorter values are replaced only where they are a whole field: in prose they would be any word or number. */
export const SHORTEST_IN_TEXT = 3;
/** Values this long that are no plain word are replaced inside of longer words too. */
const LONG = 8;
const PREFIX = 3;

const WORD = /[A-Za-z0-9_]/;
const PLAIN_WORD = /^[A-Za-z]+$/;
const NUMBER = /^\d+$/;
/** A bare number is any count; it is a name after these. */
const NAMES_A_NUMBER = /(?:[:"'/@]|%3A|\baccount )$/i;

/** Whether a value that stands at [from, to) of a text is that value there, and not a part of another word. */
export function standsAlone(text: string, from: number, to: number, value: string): boolean {
  if (NUMBER.test(value) && value.length < LONG) {
    if (!NAMES_A_NUMBER.test(text.slice(Math.max(0, from - 9), from))) return false;
  } else if (value.length >= LONG && !PLAIN_WORD.test(value)) return true;
  return !WORD.test(text[from - 1] ?? ' ') && !WORD.test(text[to] ?? ' ');
}

/** Values to be found in free text, in small or capital letters, and what stands in their place. */
export class KnownValues {
  private readonly replacements = new Map<string, string>();
  /** Lengths of the values that begin with these letters, longest first. */
  private readonly lengths = new Map<string, number[]>();

  /** The first replacement of a value holds. */
  add(value: string, replacement: string): void {
    if (value.length < SHORTEST_IN_TEXT) return;
    for (const spelling of new Set([value, encodeURIComponent(value.toWellFormed()), inJson(value)])) {
      const key = lower(spelling);
      if (this.replacements.has(key)) continue;
      this.replacements.set(key, replacement);
      const prefix = key.slice(0, PREFIX);
      const lengths = this.lengths.get(prefix) ?? [];
      this.lengths.set(prefix, lengths);
      if (lengths.includes(key.length)) continue;
      lengths.push(key.length);
      lengths.sort((one, other) => other - one);
    }
  }

  /** @param between what becomes of the text around them */
  replace(text: string, between = (piece: string) => piece): string {
    const found = lower(text);
    let replaced = '';
    let done = 0;
    for (let at = 0; at + PREFIX <= found.length; at++) {
      const match = this.matchAt(found, at);
      if (match === undefined) continue;
      replaced += between(text.slice(done, at)) + (this.replacements.get(match) as string);
      done = at + match.length;
      at = done - 1;
    }
    return replaced + between(text.slice(done));
  }

  private matchAt(text: string, at: number): string | undefined {
    for (const length of this.lengths.get(text.slice(at, at + PREFIX)) ?? []) {
      const candidate = text.slice(at, at + length);
      if (this.replacements.has(candidate) && standsAlone(text, at, at + length, candidate)) return candidate;
    }
    return undefined;
  }
}

/** ASCII alone, so that places stay where they are. */
function lower(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

function inJson(value: string): string {
  return JSON.stringify(value).slice(1, -1);
}

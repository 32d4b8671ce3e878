/** Words that follow each other, taken together (Broder's shingles). */
const WORDS = 3;
/** Fewer shingles than these, and the wording is one that anybody uses. */
const LEAST_SHINGLES = 8;
/** A slot, or a gap of a frame. */
const SLOT = /\{\d+\}|…/gu;

/** The shingles of a template's fixed words, in small letters, none across a slot; none at all of a short wording. */
export function wordingShingles(text: string): ReadonlySet<string> {
  const shingles = new Set<string>();
  for (const stretch of text.normalize('NFKC').toLowerCase().split(SLOT)) {
    // Scripts without blanks between words are taken character by character.
    const words =
      stretch.match(
        /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{N}]+/gu,
      ) ?? [];
    for (let at = 0; at + WORDS <= words.length; at++) shingles.add(words.slice(at, at + WORDS).join(' '));
  }
  return shingles.size < LEAST_SHINGLES ? new Set() : shingles;
}

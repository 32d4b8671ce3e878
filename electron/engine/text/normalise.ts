/** Scripts written without spaces between words: each of their characters is a word of its own here. */
const UNSPACED = /([\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}])/gu;
/** Characters that show nothing: left in, they would hide a word from a search. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;
const ASCII = /^[\0-\x7f]*$/;

/**
 * A text as search and near-duplicate sketch see it: compatibility forms composed (NFKC), case folded, invisible
 * characters left out, any white space one blank, none at the ends. Characters of Chinese, Japanese and Korean
 * stand apart as words.
 */
export function normaliseText(text: string): string {
  const folded = ASCII.test(text) ? text.toLowerCase() : foldUnicode(text);
  return folded.replace(/\s+/g, ' ').trim();
}

function foldUnicode(text: string): string {
  const composed = text.toWellFormed().normalize('NFKC').replace(INVISIBLE, '');
  // By way of upper case, so that ß meets SS, and a final sigma any other.
  return composed.toUpperCase().toLowerCase().replace(UNSPACED, ' $1 ').normalize('NFKC');
}

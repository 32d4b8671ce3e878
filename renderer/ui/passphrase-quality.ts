/** How hard a passphrase is to try out, by its length and variety alone. */
export interface PassphraseQuality {
  /** About how many bits somebody must guess who knows nothing of the person. */
  readonly bits: number;
  readonly word: 'weak' | 'fair' | 'good' | 'strong';
}

/**
 * From here on it takes centuries: the key derivation (scrypt, N = 2^17) keeps ten thousand computers at about 2^17
 * tries a second in all, and 2^50 tries then take 2^33 seconds.
 */
const GOOD_BITS = 50;
const FAIR_BITS = 40;
const STRONG_BITS = 70;

/** A word is one of some eight thousand. */
const WORD_BITS = 13;
/** What a letter adds to a word so long that a list would not hold it; of English text it is about two. */
const LETTER_BITS = 2.2;
/** What is like something before it: the same word again, the next digit. */
const LIKE_BEFORE_BITS = 1;

/**
 * An estimate of our own, made to say too little rather than too much: a run of letters counts as a word of a list,
 * digits and signs by how many there are of their kind, and what repeats or continues what stands before it as next to
 * nothing. It knows no dictionary, no names and no dates.
 */
export function passphraseQuality(passphrase: string): PassphraseQuality {
  const seen = new Set<string>();
  let bits = 0;
  for (const part of passphrase.match(/\p{L}+|\p{N}+|[^\p{L}\p{N}]+/gu) ?? []) {
    const known = part.toLowerCase();
    const worth = characterBits(part);
    if (seen.has(known)) bits += LIKE_BEFORE_BITS;
    else if (/\p{L}/u.test(part)) bits += Math.min(worth, Math.max(WORD_BITS, LETTER_BITS * part.length));
    else bits += worth;
    seen.add(known);
  }
  return { bits: Math.floor(bits), word: wordOf(bits) };
}

/** Whether a person should be warned of it. */
export function isTooWeak({ word }: PassphraseQuality): boolean {
  return word === 'weak' || word === 'fair';
}

function wordOf(bits: number): PassphraseQuality['word'] {
  if (bits < FAIR_BITS) return 'weak';
  if (bits < GOOD_BITS) return 'fair';
  return bits < STRONG_BITS ? 'good' : 'strong';
}

function characterBits(part: string): number {
  let before = Number.NaN;
  let bits = 0;
  for (const character of part) {
    const code = character.codePointAt(0)!;
    bits += Math.abs(code - before) <= 1 ? LIKE_BEFORE_BITS : Math.log2(kindSize(character));
    before = code;
  }
  return bits;
}

/** How many characters there are of its kind. */
function kindSize(character: string): number {
  if (/[0-9]/.test(character)) return 10;
  if (/[a-z]/i.test(character)) return 26;
  return character < '\u007f' ? 33 : 100;
}

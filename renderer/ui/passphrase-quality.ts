import { type Part, partsOf } from './passphrase-parts.ts';

/** How hard a passphrase is to try out. */
export interface PassphraseQuality {
  /** About how many bits somebody must guess who knows how people choose passphrases, and nothing of this person. */
  readonly bits: number;
  readonly word: 'weak' | 'fair' | 'good' | 'strong';
  /** What makes it easier than it looks, each once. */
  readonly because: readonly Part['what'][];
}

/** With CORES of TRIES_A_SECOND each, half of 2^50 take six hundred years. */
const GOOD_BITS = 50;
const FAIR_BITS = 40;
const STRONG_BITS = 70;

/** Tries of one processor core a second: scrypt with N = 2^17 was measured to take 0.32 seconds of it, and 128 MiB. */
export const TRIES_A_SECOND = 3;
/** What somebody with means is taken to use at once. */
export const CORES = 10_000;

/** A word that is in no list here is one of some eight thousand. */
const WORD_BITS = 13;
/** What a letter adds to a word so long that a list would not hold it; of English text it is about two. */
const LETTER_BITS = 2.2;
/** Signs between words are tried first of all, so they are worth nothing. */
const SEPARATORS = ' -_.,';
/** Longer ones are judged by their beginning. */
const MOST = 128;

type Stretch = Omit<Part, 'what'> & { readonly what: Part['what'] | null };

/**
 * An estimate of our own, made to say too little rather than too much: of all ways to put the passphrase together from
 * common passwords, words, runs of keys, sequences, repeats, dates and single characters, that which takes the fewest
 * guesses.
 */
export function passphraseQuality(passphrase: string): PassphraseQuality {
  const characters = [...passphrase].slice(0, MOST);
  const stretches: Stretch[] = [...partsOf(characters), ...letterRuns(characters)];
  const byEnd = Map.groupBy(stretches, ({ to }) => to);
  const bits = [0];
  const last: Stretch[] = [];
  for (let to = 1; to <= characters.length; to++) {
    const single = { from: to - 1, to, bits: characterBits(characters[to - 1]), what: null };
    const ways: Stretch[] = [single, ...(byEnd.get(to) ?? [])];
    const best = ways.reduce((a, b) => (bits[b.from] + b.bits < bits[a.from] + a.bits ? b : a));
    bits.push(bits[best.from] + best.bits);
    last.push(best);
  }
  const because = new Set<Part['what']>();
  for (let at = characters.length; at > 0; at = last[at - 1].from) {
    const { what } = last[at - 1];
    if (what !== null && what !== 'word') because.add(what);
  }
  const least = bits[characters.length];
  return { bits: Math.floor(least), word: wordOf(least), because: [...because] };
}

/** Whether a person should be warned of it. */
export function isTooWeak({ word }: PassphraseQuality): boolean {
  return word === 'weak' || word === 'fair';
}

const DAY_S = 86_400;
const YEAR_S = 365 * DAY_S;
const STEPS: readonly (readonly [mostSeconds: number, words: string])[] = [
  [1, 'less than a second'],
  [60, 'seconds'],
  [3600, 'minutes'],
  [DAY_S, 'hours'],
  [60 * DAY_S, 'days'],
  [2 * YEAR_S, 'months'],
  [200 * YEAR_S, 'years'],
];

/** How long CORES take to try half of all passphrases of so many bits, in words. */
export function guessingTime(bits: number): string {
  const seconds = 2 ** (bits - 1) / (TRIES_A_SECOND * CORES);
  return STEPS.find(([most]) => seconds < most)?.[1] ?? 'centuries';
}

function wordOf(bits: number): PassphraseQuality['word'] {
  if (bits < FAIR_BITS) return 'weak';
  if (bits < GOOD_BITS) return 'fair';
  return bits < STRONG_BITS ? 'good' : 'strong';
}

/** Runs of letters that no list has, taken for words all the same. */
function letterRuns(characters: readonly string[]): Stretch[] {
  const isLetter = (at: number) => /\p{L}/u.test(characters[at] ?? '');
  const runs: Stretch[] = [];
  for (let from = 0; from < characters.length; from++) {
    if (!isLetter(from) || isLetter(from - 1)) continue;
    let to = from;
    while (isLetter(to)) to++;
    runs.push({ from, to, bits: Math.max(WORD_BITS, LETTER_BITS * (to - from)), what: null });
  }
  return runs;
}

/** What one character is worth, by how many there are of its kind. */
function characterBits(character: string): number {
  if (SEPARATORS.includes(character)) return 0;
  if (/[0-9]/.test(character)) return Math.log2(10);
  if (/[a-z]/i.test(character)) return Math.log2(26);
  return Math.log2(character < '\u007f' ? 33 : 100);
}

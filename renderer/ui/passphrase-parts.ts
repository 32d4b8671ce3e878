import { COMMON, KEY_RUNS } from './passphrase-common.ts';
import { BITS_A_WORD, PASSPHRASE_WORDS } from './passphrase-words.ts';

/** A stretch of a passphrase that a guesser has a short way to. */
export interface Part {
  readonly from: number;
  readonly to: number;
  readonly bits: number;
  readonly what: 'common' | 'word' | 'keys' | 'sequence' | 'repeat' | 'date' | 'again';
}

const RANKS = new Map<string, number>();
for (const [i, word] of COMMON.entries()) if (!RANKS.has(word)) RANKS.set(word, i + 1);
const LIST = new Set(PASSPHRASE_WORDS);
const LONGEST = 24;

/** Signs that stand for letters. */
const LEET: ReadonlyMap<string, string> = new Map([
  ['0', 'o'],
  ['1', 'i'],
  ['!', 'i'],
  ['3', 'e'],
  ['4', 'a'],
  ['@', 'a'],
  ['5', 's'],
  ['$', 's'],
  ['7', 't'],
  ['+', 't'],
  ['8', 'b'],
  ['9', 'g'],
]);

/** Every stretch of the characters that follows a pattern. */
export function partsOf(characters: readonly string[]): Part[] {
  const small = characters.map((character) => character.toLowerCase());
  return [
    ...words(characters, small),
    ...keyRuns(small),
    ...sequences(characters),
    ...repeats(small),
    ...dates(characters),
    ...seenBefore(small),
  ];
}

function words(characters: readonly string[], small: readonly string[]): Part[] {
  const parts: Part[] = [];
  const plain = small.map((character) => LEET.get(character) ?? character);
  for (let from = 0; from < small.length; from++) {
    for (let to = from + 2; to <= Math.min(small.length, from + LONGEST); to++) {
      const asTyped = small.slice(from, to).join('');
      const read = plain.slice(from, to).join('');
      for (const [word, disguise] of [
        [asTyped, 0],
        [read, read === asTyped ? 0 : 1.5],
        [[...read].reverse().join(''), 1],
      ] as const) {
        // A word of the list is worth what it is drawn from, though some are among the first that people choose.
        const isListed = LIST.has(word);
        const rank = isListed ? undefined : RANKS.get(word);
        if (rank === undefined && !isListed) continue;
        const plainBits = rank === undefined ? BITS_A_WORD : Math.min(1 + Math.log2(rank), BITS_A_WORD);
        const bits = plainBits + disguise + capitals(characters.slice(from, to), small.slice(from, to));
        parts.push({ from, to, bits, what: rank === undefined ? 'word' : 'common' });
      }
    }
  }
  return parts;
}

/** Ways to put capitals: none, the first and all are what is tried first. */
function capitals(typed: readonly string[], small: readonly string[]): number {
  const large = typed.filter((character, i) => character !== small[i]).length;
  if (large === 0) return 0;
  return large === typed.length || (large === 1 && typed[0] !== small[0])
    ? 1
    : Math.min(typed.length, 2 + large);
}

function keyRuns(small: readonly string[]): Part[] {
  const text = small.join('');
  return KEY_RUNS.flatMap((run) => [run, [...run].reverse().join('')]).flatMap((run) =>
    runsIn(
      small.length,
      (from, to) => run.includes(text.slice(from, to)),
      4,
      (length) => 4 + Math.log2(length),
      'keys',
    ),
  );
}

/** Letters or digits that go up or down by one or two. */
function sequences(characters: readonly string[]): Part[] {
  const code = (i: number) => characters[i].codePointAt(0) as number;
  const holds = (from: number, to: number) => {
    const step = code(from + 1) - code(from);
    if (Math.abs(step) > 2 || step === 0) return false;
    for (let i = from + 2; i < to; i++) if (code(i) - code(i - 1) !== step) return false;
    return true;
  };
  return runsIn(characters.length, holds, 3, (length) => 5 + Math.log2(length), 'sequence');
}

function repeats(small: readonly string[]): Part[] {
  const holds = (from: number, to: number) =>
    small.slice(from, to).every((character) => character === small[from]);
  return runsIn(small.length, holds, 3, (length) => 6 + Math.log2(length), 'repeat');
}

/** All stretches of at least so many characters for which `holds` does; it holds for their beginnings too. */
function runsIn(
  length: number,
  holds: (from: number, to: number) => boolean,
  least: number,
  bits: (length: number) => number,
  what: Part['what'],
): Part[] {
  const parts: Part[] = [];
  for (let from = 0; from + least <= length; from++)
    for (let to = from + least; to <= length && holds(from, to); to++)
      parts.push({ from, to, bits: bits(to - from), what });
  return parts;
}

const YEAR = /(?:19|20)\d\d/g;
const YEAR_FIRST = /(?:19|20)\d\d([-/. ]?)(?:0?[1-9]|1[0-2])\1(?:0?[1-9]|[12]\d|3[01])/g;
const DAY_FIRST = /(?:0?[1-9]|[12]\d|3[01])([-/. ]?)(?:0?[1-9]|1[0-2])\1(?:19|20)?\d\d/g;

/** Years of a life, and days in the orders in which people write them. */
function dates(characters: readonly string[]): Part[] {
  // One place a character, so that places in the text are places of characters.
  const text = characters.map((character) => (character.length === 1 ? character : 'x')).join('');
  const dayBits = Math.log2(200 * 365) + 1;
  const found = (pattern: RegExp, bits: number) =>
    Array.from(text.matchAll(pattern), ({ index, 0: { length } }): Part => {
      return { from: index, to: index + length, bits, what: 'date' };
    });
  return [...found(YEAR, Math.log2(200)), ...found(YEAR_FIRST, dayBits), ...found(DAY_FIRST, dayBits)];
}

/** What stands before it in the passphrase already. */
function seenBefore(small: readonly string[]): Part[] {
  const text = small.join('');
  const parts: Part[] = [];
  if (text.length !== small.length) return parts;
  for (let from = 3; from < small.length; from++) {
    for (let to = from + 3; to <= Math.min(small.length, from + LONGEST); to++) {
      if (!text.slice(0, from).includes(text.slice(from, to))) break;
      parts.push({ from, to, bits: 1, what: 'again' });
    }
  }
  return parts;
}

/** How well a text answers a query, and which of its characters did. */
export interface FuzzyMatch {
  /** 0 to 1; 1 is a text that is the query. */
  readonly score: number;
  /** Positions in the text, ascending, no two alike. */
  readonly positions: readonly number[];
}

const AT_START = 1;
const AT_WORD = 0.9;
const NEXT = 0.85;
const ANYWHERE = 0.25;
/** What a match of the whole text adds over a match of its start. */
const FILLED = 0.1;

/**
 * Matches a query as people abbreviate: each of its words, in any order, must appear in the text with its letters in
 * order, upper and lower case alike. A letter counts most at the start of a word or right after the letter before, and
 * of all ways to place a word the best is taken. null where the text does not hold it. An empty query matches all.
 */
export function fuzzyMatch(query: string, text: string): FuzzyMatch | null {
  const words = fold(query).split(' ').filter(Boolean);
  if (words.length === 0) return { score: 0, positions: [] };
  const target = fold(text);
  const taken = new Set<number>();
  let sum = 0;
  let letters = 0;
  // Long words first: they leave the fewest ways to the others.
  for (const word of words.toSorted((a, b) => b.length - a.length)) {
    const placed = placeWord(word, target, taken);
    if (placed === null) return null;
    for (const position of placed.positions) taken.add(position);
    sum += placed.sum;
    letters += word.length;
  }
  const filled = letters / Math.max(letters, target.replaceAll(' ', '').length);
  return {
    score: Math.min(1, (sum / letters) * (1 - FILLED) + filled * FILLED),
    positions: [...taken].sort((a, b) => a - b),
  };
}

/** Lower case, one character for each of the text, so that positions stay. */
function fold(text: string): string {
  return Array.from({ length: text.length }, (_, at) => {
    const lower = text[at].toLowerCase();
    return lower.length === 1 ? lower : text[at];
  }).join('');
}

/** The best places of a word's letters among those that are free: a dynamic programme over letters and places. */
function placeWord(word: string, text: string, taken: ReadonlySet<number>) {
  const width = text.length;
  /** Best sum with the letters so far, the last of them at a place; and where the letter before it stands. */
  let best: number[] = [];
  const from: number[][] = [];
  for (let letter = 0; letter < word.length; letter++) {
    const row = new Array<number>(width).fill(Number.NEGATIVE_INFINITY);
    const back = new Array<number>(width).fill(-1);
    let before = letter === 0 ? 0 : Number.NEGATIVE_INFINITY;
    let beforeAt = -1;
    for (let at = 0; at < width; at++) {
      if (text[at] === word[letter] && !taken.has(at)) {
        const apart = before + placeWorth(text, at);
        const next = letter > 0 && at > 0 ? best[at - 1] + Math.max(NEXT, placeWorth(text, at)) : apart;
        row[at] = Math.max(apart, next);
        back[at] = next >= apart && letter > 0 ? at - 1 : beforeAt;
      }
      if (letter > 0 && best[at] > before) {
        before = best[at];
        beforeAt = at;
      }
    }
    best = row;
    from.push(back);
  }
  const sum = Math.max(...best);
  if (!(sum > Number.NEGATIVE_INFINITY)) return null;
  const positions = [best.indexOf(sum)];
  for (let letter = word.length - 1; letter > 0; letter--) positions.unshift(from[letter][positions[0]]);
  return { sum, positions };
}

function placeWorth(text: string, at: number): number {
  if (at === 0) return AT_START;
  return /[\p{L}\p{N}]/u.test(text[at - 1]) ? ANYWHERE : AT_WORD;
}

/**
 * The items that match, best first; equally good ones keep their order. Those not half as good as the best are left
 * out: behind a good answer they would only be noise.
 */
export function rankByMatch<T>(
  query: string,
  items: readonly T[],
  textOf: (item: T) => string,
): readonly { readonly item: T; readonly match: FuzzyMatch }[] {
  const matches = items.flatMap((item) => {
    const match = fuzzyMatch(query, textOf(item));
    return match ? [{ item, match }] : [];
  });
  const best = Math.max(0, ...matches.map(({ match }) => match.score));
  return matches.filter(({ match }) => match.score >= best / 2).sort((a, b) => b.match.score - a.match.score);
}

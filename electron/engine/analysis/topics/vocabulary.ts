import { GLYPH, type Scanner, WORD } from '../templates/scanner.ts';

/** Words in fewer texts say nothing of groups, words in more of them nothing of differences. */
const FEWEST_TEXTS = 3;
const LARGEST_SHARE = 0.3;
const MOST_TERMS = 50_000;
const SHORTEST_WORD = 3;
const PHRASE_SHARE = 0.004;
const PHRASE_RULE = 0.4;
const PHRASE_WEIGHT = 0.15;
const MOST_TERMS_OF_TEXT = 400;

/** Content words of the scanner's last text, each once, in order; characters of unspaced scripts in pairs. */
export function termsOf(scanner: Scanner, see: (hash: number, token: number) => void): void {
  let seen = 0;
  for (let k = 0; k < scanner.count && seen < MOST_TERMS_OF_TEXT; k++) {
    const kind = scanner.kind[k];
    if (kind !== WORD && kind !== GLYPH) continue;
    if (kind === WORD && scanner.end[k] - scanner.start[k] < SHORTEST_WORD) continue;
    // A last character has no partner and would be one of few signs that all texts share.
    if (kind === GLYPH && scanner.kind[k + 1] !== GLYPH) continue;
    seen++;
    see(scanner.hash[k], k);
  }
}

/**
 * A neighbour seen by one candidate that gains a point when it stands there again and loses one when it does not
 * (Boyer and Moore): the points left, by the times, tell whether one neighbour rules.
 */
interface Neighbour {
  hash: number;
  points: number;
}

interface Term {
  readonly written: string;
  texts: number;
  readonly before: Neighbour;
  readonly after: Neighbour;
}

/** Counts in how many of the learned texts each term stands, how it is written and what stands around it. */
export class TermCounter {
  texts = 0;
  readonly terms = new Map<number, Term>();

  /** The terms of a text, each once. */
  learn(scanner: Scanner): Uint32Array {
    const own = new Set<number>();
    const { hash: hashes } = scanner;
    termsOf(scanner, (hash, token) => {
      if (own.has(hash)) return;
      own.add(hash);
      let term = this.terms.get(hash);
      if (!term) {
        term = {
          written: written(scanner, token),
          texts: 0,
          before: { hash: 0, points: 0 },
          after: { hash: 0, points: 0 },
        };
        this.terms.set(hash, term);
      }
      term.texts++;
      vote(term.before, hashes[token - 1]);
      vote(term.after, hashes[token + 1]);
    });
    this.texts++;
    return Uint32Array.from(own);
  }
}

function vote(neighbour: Neighbour, hash: number): void {
  if (neighbour.points === 0) neighbour.hash = hash;
  neighbour.points += neighbour.hash === hash ? 1 : -1;
}

/** Whether a frequent term stands in one set phrase most of the time: how people put things, not what about. */
function isSetPhrase({ texts, before, after }: Term, all: number): boolean {
  return texts >= PHRASE_SHARE * all && Math.max(before.points, after.points) >= PHRASE_RULE * texts;
}

function written(scanner: Scanner, token: number): string {
  const units = scanner.kind[token] === GLYPH ? 2 : scanner.end[token] - scanner.start[token];
  return scanner.text.slice(scanner.start[token], scanner.start[token] + units).toLowerCase();
}

/** The terms that texts are told apart by, with their weights. */
export class Vocabulary {
  readonly terms: readonly string[];
  /** Inverse document frequency of each term. */
  readonly weight: Float32Array;
  private readonly keys: Uint32Array;
  private readonly slots: Uint32Array;

  constructor({ texts, terms }: TermCounter) {
    const fewest = texts < 300 ? 2 : FEWEST_TEXTS;
    const most = Math.max(fewest, texts < 50 ? texts : LARGEST_SHARE * texts);
    const kept = [...terms]
      .filter(([, term]) => term.texts >= fewest && term.texts <= most)
      .sort(([a, one], [b, other]) => other.texts - one.texts || a - b)
      .slice(0, MOST_TERMS);
    this.terms = kept.map(([, term]) => term.written);
    this.weight = Float32Array.from(kept, ([, term]) => {
      const rarity = Math.log((texts + 1) / term.texts);
      return isSetPhrase(term, texts) ? PHRASE_WEIGHT * rarity : rarity;
    });
    this.keys = Uint32Array.from(kept, ([hash]) => hash);
    let size = 64;
    while (size < kept.length * 3) size *= 2;
    this.slots = new Uint32Array(size);
    for (let term = 0; term < kept.length; term++) this.slots[this.slotOf(this.keys[term])] = term + 1;
  }

  /** The number of a term, -1 for one that does not count. */
  find(hash: number): number {
    return this.slots[this.slotOf(hash)] - 1;
  }

  private slotOf(hash: number): number {
    const mask = this.slots.length - 1;
    let slot = Math.imul(hash, 0x9e3779b1) & mask;
    while (this.slots[slot] !== 0 && this.keys[this.slots[slot] - 1] !== hash) slot = (slot + 1) & mask;
    return slot;
  }
}

import { createHash } from 'node:crypto';
import { alignTokens } from './align-tokens.ts';
import { GLYPH, MARK, NUMBER, STOP, WORD } from './scanner.ts';
import type { TokenList } from './token-list.ts';

/** Fixed is what so many of the sampled texts have in the same order. */
const FIXED_SHARE = 0.6;
/** What belongs to slot contents as often as not (a function word beside a slot, a number) is fixed only here. */
const SURE_SHARE = 0.95;
/** Letters of a word that inflection mostly leaves alone. */
const STEM = 5;
/** A slot is where at least so many of the sampled texts have something. */
const SLOT_SHARE = 0.25;
const MEDOID_CANDIDATES = 5;
const MEDOID_PARTNERS = 10;
/** Fixed words beyond this are not needed to tell a template or to find its slots. */
const MOST_FIXED = 240;

/** A template as fixed words with slots between them. */
export interface Pattern {
  /** Fixed words in order. */
  readonly fixed: Uint32Array;
  /** Whether each fixed word is a content word. */
  readonly content: readonly boolean[];
  /** Different beginnings (five letters) of the content words: inflections of a word count as one. */
  readonly stems: readonly string[];
  /** Slot k stands before fixed word slots[k]; `fixed.length` is the end. Ascending. */
  readonly slots: readonly number[];
  /** For people: the fixed text as one sampled text writes it, slots as {1}, {2}... */
  readonly text: string;
  /** 16 hex digits of SHA-256 over the lower-case fixed words and the places of slots. */
  readonly id: string;
}

/** In how many samples each token of the medoid has its like, and the very same. */
interface Counts {
  readonly same: Uint32Array;
  readonly exact: Uint32Array;
}

/** The pattern of texts known to be of one template; at least one. Texts later in the list count the same. */
export function findPattern(samples: readonly TokenList[]): Pattern {
  const medoid = samples[pickMedoid(samples)];
  const counts: Counts = {
    same: new Uint32Array(medoid.hash.length),
    exact: new Uint32Array(medoid.hash.length),
  };
  for (const sample of samples) {
    alignTokens(medoid.hash, sample.hash).forEach((match, k) => {
      if (match < 0) return;
      counts.same[k]++;
      if (medoid.exact[k] === sample.exact[match]) counts.exact[k]++;
    });
  }
  const at = fixedTokens(medoid, counts, samples.length);
  const fixed = Uint32Array.from(at, (k) => medoid.hash[k]);
  const slots = findSlots(fixed, samples);
  const content = at.map((k) => medoid.kind[k] === WORD || medoid.kind[k] === GLYPH);
  const words = at.map((k) => medoid.text.slice(medoid.start[k], medoid.end[k]).toLowerCase());
  const stems = [...new Set(words.filter((_, k) => content[k]).map((word) => word.slice(0, STEM)))];
  return {
    fixed,
    content,
    stems,
    slots,
    text: writePattern(medoid, at, slots),
    id: hashPattern(words, slots),
  };
}

function pickMedoid(samples: readonly TokenList[]): number {
  let best = 0;
  let most = -1;
  for (let c = 0; c < Math.min(MEDOID_CANDIDATES, samples.length); c++) {
    let common = 0;
    for (let p = 0; p < Math.min(MEDOID_PARTNERS, samples.length); p++) {
      for (const match of alignTokens(samples[c].hash, samples[p].hash)) if (match >= 0) common++;
    }
    // Its own length counts against it: a long slot is not a merit.
    common -= samples[c].hash.length;
    if (common > most || c === 0) {
      most = common;
      best = c;
    }
  }
  return best;
}

function fixedTokens(medoid: TokenList, counts: Counts, samples: number): number[] {
  const { same, exact } = counts;
  const isFixed = Array.from(same, (count, k) =>
    medoid.kind[k] < NUMBER ? count >= FIXED_SHARE * samples : exact[k] >= SURE_SHARE * samples,
  );
  // Function words at the edge of a fixed run may be the slot's own articles: taken off from both sides.
  const isLoose = (k: number): boolean =>
    isFixed[k] && same[k] < SURE_SHARE * samples && (medoid.kind[k] === STOP || medoid.kind[k] === MARK);
  for (let k = 0; k < isFixed.length; k++) if (isLoose(k) && !isFixed[k - 1]) isFixed[k] = false;
  for (let k = isFixed.length - 1; k >= 0; k--) if (isLoose(k) && !isFixed[k + 1]) isFixed[k] = false;
  return Array.from(isFixed.keys())
    .filter((k) => isFixed[k])
    .slice(0, MOST_FIXED);
}

function findSlots(fixed: Uint32Array, samples: readonly TokenList[]): number[] {
  const filled = new Uint32Array(fixed.length + 1);
  for (const sample of samples) {
    const matches = alignTokens(fixed, sample.hash);
    for (let k = 0; k <= fixed.length; k++) {
      const gap = gapBefore(matches, k, sample.hash.length);
      if (gap && gap.to > gap.from) filled[k]++;
    }
  }
  const slots: number[] = [];
  for (let k = 0; k <= fixed.length; k++) if (filled[k] >= SLOT_SHARE * samples.length) slots.push(k);
  return slots;
}

/** Tokens between fixed words k - 1 and k of an aligned text, or undefined where one of the two is missing. */
export function gapBefore(
  matches: Int32Array,
  k: number,
  tokens: number,
): { from: number; to: number } | undefined {
  const from = k === 0 ? 0 : matches[k - 1] + 1;
  const to = k === matches.length ? tokens : matches[k];
  return (k > 0 && matches[k - 1] < 0) || to < 0 ? undefined : { from, to };
}

function writePattern(medoid: TokenList, at: readonly number[], slots: readonly number[]): string {
  let text = '';
  let slot = 0;
  for (let k = 0; k <= at.length; k++) {
    const isSlot = slots[slot] === k;
    if (isSlot) text += `${text === '' ? '' : ' '}{${++slot}}`;
    if (k === at.length) break;
    const own = medoid.text.slice(medoid.start[at[k]], medoid.end[at[k]]);
    const follows = k > 0 && at[k] === at[k - 1] + 1 && !isSlot;
    const between = follows ? medoid.text.slice(medoid.end[at[k - 1]], medoid.start[at[k]]) : ' ';
    text += (text === '' ? '' : between) + own;
  }
  return text;
}

function hashPattern(words: readonly string[], slots: readonly number[]): string {
  const parts: string[] = [];
  for (let k = 0; k <= words.length; k++) {
    if (slots.includes(k)) parts.push('{}');
    if (k < words.length) parts.push(words[k]);
  }
  return createHash('sha256').update(parts.join(' ')).digest('hex').slice(0, 16);
}

import { START_PLACE } from './cover.ts';
import { FEWEST_TEXTS } from './limits.ts';
import { firstWeight, isEdge, secondWeight, WORD_WEIGHT } from './pair-reader.ts';
import { type PairTable, WITNESSES } from './pair-table.ts';
import type { Profile } from './profile.ts';
import type { TextPairs } from './text-pairs.ts';

/** A pair of the core is in nearly all texts of the cluster. */
const CORE_SHARE = 0.8;
export const CORE_WEIGHT = 7 * WORD_WEIGHT;
/** How much more often the core's phrases stand together than by chance, in bits. */
const LEAST_LIFT = 8;
/** Less will do for three phrases from start to end of a text: each two of them foretell the third. */
const LEAST_LIFT_WHOLE = 4;
const FEWEST_PHRASES = 3;
/** A phrase goes with another by nature when so many of the texts kept with the rarer hold both. */
const LINKED_SHARE = 0.6;

/**
 * The core of a cluster that is made of phrases others use too, but never together: its pairs, or undefined when
 * the phrases meet no more often than independent ones would. People put prompts together from common sentences,
 * so that each combination is as frequent as its parts make it; a program uses one combination again and again.
 */
export function findComposition(
  profile: Profile,
  table: PairTable,
  store: TextPairs,
): ReadonlySet<number> | undefined {
  const core = coreOf(profile, table);
  if (!core) return undefined;
  const { phrases } = listPhrases(core, fullest(profile, core, store), table, store);
  return liftOf(profile, phrases, table, store) >= LEAST_LIFT ? core : undefined;
}

/**
 * The same for a cluster found by its phrases alone, where chance had more tries: parts of a sentence count once,
 * and fewer than three phrases must reach from the start to the end of a text.
 */
export function findWholeComposition(
  profile: Profile,
  table: PairTable,
  store: TextPairs,
): ReadonlySet<number> | undefined {
  const core = coreOf(profile, table);
  if (!core) return undefined;
  const { phrases, isWhole } = listPhrases(core, fullest(profile, core, store), table, store);
  if (isWhole && liftOf(profile, phrases, table, store) >= LEAST_LIFT) return core;
  const apart = independent(phrases, table, store);
  if (apart.length < FEWEST_PHRASES) return undefined;
  const lift = liftOf(profile, apart, table, store);
  return lift >= (isWhole ? LEAST_LIFT_WHOLE : LEAST_LIFT) ? core : undefined;
}

function coreOf(profile: Profile, table: PairTable): Set<number> | undefined {
  if (profile.texts < FEWEST_TEXTS) return undefined;
  const core = new Set<number>();
  profile.pairs.forEach((pair, i) => {
    if (profile.shares[i] >= CORE_SHARE && table.texts[pair] >= FEWEST_TEXTS) core.add(pair);
  });
  return core;
}

function liftOf(profile: Profile, phrases: readonly number[], table: PairTable, store: TextPairs): number {
  const all = store.texts;
  let lift = Math.log2((CORE_SHARE * profile.texts) / all);
  for (const pair of phrases) lift -= Math.log2(Math.min(1, table.texts[pair] / all));
  return lift;
}

/** The sampled text that holds most of the core; the first of several. */
function fullest(profile: Profile, core: ReadonlySet<number>, store: TextPairs): number {
  let best = profile.sample[0];
  let most = -1;
  for (const text of profile.sample) {
    let held = 0;
    for (let i = store.from(text); i < store.to(text); i++) if (core.has(store.pairAt(i))) held++;
    if (held > most) {
      most = held;
      best = text;
    }
  }
  return best;
}

/**
 * The rarest pair of each phrase of the core. A phrase ends where a slot or a new sentence begins; within it words
 * depend on each other by language alone. `isWhole` tells whether
 * it stands at the start and at the end of the text.
 */
function listPhrases(
  core: ReadonlySet<number>,
  text: number,
  table: PairTable,
  store: TextPairs,
): { phrases: number[]; isWhole: boolean } {
  const phrases: number[] = [];
  let place = 0;
  let last = -2;
  let isFirst = false;
  let isLast = false;
  for (let i = store.from(text); i < store.to(text); i++) {
    place += store.gapAt(i);
    const pair = store.pairAt(i);
    if (!core.has(pair)) continue;
    const weights = table.weights[pair];
    isFirst ||= place <= START_PLACE;
    isLast ||= isEdge(weights) && place > START_PLACE;
    if (firstWeight(weights) === 0 || secondWeight(weights) === 0) continue;
    if (last !== place - 1) phrases.push(pair);
    else if (table.texts[pair] < table.texts[phrases[phrases.length - 1]]) phrases[phrases.length - 1] = pair;
    last = place;
  }
  return { phrases, isWhole: isFirst && isLast };
}

/** Without the phrases that stand beside a rarer one by nature, like the halves of a sentence around a slot. */
function independent(phrases: readonly number[], table: PairTable, store: TextPairs): number[] {
  const order = [...phrases].sort((one, other) => table.texts[one] - table.texts[other] || one - other);
  const kept: number[] = [];
  for (const pair of order) {
    if (!kept.some((rarer) => isLinked(rarer, pair, table, store))) kept.push(pair);
  }
  return kept;
}

function isLinked(rarer: number, pair: number, table: PairTable, store: TextPairs): boolean {
  const witnesses = Math.min(WITNESSES, table.texts[rarer]);
  let both = 0;
  for (let w = 0; w < witnesses; w++) {
    const text = table.witness[rarer * WITNESSES + w];
    const to = store.to(text);
    for (let i = store.from(text); i < to; i++) {
      if (store.pairAt(i) !== pair) continue;
      both++;
      break;
    }
  }
  return both >= LINKED_SHARE * witnesses;
}

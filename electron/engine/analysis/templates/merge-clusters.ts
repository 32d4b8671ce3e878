import { FEWEST_TEXTS } from './limits.ts';
import { firstWeight, secondWeight } from './pair-reader.ts';
import type { PairTable } from './pair-table.ts';
import { likeness, mergeProfiles, type Profile, profileOf, SAMPLE } from './profile.ts';
import type { TextPairs } from './text-pairs.ts';

/** Clusters as alike as this are one: an enumerated slot or a rewording had drawn them apart. */
const ALIKE = 0.42;
const CORE_SHARE = 0.35;
const LONGEST_LIST = 64;
const CANDIDATES = 6;
const ROUNDS = 4;

/** Profiles of the stars' clusters, merged where they are alike, the largest first (ties: by lowest text). */
export function mergeStars(stars: Int32Array, table: PairTable, store: TextPairs): Profile[] {
  const weights = pairWeights(table);
  let profiles = inOrder(starProfiles(stars, store));
  for (let round = 0; round < ROUNDS; round++) {
    const merged = inOrder(mergeOnce(profiles, weights));
    const done = merged.length === profiles.length;
    profiles = merged;
    if (done) break;
  }
  return profiles;
}

function pairWeights(table: PairTable): Float32Array {
  const weights = new Float32Array(table.count);
  for (let pair = 0; pair < table.count; pair++) {
    if (table.texts[pair] < FEWEST_TEXTS) continue;
    weights[pair] = firstWeight(table.weights[pair]) + secondWeight(table.weights[pair]);
  }
  return weights;
}

function starProfiles(stars: Int32Array, store: TextPairs): Profile[] {
  const sizes = new Uint32Array(stars.length + 1);
  for (const star of stars) if (star >= 0) sizes[star + 1]++;
  for (let i = 1; i < sizes.length; i++) sizes[i] += sizes[i - 1];
  const next = sizes.slice();
  const members = new Uint32Array(sizes[stars.length]);
  for (let text = 0; text < stars.length; text++) if (stars[text] >= 0) members[next[stars[text]]++] = text;
  const profiles: Profile[] = [];
  for (let star = 0; star < stars.length; star++) {
    const [from, to] = [sizes[star], sizes[star + 1]];
    if (from === to) continue;
    const sample = Array.from(members.subarray(from, Math.min(to, from + SAMPLE)));
    if (stars[star] !== star) sample.push(star);
    sample.sort((x, y) => x - y);
    profiles.push(profileOf(store, to - from, sample));
  }
  return profiles;
}

function inOrder(profiles: Profile[]): Profile[] {
  return profiles.sort((one, other) => other.texts - one.texts || one.sample[0] - other.sample[0]);
}

/** One sweep: each profile joins the most alike of those before it, or stands for itself. */
function mergeOnce(profiles: readonly Profile[], weights: Float32Array): Profile[] {
  const kept: Profile[] = [];
  const index = new Map<number, number[]>();
  const enter = (profile: Profile, at: number): void => {
    for (let i = 0; i < profile.pairs.length; i++) {
      if (profile.shares[i] < CORE_SHARE) continue;
      const list = index.get(profile.pairs[i]);
      if (!list) index.set(profile.pairs[i], [at]);
      else if (list.length < LONGEST_LIST && !list.includes(at)) list.push(at);
    }
  };
  for (const profile of profiles) {
    const at = mostAlike(profile, kept, index, weights);
    if (at < 0) {
      kept.push(profile);
      enter(profile, kept.length - 1);
    } else {
      kept[at] = mergeProfiles(kept[at], profile);
      enter(kept[at], at);
    }
  }
  return kept;
}

function mostAlike(
  profile: Profile,
  kept: readonly Profile[],
  index: ReadonlyMap<number, readonly number[]>,
  weights: Float32Array,
): number {
  const shared = new Map<number, number>();
  for (let i = 0; i < profile.pairs.length; i++) {
    if (profile.shares[i] < CORE_SHARE) continue;
    const weight = weights[profile.pairs[i]];
    for (const at of index.get(profile.pairs[i]) ?? []) shared.set(at, (shared.get(at) ?? 0) + weight);
  }
  const candidates = [...shared].sort((one, other) => other[1] - one[1] || one[0] - other[0]);
  let best = -1;
  let most = ALIKE;
  for (const [at] of candidates.slice(0, CANDIDATES)) {
    const alike = likeness(kept[at], profile, weights);
    if (alike > most) {
      most = alike;
      best = at;
    }
  }
  return best;
}

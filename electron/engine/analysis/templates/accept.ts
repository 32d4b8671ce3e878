import { CORE_WEIGHT, findComposition } from './composition.ts';
import { type MeanCover, meanCover } from './cover.ts';
import { ANCHORED_WEIGHT, FEWEST_TEXTS, FEWEST_WEIGHT, LONG_WEIGHT } from './limits.ts';
import type { PairTable } from './pair-table.ts';
import { type Profile, SAMPLE } from './profile.ts';
import { type TemplatePair, TemplatePairs } from './template-pairs.ts';
import type { TextPairs } from './text-pairs.ts';

/** A pair is a cluster's own when so much of its occurrences, in all texts, is within the cluster. */
const OWN_SHARE = 0.4;
/**
 * Own part of all that a text shares with others, at least: for short fixed text that stands anywhere or at an
 * edge, for more of it at an edge, and for much of it.
 */
const LEAST_SHARE = { floating: 0.46, short: 0.4, anchored: 0.15, long: 0.12 };
const ANCHORED_SHARE = 0.6;
/** Where nearly all texts have it at the edge, a short fixed text counts as anchored. */
const FIRMLY_ANCHORED = 0.9;
/** A text belongs to a template when it holds so much of what its texts hold: of own words, of a composition. */
const MEMBER_SHARE = { own: 0.4, composed: 0.75 };

/**
 * Those clusters whose texts have a fixed part: either words of their own, long enough, seldom outside the
 * cluster and not a sentence among many others that each lead elsewhere; or common phrases in a combination that
 * nobody else uses. Free prompts that begin alike fail both.
 */
export function acceptTemplates(
  profiles: readonly Profile[],
  table: PairTable,
  store: TextPairs,
): TemplatePairs {
  const templates = new TemplatePairs();
  for (const profile of profiles) {
    if (profile.texts < FEWEST_TEXTS - 1) continue;
    const own = ownPairs(profile, table);
    const cover = meanCover(profile.sample, (pair) => own.has(pair), table, store);
    const template = isFixedText(cover)
      ? { profile, pairs: own, enough: MEMBER_SHARE.own * cover.own, composed: false }
      : composedOf(profile, table, store);
    if (template) templates.add(template);
  }
  return templates;
}

/** The cluster as a template made of phrases that others use as well, if it is one. */
function composedOf(profile: Profile, table: PairTable, store: TextPairs): TemplatePair | undefined {
  const core = findComposition(profile, table, store);
  if (!core) return undefined;
  const cover = meanCover(profile.sample, (pair) => core.has(pair), table, store);
  if (cover.own < CORE_WEIGHT || cover.share < LEAST_SHARE.short) return undefined;
  return { profile, pairs: core, enough: MEMBER_SHARE.composed * cover.own, composed: true };
}

function ownPairs(profile: Profile, table: PairTable): Set<number> {
  const own = new Set<number>();
  profile.pairs.forEach((pair, i) => {
    const share = (profile.shares[i] * profile.texts) / table.texts[pair];
    if (table.texts[pair] >= FEWEST_TEXTS && share >= OWN_SHARE) own.add(pair);
  });
  return own;
}

function isFixedText({ own, share, edges }: MeanCover): boolean {
  if (own < FEWEST_WEIGHT) return false;
  const isLonger = own >= ANCHORED_WEIGHT;
  const anchored = edges >= ANCHORED_SHARE;
  return (
    share >= (anchored || isLonger ? LEAST_SHARE.short : LEAST_SHARE.floating) ||
    ((isLonger ? anchored : edges >= FIRMLY_ANCHORED) && share >= LEAST_SHARE.anchored) ||
    (own >= LONG_WEIGHT && share >= LEAST_SHARE.long)
  );
}

/**
 * Templates whose texts, all of them and not only those they were found by, are enough and pass the test again.
 * A sentence that many people use among others shows its true company only here.
 */
export function confirmTemplates(
  found: TemplatePairs,
  assigned: Int32Array,
  table: PairTable,
  store: TextPairs,
): TemplatePairs {
  const samples = found.all.map((): number[] => []);
  const texts = new Uint32Array(found.all.length);
  for (let text = 0; text < assigned.length; text++) {
    const template = assigned[text];
    if (template < 0) continue;
    texts[template]++;
    if (samples[template].length < SAMPLE) samples[template].push(text);
  }
  const confirmed = new TemplatePairs();
  found.all.forEach((template, t) => {
    if (texts[t] < FEWEST_TEXTS) return;
    const { profile, pairs } = template;
    const cover = meanCover(samples[t], (pair) => pairs.has(pair), table, store);
    const again = template.composed
      ? template
      : isFixedText(cover)
        ? { ...template, enough: MEMBER_SHARE.own * cover.own }
        : composedOf(profile, table, store);
    if (again) confirmed.add(again);
  });
  return confirmed;
}

import type { Pattern } from './pattern.ts';

/** Two patterns are wordings of one template when they share so much of their content words. */
const LEAST_CONTAINED = 0.6;
const LEAST_ALIKE = 0.42;
/** Fewer content words agree by chance too easily. */
const FEWEST_WORDS = 5;
/** Patterns thought to be there besides: among a handful of them two sharing a word would make it common. */
const FAMILIAR = 10;

/**
 * For each pattern the index of the one it is a rewording of, itself when none: same content words for the most
 * part, whatever their order (clauses moved, function words changed, some words replaced). A word counts by how
 * rare it is among the patterns, so that 'write' and 'answer' join nothing. Patterns must come with the most
 * frequent first; a rewording joins the first it fits. Those that `mayJoin` denies join only what has their very
 * words.
 */
export function joinRewordings(
  patterns: readonly Pattern[],
  mayJoin: (index: number) => boolean = () => true,
): Int32Array {
  const words = patterns.map((pattern) => new Set(pattern.stems));
  const holders = new Map<string, number[]>();
  for (const [p, own] of words.entries()) {
    for (const word of own) {
      const list = holders.get(word);
      if (list) list.push(p);
      else holders.set(word, [p]);
    }
  }
  const weight = (word: string): number =>
    Math.log2(1 + (patterns.length + FAMILIAR) / (holders.get(word)?.length ?? 1));
  const totals = words.map((own) => sum(own, weight));
  const joined = Int32Array.from({ length: patterns.length }, (_, p) => p);
  const first = new Map<string, number>();
  for (const [p, own] of words.entries()) {
    const same = first.get(patterns[p].id);
    if (same !== undefined) {
      joined[p] = joined[same];
      continue;
    }
    first.set(patterns[p].id, p);
    if (own.size < FEWEST_WORDS || !mayJoin(p)) continue;
    const shared = new Map<number, number>();
    for (const word of own) {
      for (const other of holders.get(word) ?? []) {
        if (other >= p) break;
        if (words[other].size >= FEWEST_WORDS && mayJoin(other))
          shared.set(other, (shared.get(other) ?? 0) + weight(word));
      }
    }
    const earlier = [...shared].sort((one, other) => one[0] - other[0]);
    for (const [other, common] of earlier) {
      const contained = common / Math.min(totals[p], totals[other]);
      const alike = common / (totals[p] + totals[other] - common);
      if (contained < LEAST_CONTAINED || alike < LEAST_ALIKE) continue;
      joined[p] = joined[other];
      break;
    }
  }
  return joined;
}

function sum(words: ReadonlySet<string>, weight: (word: string) => number): number {
  let total = 0;
  for (const word of words) total += weight(word);
  return total;
}

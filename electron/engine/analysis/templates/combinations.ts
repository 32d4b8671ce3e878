import { CORE_WEIGHT, findWholeComposition } from './composition.ts';
import { meanCover } from './cover.ts';
import { FEWEST_TEXTS, FEWEST_WEIGHT } from './limits.ts';
import type { PairTable } from './pair-table.ts';
import { profileOf, SAMPLE } from './profile.ts';
import { ClusterSplitter } from './split-cluster.ts';
import { type TemplatePair, TemplatePairs } from './template-pairs.ts';
import type { TextPairs } from './text-pairs.ts';

/** Texts of a cluster that are read; of more of them the first ones are a random sample. */
const MOST_READ = 3_000;
const MOST_READ_LOOSE = 400;
/** Texts without a template must share a phrase so often before a combination is looked for around it. */
const FEWEST_ROOT_TEXTS = 30;
/** Around a common phrase the largest parts are enough: others show around a phrase of their own. */
const LOOSE = { most: 16, fewest: FEWEST_ROOT_TEXTS };
/** Where fewer of the texts around a phrase are in no combination yet, they are mostly late texts of those found. */
const LEAST_NEW = 0.5;
const CORE_READ = 100;
const MEMBER_SHARE = 0.75;
/** A combination covers so much of all that its texts share with others: else it is one of many sentences. */
const LEAST_SHARE = 0.4;
/** Combinations are two when one has so much beyond the other, in so much of the other's number of texts. */
const LEAST_EXTRA_PAIRS = 4;
const LEAST_EXTRA_SHARE = 0.03;
const CONTAINED = 0.8;
/** A phrase tells nothing new when it stands nearly always beside one that was looked at. */
const NEARLY_SAME = 1.3;

interface Candidate {
  readonly texts: number;
  readonly template: TemplatePair;
}

/**
 * Templates that are combinations of phrases which others combine otherwise: those within the templates found so
 * far, which give up these texts, and those of texts without a template, whose phrases are all in wide use.
 */
export function findCombinations(
  found: TemplatePairs,
  assigned: Int32Array,
  table: PairTable,
  store: TextPairs,
): TemplatePairs {
  return new CombinationSearch(table, store).search(found, assigned);
}

class CombinationSearch {
  private readonly table: PairTable;
  private readonly store: TextPairs;
  private readonly splitter: ClusterSplitter;

  constructor(table: PairTable, store: TextPairs) {
    this.table = table;
    this.store = store;
    this.splitter = new ClusterSplitter(table, store);
  }

  search(found: TemplatePairs, assigned: Int32Array): TemplatePairs {
    const all = new TemplatePairs();
    const members: number[][] = found.all.map(() => []);
    const sizes = new Uint32Array(found.all.length);
    assigned.forEach((template, text) => {
      if (template < 0) return;
      sizes[template]++;
      if (members[template].length < MOST_READ) members[template].push(text);
    });
    found.all.forEach((template, t) => {
      const scale = sizes[t] / Math.max(1, members[t].length);
      const { parts, rest } = this.splitter.split(members[t]);
      const own = parts.flatMap((part) => this.candidate(part, scale) ?? []);
      for (const one of own) all.add(one.template);
      const kept = own.length === 0 ? template : this.remainder(template, rest, scale);
      if (kept) all.add(kept);
    });
    for (const template of this.searchLoose(assigned)) all.add(template);
    return all;
  }

  /** What is left of a template without the parts that became their own. */
  private remainder(
    template: TemplatePair,
    rest: readonly number[],
    scale: number,
  ): TemplatePair | undefined {
    if (rest.length < FEWEST_TEXTS) return undefined;
    const sample = rest.slice(0, SAMPLE);
    const profile = profileOf(this.store, Math.round(rest.length * scale), sample);
    const held = new Set(profile.pairs);
    const pairs = new Set([...template.pairs].filter((pair) => held.has(pair)));
    const { own } = meanCover(sample, (pair) => pairs.has(pair), this.table, this.store);
    return own < FEWEST_WEIGHT ? undefined : { ...template, profile, pairs };
  }

  private candidate(part: readonly number[], scale: number): Candidate | undefined {
    const { table, store } = this;
    const texts = Math.round(part.length * scale);
    const sample = part.slice(0, SAMPLE);
    const profile = profileOf(store, texts, sample);
    const core = findWholeComposition(profile, table, store);
    if (!core) return undefined;
    const { own, share } = meanCover(sample, (pair) => core.has(pair), table, store);
    if (own < CORE_WEIGHT || share < LEAST_SHARE) return undefined;
    return { texts, template: { profile, pairs: core, enough: MEMBER_SHARE * own, composed: true } };
  }

  private searchLoose(assigned: Int32Array): TemplatePair[] {
    const { table, splitter } = this;
    const { sizes, from, texts } = this.listLoose(assigned);
    const size = (pair: number): number => sizes[pair];
    const roots: number[] = [];
    for (let pair = 0; pair < table.count; pair++) if (size(pair) >= FEWEST_ROOT_TEXTS) roots.push(pair);
    roots.sort((one, other) => size(other) - size(one) || one - other);
    const tried = new Uint8Array(table.count);
    const candidates: Candidate[] = [];
    const covered = new Uint8Array(this.store.texts);
    for (const root of roots) {
      if (tried[root] !== 0) continue;
      const read = texts.subarray(from[root], from[root + 1]);
      const members = Array.from(read.filter((text) => covered[text] === 0));
      if (members.length < Math.max(FEWEST_ROOT_TEXTS, LEAST_NEW * read.length)) continue;
      for (const pair of splitter.coreOf(members.slice(0, CORE_READ))) {
        if (size(pair) < NEARLY_SAME * size(root)) tried[pair] = 1;
      }
      const scale = size(root) / read.length;
      const { parts, rest } = splitter.split(members, LOOSE);
      if (rest.length >= FEWEST_TEXTS) parts.push(rest);
      for (const part of parts) {
        for (const pair of splitter.coreOf(part.slice(0, CORE_READ))) {
          if (size(pair) < NEARLY_SAME * scale * part.length) tried[pair] = 1;
        }
        const candidate = this.candidate(part, scale);
        if (!candidate) continue;
        candidates.push(candidate);
        for (const text of part) covered[text] = 1;
      }
    }
    return withoutRepeats(candidates);
  }

  /**
   * How many texts without a template hold each pair. Where that makes a pair a root, the first of them, as many as
   * are read, are texts[from[pair] .. from[pair + 1]].
   */
  private listLoose(assigned: Int32Array): { sizes: Uint32Array; from: Uint32Array; texts: Uint32Array } {
    const { store, table } = this;
    const sizes = new Uint32Array(table.count);
    const each = (see: (pair: number, text: number) => void): void => {
      for (let text = 0; text < store.texts; text++) {
        if (assigned[text] >= 0) continue;
        const to = store.to(text);
        for (let i = store.from(text); i < to; i++) see(store.pairAt(i), text);
      }
    };
    each((pair) => {
      sizes[pair]++;
    });
    const from = new Uint32Array(table.count + 1);
    for (let pair = 0; pair < table.count; pair++) {
      const read = sizes[pair] < FEWEST_ROOT_TEXTS ? 0 : Math.min(sizes[pair], MOST_READ_LOOSE);
      from[pair + 1] = from[pair] + read;
    }
    const texts = new Uint32Array(from[table.count]);
    const next = from.slice();
    each((pair, text) => {
      if (next[pair] < from[pair + 1]) texts[next[pair]++] = text;
    });
    return { sizes, from, texts };
  }
}

/** Without those that say what a more frequent one says, or add a mere slot's value to it. */
function withoutRepeats(candidates: readonly Candidate[]): TemplatePair[] {
  const order = Array.from(candidates.keys()).sort(
    (one, other) => candidates[other].texts - candidates[one].texts || one - other,
  );
  const kept: Candidate[] = [];
  const holders = new Map<number, number[]>();
  for (const c of order) {
    const candidate = candidates[c];
    const { pairs } = candidate.template;
    const common = new Map<number, number>();
    for (const pair of pairs)
      for (const at of holders.get(pair) ?? []) common.set(at, (common.get(at) ?? 0) + 1);
    const isRepeat = [...common].some(([at, count]) => {
      const other = kept[at];
      if (count < CONTAINED * other.template.pairs.size) return false;
      return pairs.size - count < LEAST_EXTRA_PAIRS || candidate.texts < LEAST_EXTRA_SHARE * other.texts;
    });
    if (isRepeat) continue;
    const at = kept.push(candidate) - 1;
    for (const pair of pairs) {
      const list = holders.get(pair);
      if (list) list.push(at);
      else holders.set(pair, [at]);
    }
  }
  return kept.map(({ template }) => template);
}

import { firstWeight, secondWeight } from './pair-reader.ts';
import type { PairTable } from './pair-table.ts';
import type { Profile } from './profile.ts';
import type { TextPairs } from './text-pairs.ts';

/** A text must hold three content words of a template, whatever the template's length. */
const LEAST_WEIGHT = 12;

export interface TemplatePair {
  /** The cluster it was found as. */
  readonly profile: Profile;
  readonly pairs: ReadonlySet<number>;
  /** Weight of these pairs that makes a text one of the template's. */
  readonly enough: number;
  /** Made of phrases that others use as well, so that only most of them together count. */
  readonly composed: boolean;
}

/** Templates by the pairs that are fixed in them, and the other way round. */
export class TemplatePairs {
  readonly all: TemplatePair[] = [];
  private readonly holders = new Map<number, number[]>();

  add(template: TemplatePair): void {
    const at = this.all.push(template) - 1;
    for (const pair of template.pairs) {
      const list = this.holders.get(pair);
      if (list) list.push(at);
      else this.holders.set(pair, [at]);
    }
  }

  /** Template of each text, -1 for none: the one that covers most of it (ties: the lower number). */
  assign(table: PairTable, store: TextPairs): Int32Array {
    const lists = this.listPairs(table.count);
    const assigned = new Int32Array(store.texts).fill(-1);
    const score = new Float64Array(this.all.length);
    const last = new Int32Array(this.all.length);
    const touched: number[] = [];
    for (let text = 0; text < store.texts; text++) {
      touched.length = 0;
      let place = 0;
      const to = store.to(text);
      for (let i = store.from(text); i < to; i++) {
        place += store.gapAt(i);
        const pair = store.pairAt(i);
        for (let at = lists.from[pair]; at < lists.from[pair + 1]; at++) {
          const template = lists.templates[at];
          if (score[template] === 0) {
            touched.push(template);
            last[template] = -2;
          }
          const second = secondWeight(table.weights[pair]);
          score[template] +=
            last[template] === place - 1 ? second : firstWeight(table.weights[pair]) + second;
          last[template] = place;
        }
      }
      assigned[text] = this.best(touched, score);
      for (const template of touched) score[template] = 0;
    }
    return assigned;
  }

  private best(touched: readonly number[], score: Float64Array): number {
    let best = -1;
    for (const template of touched) {
      if (score[template] < Math.max(LEAST_WEIGHT, this.all[template].enough)) continue;
      const isBetter =
        best < 0 || score[template] > score[best] || (score[template] === score[best] && template < best);
      if (isBetter) best = template;
    }
    return best;
  }

  /** Templates of pair p are templates[from[p] .. from[p + 1]]. */
  private listPairs(pairs: number): { from: Uint32Array; templates: Uint32Array } {
    const from = new Uint32Array(pairs + 1);
    for (const [pair, list] of this.holders) from[pair + 1] = list.length;
    for (let pair = 0; pair < pairs; pair++) from[pair + 1] += from[pair];
    const templates = new Uint32Array(from[pairs]);
    for (const [pair, list] of this.holders) templates.set(list, from[pair]);
    return { from, templates };
  }
}

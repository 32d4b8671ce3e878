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
    const enough = Float64Array.from(this.all, (one) => Math.max(LEAST_WEIGHT, one.enough));
    const assigned = new Int32Array(store.texts).fill(-1);
    const score = new Uint32Array(this.all.length);
    const last = new Int32Array(this.all.length);
    const touched = new Uint32Array(this.all.length);
    for (let text = 0; text < store.texts; text++) {
      let count = 0;
      let place = 0;
      const to = store.to(text);
      for (let i = store.from(text); i < to; i++) {
        place += store.gapAt(i);
        const pair = store.pairAt(i);
        const until = lists.from[pair + 1];
        const second = secondWeight(table.weights[pair]);
        const both = firstWeight(table.weights[pair]) + second;
        for (let at = lists.from[pair]; at < until; at++) {
          const template = lists.templates[at];
          const before = score[template];
          if (before === 0) touched[count++] = template;
          score[template] = before + (before > 0 && last[template] === place - 1 ? second : both);
          last[template] = place;
        }
      }
      let best = -1;
      for (let k = 0; k < count; k++) {
        const template = touched[k];
        const isBetter =
          best < 0 || score[template] > score[best] || (score[template] === score[best] && template < best);
        if (isBetter && score[template] >= enough[template]) best = template;
      }
      assigned[text] = best;
      for (let k = 0; k < count; k++) score[touched[k]] = 0;
    }
    return assigned;
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

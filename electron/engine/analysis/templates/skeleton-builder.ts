import { createHash } from 'node:crypto';
import { itemOf } from './item-of.ts';
import { joinRewordings } from './join-rewordings.ts';
import { FEWEST_TEXTS, FEWEST_WORDS } from './limits.ts';
import { findPattern, type Pattern } from './pattern.ts';
import { Scanner, WORD } from './scanner.ts';
import { type Slot, SlotCounter } from './slots.ts';
import type { Skeleton, TemplateResult } from './template-types.ts';
import { listTokens, tokensOf } from './token-list.ts';

/** Texts a pattern is made from, and texts its slots are measured on. */
const PATTERN_TEXTS = 24;
const SLOT_TEXTS = 1_000;
const REWORDINGS_SHOWN = 8;
/** A text sent so often is a template without slots. */
const FEWEST_REPEATS = 5;
const LONGEST_SHOWN = 2_000;
/** A pattern with fewer fixed content words cannot be shown as a template. */
const FEWEST_FIXED_WORDS = 3;

interface Draft {
  /** A combination of phrases in wide use: others that share one of them are not rewordings of it. */
  readonly isComposed: boolean;
  texts: number;
  requests: number;
  /** Texts kept until there are enough for a pattern. */
  samples: string[];
  /** Place of each sample among all texts. */
  places: number[];
  pattern?: Pattern;
  /** Content words of the pattern, without the two lowest bits of their hashes. */
  fixed: Set<number>;
  /** Measures the slots, as long as texts for it come. */
  counter?: SlotCounter;
  slots?: readonly Slot[];
}

/** A text that recurs word for word. */
interface Repeated {
  readonly place: number;
  readonly text: string;
  readonly requests: number;
  readonly words: number;
}

/** Third pass: reads the texts of each template for its fixed text, slots and other wordings. */
export class SkeletonBuilder {
  private readonly template: Int32Array;
  private readonly drafts: Draft[];
  private readonly repeated: Repeated[] = [];
  private readonly item: Uint32Array;
  private readonly scanner = new Scanner();

  /**
   * `template` tells the template of each text, -1 for none; `composed` of each template what it is made of; `item`
   * of each text what it is about, no template considered, and is changed.
   */
  constructor(template: Int32Array, composed: readonly boolean[], item: Uint32Array) {
    this.template = template;
    this.item = item;
    this.drafts = composed.map((isComposed) => ({
      isComposed,
      texts: 0,
      requests: 0,
      samples: [],
      places: [],
      fixed: new Set(),
    }));
  }

  /** Whether there is more to learn from the text at `place`, so that it must be added. */
  needs(place: number, requests: number): boolean {
    return this.template[place] >= 0 || requests >= FEWEST_REPEATS;
  }

  /** Takes the text at `place`, just read by the scanner. */
  add(place: number, scanner: Scanner, requests: number): void {
    const template = this.template[place];
    if (template < 0) {
      this.addRepeated(place, scanner, requests);
      return;
    }
    const draft = this.drafts[template];
    draft.texts++;
    draft.requests += requests;
    if (draft.pattern) {
      this.item[place] = itemOf(scanner, scanner.count, draft.fixed);
      if (draft.texts <= SLOT_TEXTS) draft.counter?.add(listTokens(scanner));
      else if (draft.counter) finishSlots(draft);
      return;
    }
    draft.samples.push(scanner.text);
    draft.places.push(place);
    if (draft.samples.length === PATTERN_TEXTS) this.settle(draft);
  }

  private addRepeated(place: number, scanner: Scanner, requests: number): void {
    let words = 0;
    for (let k = 0; k < scanner.count; k++) if (scanner.kind[k] === WORD) words++;
    if (words >= FEWEST_WORDS) this.repeated.push({ place, text: scanner.text, requests, words });
  }

  private settle(draft: Draft): void {
    const samples = draft.samples.map((text) => tokensOf(text, this.scanner));
    const pattern = findPattern(samples);
    draft.pattern = pattern;
    draft.counter = new SlotCounter(pattern);
    pattern.fixed.forEach((hash, k) => {
      if (pattern.content[k]) draft.fixed.add(hash >>> 2);
    });
    for (const [k, sample] of samples.entries()) {
      draft.counter.add(sample);
      this.item[draft.places[k]] = itemOf(sample, sample.kind.length, draft.fixed);
    }
    draft.samples = [];
    draft.places = [];
  }

  finish(): TemplateResult {
    for (const draft of this.drafts) if (!draft.pattern && draft.texts > 0) this.settle(draft);
    const order = Array.from(this.drafts, (_, d) => d)
      .filter((d) => this.drafts[d].pattern)
      .sort((one, other) => this.drafts[other].texts - this.drafts[one].texts || one - other);
    const joined = joinRewordings(
      order.map((d) => this.drafts[d].pattern as Pattern),
      (k) => !this.drafts[order[k]].isComposed,
    );
    const groups = new Map<number, Draft[]>();
    const groupOf = new Int32Array(this.drafts.length).fill(-1);
    order.forEach((d, k) => {
      const main = joined[k];
      groupOf[d] = main;
      groups.set(main, [...(groups.get(main) ?? []), this.drafts[d]]);
    });
    const found = [...groups]
      .map(([group, drafts]) => ({ group, place: -1, skeleton: skeletonOf(drafts) }))
      .filter(({ skeleton }) => skeleton.texts >= FEWEST_TEXTS && skeleton.fixedWords >= FEWEST_FIXED_WORDS);
    const repeated = this.repeated.map((one) => ({ group: -1, place: one.place, skeleton: verbatim(one) }));
    const all = [...found, ...repeated].sort(
      ({ skeleton: one }, { skeleton: other }) =>
        other.requests - one.requests || (one.id < other.id ? -1 : 1),
    );
    return {
      skeletons: all.map(({ skeleton }) => skeleton),
      skeleton: this.number(all, groupOf),
      item: this.item,
    };
  }

  private number(
    all: readonly { readonly group: number; readonly place: number }[],
    groupOf: Int32Array,
  ): Uint32Array {
    const numberOf = new Map<number, number>();
    const skeleton = new Uint32Array(this.template.length);
    all.forEach(({ group, place }, s) => {
      if (place >= 0) skeleton[place] = s + 1;
      else numberOf.set(group, s + 1);
    });
    for (let place = 0; place < skeleton.length; place++) {
      const template = this.template[place];
      if (template >= 0) skeleton[place] = numberOf.get(groupOf[template]) ?? 0;
    }
    return skeleton;
  }
}

function finishSlots(draft: Draft): readonly Slot[] {
  draft.slots ??= draft.counter?.finish() ?? [];
  draft.counter = undefined;
  return draft.slots;
}

/** The skeleton of one template's wordings, the most frequent first. */
function skeletonOf(drafts: readonly Draft[]): Skeleton {
  const [main] = drafts;
  const pattern = main.pattern as Pattern;
  return {
    id: pattern.id,
    text: pattern.text.slice(0, LONGEST_SHOWN),
    texts: drafts.reduce((sum, draft) => sum + draft.texts, 0),
    requests: drafts.reduce((sum, draft) => sum + draft.requests, 0),
    fixedWords: pattern.content.filter(Boolean).length,
    verbatim: false,
    slots: finishSlots(main),
    rewordings: drafts
      .slice(1, 1 + REWORDINGS_SHOWN)
      .map((draft) => (draft.pattern as Pattern).text.slice(0, LONGEST_SHOWN)),
  };
}

function verbatim({ text, requests, words }: Repeated): Skeleton {
  return {
    id: createHash('sha256').update(text).digest('hex').slice(0, 16),
    text: text.slice(0, LONGEST_SHOWN),
    texts: 1,
    requests,
    fixedWords: words,
    verbatim: true,
    slots: [],
    rewordings: [],
  };
}

import type { Slot } from './slots.ts';

/** A recurring prompt with its variable parts cut out. */
export interface Skeleton {
  /** Stable: 16 hex digits of a hash of the fixed words; the same template in another case has the same id. */
  readonly id: string;
  /** Fixed text with slots as {1}, {2}...; the whole text for one that recurs word for word. */
  readonly text: string;
  /** Different texts of this template, all wordings together. */
  readonly texts: number;
  readonly requests: number;
  /** Content words in the fixed text. */
  readonly fixedWords: number;
  /** One text without slots that was sent again and again. */
  readonly verbatim: boolean;
  readonly slots: readonly Slot[];
  /** Other wordings of the same template, most frequent first, each as `text`. */
  readonly rewordings: readonly string[];
}

/** What template mining says of n texts, in the order in which they were added. */
export interface TemplateResult {
  /** The most requests first. Skeleton s of the column `skeleton` is skeletons[s - 1]. */
  readonly skeletons: readonly Skeleton[];
  /** Uint32Array[n]; 0 where a text follows no template. */
  readonly skeleton: Uint32Array;
  /**
   * What a text asks about, apart from its template: equal for texts of one skeleton with the same slot contents
   * (order, case and function words aside), whatever the wording around them.
   */
  readonly item: Uint32Array;
}

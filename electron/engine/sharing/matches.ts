import { likenessOf } from './min-hash.ts';
import type { UnitSketch } from './sketch-units.ts';

/** Wordings at least this alike (Jaccard of their shingles) are one; see the bench for what that lets through. */
export const LEAST_WORDING = 0.5;
/** Busy hours at least this alike. Of operators that have nothing to do with each other a tenth meets a tenth. */
export const LEAST_TIMING = 0.3;

export type Sketched = Pick<UnitSketch, 'identifiers' | 'templates' | 'timing'>;

/** Which kinds of evidence two operators have in common. */
export function matchOf(one: Sketched, other: Sketched) {
  return {
    identifier: [...one.identifiers].some(([kind, tokens]) => {
      const theirs = new Set(other.identifiers.get(kind));
      return tokens.some((token) => theirs.has(token));
    }),
    template: one.templates.some((sketch) =>
      other.templates.some((theirs) => likenessOf(sketch, theirs) >= LEAST_WORDING),
    ),
    timing:
      one.timing !== null && other.timing !== null && likenessOf(one.timing, other.timing) >= LEAST_TIMING,
  };
}
